// DuckDB with the expert's step: dimensions stored as ENUM.

import * as duckdb from './duckdb.mjs';

export const { start, ask, activate, move } = duckdb;

export async function load(bytes, format) {
  const rows = await duckdb.load(bytes, format);
  await duckdb.toEnums();
  return rows;
}
