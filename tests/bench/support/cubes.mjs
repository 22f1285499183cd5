// The files of the cube. xtask has written Arrow and CSV; Parquet is made of the Arrow by another library than ours.

import { existsSync, readFileSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { data, fromPackages } from './options.mjs';

const ROW_GROUP = 262_144;

/** The name of a file of so many rows: `arrow`, `wide`, `csv`, `snappy` or `zstd`. */
export const nameOf = (kind, rows) => `cube-${rows}.${{ wide: 'wide.arrow', snappy: 'snappy.parquet', zstd: 'zstd.parquet' }[kind] ?? kind}`;

/** What readers call the format. */
export const formatOf = (kind) => ({ snappy: 'parquet', zstd: 'parquet', wide: 'arrow' })[kind] ?? kind;

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
    const file = join(data, nameOf(kind, rows));
    writeFileSync(`${file}.unfinished`, parquet.writeParquet(parquet.Table.fromIPCStream(stream), properties));
    renameSync(`${file}.unfinished`, file);
  }
}
