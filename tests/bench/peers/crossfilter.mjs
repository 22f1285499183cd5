// crossfilter2 as an expert sets it up: records are row numbers, dimensions read typed arrays. It answers histograms only.

import crossfilter from 'crossfilter2';
import { readColumn, rowCount, tablesOf } from './columns.mjs';

const DIMENSIONS = ['kommune', 'age_band', 'sector', 'diagnosis_group', 'year', 'sex'];
const columns = {};
const names = {};
const dimensions = {};
const groups = {};

export async function start() {}

export async function load(bytes, format) {
  if (format !== 'arrow') throw new Error('it reads no files');
  const tables = tablesOf([bytes]);
  for (const name of [...DIMENSIONS, 'contacts']) {
    ({ values: columns[name], names: names[name] } = readColumn(tables, name, (Type, count) => new Type(count)));
  }
  const records = crossfilter(Array.from({ length: rowCount(tables) }, (_, row) => row));
  for (const name of DIMENSIONS) {
    const codes = columns[name];
    dimensions[name] = records.dimension((row) => codes[row]);
    groups[name] = dimensions[name].group().reduceSum((row) => columns.contacts[row]);
  }
  return records.size();
}

/** Puts the brush one place further on, so that the question that follows is a real move. */
export async function prepare({ where, active }) {
  const all = names[active];
  filter({ ...where, [active]: where[active].map((member) => all[(all.indexOf(member) + 1) % all.length]) });
}

export async function ask(question) {
  filter(question.where);
  return question.histograms.map((name) => {
    const found = groups[name].all().filter(({ value }) => value !== 0);
    return { keys: [found.map(({ key }) => names[name][key])], numbers: [found.map(({ value }) => value)] };
  });
}

let filtered = {};

/** Only what differs is filtered anew. */
function filter(where) {
  for (const [name, kept] of Object.entries(where)) {
    if (filtered[name] === kept) continue;
    const codes = new Set(kept.map((member) => names[name].indexOf(member)));
    dimensions[name].filterFunction((code) => codes.has(code));
    filtered[name] = kept;
  }
}
