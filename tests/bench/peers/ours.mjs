// Snit through its JavaScript API, as another person's page would use it.

const NAMES = { arrow: 'cube.arrow', parquet: 'cube.parquet', csv: 'cube.csv' };
let api;
let opened;

export async function start() {
  const place = '/dist/snit.js';
  api = await import(place);
}

export async function load(bytes, format) {
  opened?.close();
  opened = await api.open(bytes, { name: NAMES[format] });
  return opened.rows;
}

export async function loadChunks(urls, format) {
  opened?.close();
  opened = await api.open(fetched(urls), { name: NAMES[format] });
  return opened.rows;
}

/** The next file is fetched when the one before is read. */
async function* fetched(urls) {
  for (const url of urls) yield await (await fetch(url)).arrayBuffer();
}

/** What earlier answers left is let go, so that the next is computed from the rows. */
export const prepare = () => opened.forget();

export async function ask(question) {
  const answer = await opened.slice(slice(question));
  if (question.distinct) return [{ keys: [], numbers: [[answer.length]] }];
  return question.histograms ? answer.map((part) => columns(part)) : [columns(answer)];
}

function slice({ by, sums, where, top, distinct, histograms, active }) {
  if (histograms) return { histograms, measure: sums[0], where, active };
  if (distinct) return { distinct };
  const order = top && { order: { measure: 0, direction: 'descending' }, top };
  return { by, measures: sums.map(measure), where, ...order };
}

function measure(wanted) {
  if (typeof wanted === 'string') return { sum: wanted };
  return wanted[0] === 'mean' ? { mean: wanted[1] } : { ratio: wanted.slice(1) };
}

/** Keys as strings, numbers as they are. */
function columns({ keys, columns: values }) {
  const strings = ({ codes, labels }) => Array.from(codes, (code) => labels[code]);
  return { keys: keys.map(strings), numbers: values.map((column) => column.values) };
}
