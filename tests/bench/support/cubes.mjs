// The files of the cube. xtask has written Arrow and CSV; Parquet is made of the Arrow by another library than ours.

import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { data, fromPackages } from './options.mjs';

const ROW_GROUP = 262_144;

const ENDINGS = { wide: 'wide.arrow', snappy: 'snappy.parquet', zstd: 'zstd.parquet', text: 'sheet.csv', workbook: 'sheet.xlsx' };

/** The name of a file of so many rows: `arrow`, `wide`, `csv`, `snappy`, `zstd`, or twenty columns as `text` or `workbook`. */
export const nameOf = (kind, rows) => `cube-${rows}.${ENDINGS[kind] ?? kind}`;

/** What readers call the format. */
export const formatOf = (kind) => ({ snappy: 'parquet', zstd: 'parquet', wide: 'arrow', text: 'csv', workbook: 'xlsx' })[kind] ?? kind;

export const has = (kind, rows) => existsSync(join(data, nameOf(kind, rows)));

/** Addresses of the chunks, in order. */
export function chunks(rows) {
  const folder = join(data, `cube-${rows}.chunks`);
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.arrow')).sort().map((name) => `/data/cube-${rows}.chunks/${name}`) : [];
}

/** Writes both kinds of Parquet where they are not there yet. */
export async function writeParquet(rows) {
  if (has('snappy', rows) && has('zstd', rows)) return;
  const parquet = await fromPackages('parquet-wasm');
  for (const [kind, compression] of [['snappy', parquet.Compression.SNAPPY], ['zstd', parquet.Compression.ZSTD]]) {
    const stream = readFileSync(join(data, nameOf('arrow', rows))).subarray(8);
    const properties = new parquet.WriterPropertiesBuilder().setCompression(compression).setMaxRowGroupSize(ROW_GROUP).build();
    keep(kind, rows, parquet.writeParquet(parquet.Table.fromIPCStream(stream), properties));
  }
}

/** Five more measures, so that a sheet has twenty columns; whole numbers and decimals as in the others. */
const FURTHER = ['visits', 'operations', 'calls', 'cost_drugs', 'kilometres'].map((heading, column) => ({ heading, of: (row) => ((row * 7919 * (column + 1)) % 10 ** (column + 2)) / (column % 2 ? 100 : 1) }));

/** Writes the first rows of the CSV as a sheet of twenty columns: as text, and as a workbook made by another library than ours. */
export async function writeSheets(rows, from) {
  if (has('text', rows) && has('workbook', rows)) return;
  const { utils, write } = await fromPackages('xlsx');
  const [heading, ...lines] = readFileSync(join(data, nameOf('csv', from)), 'utf8').split('\n', rows + 1).map((line) => line.trimEnd().split(';'));
  const measures = heading.length - 4;
  const cells = [[...heading, ...FURTHER.map((column) => column.heading)]];
  lines.forEach((line, row) => cells.push([...line.map((text, column) => (column < 2 || column > measures - 1) && text !== '' ? Number(text.replace(',', '.')) : text), ...FURTHER.map(({ of }) => of(row))]));
  const danish = (cell) => (typeof cell === 'number' ? String(cell).replace('.', ',') : cell);
  keep('text', rows, cells.map((line) => line.map(danish).join(';')).join('\n'));
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(cells, { dense: true }), 'kontakter');
  keep('workbook', rows, write(book, { type: 'buffer', bookType: 'xlsx', bookSST: true, compression: true }));
}

function keep(kind, rows, content) {
  const file = join(data, nameOf(kind, rows));
  writeFileSync(`${file}.unfinished`, content);
  renameSync(`${file}.unfinished`, file);
}
