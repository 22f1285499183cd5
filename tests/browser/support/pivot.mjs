// What the table of Snit must show for a layout, as the command-line tool answers it.

import { printed, query } from './command.mjs';

const NOT_APPLICABLE = '·';

/** The name of a measure's column in an answer. */
function columnName(measure) {
  const [[way, of]] = Object.entries(measure);
  if (way === 'ratio') return of.join('_per_');
  return way === 'sum' || way === 'indicator' ? of : `${way}_${of}`;
}

/**
 * The cells of every row by its label; the grand total stands under the empty label.
 * `layout` is that of the link; `decimals` has one number for each measure; `depth` is how many row levels are unfolded.
 */
export function expected(file, layout, decimals, depth = layout.rows.length) {
  const { table, rows, columns = [], filters: where = {} } = layout;
  const ask = (slice) => query(file, { table, where, ...slice });
  const keyOf = (row) => columns.map((level) => row[level]).join('\n');
  const across = columns.length ? ask({ distinct: columns }).map(keyOf) : [];
  const width = across.length < 2 ? 1 : across.length + 1;
  const found = new Map();
  const put = (by, row, position) => {
    const last = by.at(-1);
    const label = last === undefined ? '' : (row[`${last}_label`] ?? String(row[last]));
    if (!found.has(label)) found.set(label, Array(width * layout.measures.length).fill(NOT_APPLICABLE));
    layout.measures.forEach((measure, at) => {
      found.get(label)[at * width + position] = printed(row, columnName(measure), decimals[at]);
    });
  };
  for (let level = 0; level <= depth; level++) {
    const by = rows.slice(0, level);
    for (const row of ask({ by, measures: layout.measures })) put(by, row, width - 1);
    if (width > 1) for (const row of ask({ by: [...by, ...columns], measures: layout.measures })) put(by, row, across.indexOf(keyOf(row)));
  }
  return found;
}

/** The paths of every row above the innermost level, so that a link shows all rows. */
export function allUnfolded(file, { table, rows, filters: where = {} }) {
  const paths = new Map();
  for (const row of query(file, { table, where, distinct: rows.slice(0, -1) })) {
    const codes = rows.slice(0, -1).map((level) => String(row[level]));
    codes.forEach((_, at) => paths.set(codes.slice(0, at + 1).join('\n'), codes.slice(0, at + 1)));
  }
  return [...paths.values()];
}
