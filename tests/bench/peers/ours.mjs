// Snit through its JavaScript API, as another person's page would use it.

const NAMES = { arrow: 'cube.arrow', parquet: 'cube.parquet', csv: 'cube.csv', xlsx: 'cube.xlsx' };
let api;
let opened;

export async function start() {
  const place = '/dist/snit.js';
  api = await import(place);
  await api.warm();
}

export async function load(bytes, format) {
  opened?.close();
  opened = await api.open(bytes, { name: NAMES[format], language: 'da' });
  return opened.rows;
}

export async function loadChunks(urls, format) {
  opened?.close();
  opened = await api.open(fetched(urls), { name: NAMES[format], language: 'da' });
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

/** The cube's regions are those of 2007; ours knows those to come too, and has a name for each. */
const LEVELS = { region: 'region_2007' };
const PLACES = ['kommune', 'sundhedsraad', 'region_2007'];
const level = (name) => LEVELS[name] ?? name;
/** Ages are numbers to ours: `0-4` where the cube writes `00-04`. */
const plain = (age) => String(age).replace(/\b0(?=\d)/g, '');
const padded = (age) => age.replace(/\b(\d)\b/g, '0$1');

function slice({ by, sums, where: kept = {}, top, distinct, histograms, active }) {
  const where = Object.fromEntries(Object.entries(kept).map(([name, members]) => [level(name), name === 'age_band' ? members.map(plain) : members]));
  if (histograms) return { histograms, measure: sums[0], where, active };
  if (distinct) return { distinct };
  const order = top && { order: { measure: 0, direction: 'descending' }, top };
  return { by, measures: sums.map(measure), where, ...order };
}

function measure(wanted) {
  if (typeof wanted === 'string') return { sum: wanted };
  return wanted[0] === 'mean' ? { mean: wanted[1] } : { ratio: wanted.slice(1) };
}

/** Keys as the cube writes them: places by their names, all else by its code. */
function columns({ keys, columns: values }) {
  const strings = ({ level: name, codes, members, labels }) => {
    const texts = PLACES.includes(name) ? labels : name === 'age_band' ? members.map(padded) : members;
    const found = new Array(codes.length);
    codes.forEach((code, row) => (found[row] = texts[code]));
    return found;
  };
  return { keys: keys.map(strings), numbers: values.map(known) };
}

/** Where numbers are missing the sum is `at least` what is known, which is what the others answer. */
function known({ values, low }) {
  return low.length === 0 ? values : values.map((value, row) => (Number.isNaN(value) ? low[row] : value));
}
