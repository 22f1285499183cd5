// Arquero: tables in plain JavaScript.

import * as aq from 'arquero';

const { op } = aq;
let table;

export async function start() {}

export async function load(bytes, format) {
  if (format === 'csv') table = aq.fromCSV(new TextDecoder().decode(bytes), { delimiter: ';', decimal: ',', autoType: true });
  else table = aq.fromArrow(format === 'parquet' ? await (await import('./parquet.mjs')).arrowOf(bytes) : bytes);
  return table.numRows();
}

export async function ask({ by, sums, where = {} }) {
  const conditions = Object.entries(where).map(([column, kept]) => `op.includes(${JSON.stringify(kept)}, d.${column})`);
  let rows = conditions.length > 0 ? table.filter(`d => ${conditions.join(' && ')}`) : table;
  if (by.length > 0) rows = rows.groupby(...by);
  rows = rows.rollup(Object.fromEntries(sums.map((measure) => [`n_${measure}`, op.sum(measure)])));
  return [{ keys: by.map((column) => rows.array(column)), numbers: sums.map((measure) => rows.array(`n_${measure}`)) }];
}
