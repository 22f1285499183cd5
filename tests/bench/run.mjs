// Runs ours beside its peers in one Chromium and writes what was measured; `cargo xtask bench` prepares everything and calls it.
//
// node tests/bench/run.mjs --cache DIR --packages DIR --data DIR --dist DIR --out FILE
//   [--rows 1000000,10000000,100000000] [--only questions,brush,formats,sheets,columns] [--peers ours,dense,…] [--quick]

import { mkdirSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import { dirname, join } from 'node:path';
import { brushAll } from './sections/brush.mjs';
import { emptyPage, openWith } from './sections/load.mjs';
import { askAll, compare } from './sections/questions.mjs';
import { bundle } from './support/bundle.mjs';
import { openBrowser } from './support/browser.mjs';
import { chunks, has, writeParquet, writeSheets } from './support/cubes.mjs';
import { cache, option, versions } from './support/options.mjs';
import { say } from './support/progress.mjs';
import { serve } from './support/server.mjs';
import { openChunks } from './sections/chunks.mjs';

/** Above this a cube comes in chunks and only ours can open it. */
const WHOLE_ROWS = 20_000_000;
const FORMAT_ROWS = 1_000_000;
const SHEET_ROWS = 100_000;
/** Who can open what, besides ours. */
const READERS = { snappy: ['dense', 'arquero'], zstd: ['dense', 'arquero'], csv: ['duckdb', 'arquero'] };
/** Who merely reads what ours answers from. */
const SHEET_READERS = { workbook: 'sheetjs', text: 'papaparse' };
const PEERS = ['ours', 'dense', 'duckdb-enum', 'duckdb', 'crossfilter'];

const isQuick = process.argv.includes('--quick');
const rounds = isQuick ? 2 : 3;
const rowCounts = option('rows', '1000000').split(',').map(Number);
const sections = option('only', 'questions,brush,formats,sheets,columns').split(',');
const peers = option('peers', PEERS.join(',')).split(',');
const out = option('out', join(cache, 'latest.json'));
const wants = (section) => sections.includes(section);

const results = { machine: machine(), started: new Date().toISOString(), differences: [], cubes: {}, formats: {} };
const server = await serve();
await bundle([...new Set([...peers, 'arquero', ...Object.values(SHEET_READERS)])]);
const browser = await openBrowser(server.address);
try {
  results.browser = browser.version;
  results.peers = versions(['@duckdb/duckdb-wasm', 'crossfilter2', 'arquero', 'parquet-wasm', 'xlsx', 'papaparse']);
  results.emptyPageMb = await emptyPage(browser);
  for (const rows of wants('questions') || wants('brush') ? rowCounts : []) {
    if (rows > WHOLE_ROWS) await measureChunks(rows);
    else await measureCube(rows);
    save();
  }
  if (wants('formats')) await measureFormats();
  if (wants('sheets') && has('csv', FORMAT_ROWS)) await measureSheets();
  if (wants('columns') && has('wide', FORMAT_ROWS)) await measureColumns();
} finally {
  await browser.close();
  server.stop();
}
save();
for (const { question, peer, what } of results.differences) say(`${question}: ${peer} differs: ${what}`);
if (results.differences.length > 0) process.exitCode = 1;
else say('all answers agree');

async function measureCube(rows) {
  say(`${rows} rows`);
  const quick = await openWith(browser, peers.filter((peer) => ['ours', 'dense'].includes(peer)), { kind: 'arrow', rows, rounds });
  const slow = await openWith(browser, peers.filter((peer) => !['ours', 'dense'].includes(peer)), { kind: 'arrow', rows, rounds: 1 });
  const tabs = [...quick.tabs, ...slow.tabs];
  const cube = { loads: { ...quick.loads, ...slow.loads } };
  results.cubes[rows] = cube;
  if (wants('questions')) cube.questions = kept(await askAll(tabs, rounds));
  if (wants('brush')) cube.brush = kept(await brushAll(tabs.filter(({ peer }) => peer !== 'duckdb' || !isQuick), rounds));
  await close(tabs);
}

async function measureChunks(rows) {
  const addresses = chunks(rows);
  say(`${rows} rows in ${addresses.length} chunks`);
  const { tab, load } = await openChunks(browser, addresses, rows);
  results.cubes[rows] = { loads: { ours: load }, questions: kept(await askAll([tab], rounds)), brush: kept(await brushAll([tab], 1)) };
  await close([tab]);
}

async function measureFormats() {
  await writeParquet(FORMAT_ROWS);
  for (const [kind, readers] of Object.entries(READERS)) {
    if (!has(kind, FORMAT_ROWS)) continue;
    const { tabs, loads } = await openWith(browser, ['ours', ...readers].filter((peer) => peers.includes(peer) || peer === 'arquero'), { kind, rows: FORMAT_ROWS, rounds });
    results.formats[kind] = loads;
    for (const name of ['Q3', 'Q4']) results.differences.push(...(await compare(tabs, name)));
    await close(tabs);
    save();
  }
}

/** A hundred thousand rows of twenty columns: until ours answers, and until the peer has merely read them. */
async function measureSheets() {
  await writeSheets(SHEET_ROWS, FORMAT_ROWS);
  results.sheets = {};
  for (const [kind, reader] of Object.entries(SHEET_READERS)) {
    const { tabs, loads } = await openWith(browser, ['ours', reader], { kind, rows: SHEET_ROWS, rounds });
    results.sheets[kind] = loads;
    await close(tabs);
    save();
  }
}

/** The same questions where four times as many columns lie beside those they touch. */
async function measureColumns() {
  const few = await openWith(browser, ['ours'], { kind: 'arrow', rows: FORMAT_ROWS, rounds: 1 });
  const many = await openWith(browser, ['ours'], { kind: 'wide', rows: FORMAT_ROWS, rounds: 1 });
  few.tabs[0].peer = 'fifteen';
  many.tabs[0].peer = 'sixty';
  results.columns = kept(await askAll([...few.tabs, ...many.tabs], rounds));
  await close([...few.tabs, ...many.tabs]);
}

function kept({ times, differences }) {
  results.differences.push(...differences);
  return times;
}

async function close(tabs) {
  for (const tab of tabs) await tab.close();
}

function machine() {
  const [{ model }] = os.cpus();
  return { processor: model, cores: os.cpus().length, memoryGb: Math.round(os.totalmem() / 1e9), node: process.version };
}

function save() {
  mkdirSync(dirname(out), { recursive: true });
  writeFileSync(out, `${JSON.stringify(results, null, 1)}\n`);
}
