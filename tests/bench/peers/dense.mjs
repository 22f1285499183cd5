// The yardstick: dense/dense.rs on this page's own thread, columns laid out in its memory as they come.

import { readColumn, readValidity, rowCount, tablesOf } from './columns.mjs';

const DIMENSIONS = ['year', 'month', 'region', 'sundhedsraad', 'kommune', 'sex', 'age_band', 'sector', 'diagnosis_group', 'contact_type', 'hospital'];
const MEASURES = ['patients', 'contacts', 'bed_days', 'cost_dkk'];
const KINDS = new Map([[Int32Array, 0], [Float64Array, 1], [Uint8Array, 2]]);
const CODES = 256;
/** The measure that says which rows have bed days. */
const VALID = 'bed_days_valid';
let kernel;
let rows = 0;
let top = 0;
let columns = {};

export async function start() {
  kernel = (await WebAssembly.instantiateStreaming(fetch('/dense.wasm'))).instance.exports;
}

export async function load(bytes, format) {
  if (format === 'csv') throw new Error('it reads no CSV');
  const tables = tablesOf(format === 'parquet' ? await (await import('./parquet.mjs')).arrowsOf(bytes) : [bytes]);
  rows = rowCount(tables);
  top = kernel.__heap_base.value;
  columns = {};
  for (const name of [...DIMENSIONS, ...MEASURES]) columns[name] = column(tables, name);
  columns[VALID] = { address: room(rows), kind: 2 };
  readValidity(tables, 'bed_days', view(Float64Array, columns.bed_days.address, rows), view(Uint8Array, columns[VALID].address, rows));
  return rows;
}

function column(tables, name) {
  const { values, names } = readColumn(tables, name, (Type, count) => view(Type, room(count * Type.BYTES_PER_ELEMENT), count));
  return { address: values.byteOffset, kind: KINDS.get(values.constructor), names };
}

export async function ask(question) {
  const before = top;
  const parts = question.histograms ? cross(question) : question.distinct ? distinct(question) : group(question);
  top = before;
  return parts;
}

function distinct(question) {
  const { cells, width } = groupInto(question.distinct, undefined, []);
  let count = 0;
  for (let at = width - 1; at < cells.length; at += width) if (cells[at] > 0) count += 1;
  return [{ keys: [], numbers: [[count]] }];
}

function group({ by, sums, where, top: most }) {
  const measures = [...new Set(sums.flatMap(measuresOf))];
  const { cells, width, strides } = groupInto(by, where, measures);
  let live = [];
  for (let cell = 0; cell * width < cells.length; cell += 1) if (cells[cell * width + width - 1] > 0) live.push(cell);
  const slots = sums.map((wanted) => measuresOf(wanted).map((measure) => measures.indexOf(measure)));
  const number = ([over, under], cell) => cells[cell * width + over] / (under === undefined ? 1 : cells[cell * width + under]);
  if (most) live = live.sort((one, other) => number(slots[0], other) - number(slots[0], one)).slice(0, most);
  const keys = by.map((name, index) => {
    const { names } = columns[name];
    return live.map((cell) => names[Math.trunc(cell / strides[index]) % names.length]);
  });
  return [{ keys, numbers: slots.map((slot) => Float64Array.from(live, (cell) => number(slot, cell))) }];
}

function measuresOf(wanted) {
  if (typeof wanted === 'string') return [wanted];
  return wanted[0] === 'mean' ? [wanted[1], VALID] : wanted.slice(1);
}

function groupInto(by, where, measures) {
  let count = 1;
  const strides = by.map((name) => {
    const stride = count;
    count *= columns[name].names.length;
    return stride;
  });
  const width = measures.length + 1;
  const cells = zeros(count * width);
  const keys = list(by.map((name, index) => [columns[name].address, strides[index]]));
  const numbers = list(measures.map((name) => [columns[name].address, columns[name].kind]));
  kernel.group(words([...keys, ...filters(where), ...numbers, rows, cells]));
  return { cells: view(Float64Array, cells, count * width), width, strides };
}

function cross({ histograms, sums, where }) {
  const cells = zeros(histograms.length * CODES);
  const owners = words(Object.keys(where).map((name) => histograms.indexOf(name) >>> 0));
  const own = list(histograms.map((name) => [columns[name].address]));
  kernel.cross(words([...own, ...filters(where), owners, columns[sums[0]].address, rows, cells]));
  return histograms.map((name, index) => {
    const found = view(Float64Array, cells + index * CODES * 8, columns[name].names.length);
    const live = columns[name].names.flatMap((_, code) => (found[code] === 0 ? [] : [code]));
    return { keys: [live.map((code) => columns[name].names[code])], numbers: [live.map((code) => found[code])] };
  });
}

/** For each filter its column, and for each code whether it is kept. */
function filters(where = {}) {
  return list(Object.entries(where).map(([name, members]) => {
    const kept = room(CODES);
    const flags = view(Uint8Array, kept, CODES).fill(0);
    for (const [code, member] of columns[name].names.entries()) flags[code] = members.includes(member) ? 1 : 0;
    return [columns[name].address, kept];
  }));
}

const view = (Type, address, count) => new Type(kernel.memory.buffer, address, count);
const list = (items) => [words(items.flat()), items.length];

function words(numbers) {
  const address = room(numbers.length * 4);
  view(Uint32Array, address, numbers.length).set(numbers);
  return address;
}

function zeros(count) {
  const address = room(count * 8);
  view(Float64Array, address, count).fill(0);
  return address;
}

function room(size) {
  const address = (top + 15) & ~15;
  top = address + size;
  const lacking = top - kernel.memory.buffer.byteLength;
  if (lacking > 0) kernel.memory.grow(Math.ceil(lacking / 65536));
  return address >>> 0;
}
