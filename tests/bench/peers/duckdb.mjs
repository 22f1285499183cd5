// DuckDB as its documentation sets it up: in a worker, Arrow inserted as it comes, so that dimensions become text.

import * as duckdb from '@duckdb/duckdb-wasm';
import { statements, where, without } from './sql.mjs';

const FILES = '/packages/@duckdb/duckdb-wasm/dist/';
/** An Arrow file is a stream after its first eight bytes. */
const MAGIC = 8;
let database;
let connection;

export async function start() {
  database = new duckdb.AsyncDuckDB(new duckdb.VoidLogger(), new Worker(`${FILES}duckdb-browser-eh.worker.js`));
  await database.instantiate(`${FILES}duckdb-eh.wasm`);
  await database.open({ query: { castBigIntToDouble: true } });
  connection = await database.connect();
}

export async function load(bytes, format) {
  if (format === 'arrow') {
    await connection.insertArrowFromIPCStream(bytes.subarray(MAGIC), { name: 'cube', create: true });
  } else if (format === 'csv') {
    await database.registerFileBuffer('cube.csv', bytes);
    await connection.query("CREATE TABLE cube AS SELECT * FROM read_csv('cube.csv', delim=';', decimal_separator=',', header=true)");
    await database.dropFile('cube.csv');
  } else {
    throw new Error('its reader of Parquet is an extension fetched from elsewhere');
  }
  return (await connection.query('SELECT count(*)::DOUBLE AS n FROM cube')).get(0).n;
}

export async function ask(question) {
  const parts = [];
  for (const statement of statements(question)) parts.push(part(await connection.query(statement), question.sums.length || 1));
  return parts;
}

function part(result, numberCount) {
  const columns = result.schema.fields.map((_, index) => result.getChildAt(index));
  const plain = (column) => (column.nullCount > 0 || typeof column.get(0) === 'string' ? column.toJSON() : column.toArray());
  const split = columns.length - numberCount;
  return { keys: columns.slice(0, split).map(plain), numbers: columns.slice(split).map(plain) };
}

/** What Mosaic and Falcon do when a brush is picked up: sums by the brushed column and each histogram's own. */
export async function activate({ histograms, sums, active, where: filters }) {
  for (const column of histograms.filter((name) => name !== active)) {
    const kept = where(without(filters, column, active));
    await connection.query(
      `CREATE OR REPLACE TEMP TABLE by_${column} AS SELECT ${active}, ${column}, CAST(sum(${sums[0]}) AS DOUBLE) AS n FROM cube${kept} GROUP BY ALL`,
    );
  }
}

/** A move of the brush touches the small tables only; the brushed column's own histogram does not change. */
export async function move({ histograms, active, where: filters }) {
  const parts = [];
  for (const column of histograms.filter((name) => name !== active)) {
    const kept = where({ [active]: filters[active] });
    parts.push(part(await connection.query(`SELECT ${column}, sum(n) FROM by_${column}${kept} GROUP BY ${column}`), 1));
  }
  return parts;
}

/** Dimensions as ENUM, so that groups are formed on small integers. */
export async function toEnums() {
  const about = "SELECT column_name AS name FROM duckdb_columns() WHERE table_name = 'cube' AND data_type = 'VARCHAR'";
  const names = (await connection.query(about)).toArray().map(({ name }) => name);
  for (const name of names) await connection.query(`CREATE TYPE e_${name} AS ENUM (SELECT DISTINCT ${name}::VARCHAR FROM cube)`);
  const casts = names.map((name) => `${name}::VARCHAR::e_${name} AS ${name}`).join(', ');
  await connection.query(`CREATE TABLE narrow AS SELECT * REPLACE (${casts}) FROM cube`);
  await connection.query('DROP TABLE cube');
  await connection.query('ALTER TABLE narrow RENAME TO cube');
  await connection.query('CHECKPOINT').catch(() => {});
}
