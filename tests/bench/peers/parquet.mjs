// Parquet for peers that read none: through parquet-wasm to Arrow streams.
//
// Each row group has dictionaries of its own, and of several dictionaries in one stream flechette keeps the last for all rows.
// So rows come in one batch, or each row group in a stream of its own, which is quicker.

import startModule, { ParquetFile, readParquet } from 'parquet-wasm/esm/parquet_wasm.js';

const ONE_BATCH = { batchSize: 2 ** 31 - 1 };

const start = () => startModule({ module_or_path: '/packages/parquet-wasm/esm/parquet_wasm_bg.wasm' });

/** All rows as one stream. */
export async function arrowOf(bytes) {
  await start();
  return readParquet(bytes, ONE_BATCH).intoIPCStream();
}

/** A stream for each row group. */
export async function arrowsOf(bytes) {
  await start();
  const file = await ParquetFile.fromFile(new Blob([bytes]));
  const groups = Array.from({ length: file.metadata().numRowGroups() }, (_, group) => group);
  return groups.map((group) => readParquet(bytes, { ...ONE_BATCH, rowGroups: [group] }).intoIPCStream());
}
