// Ten thousand random slices of all demonstrations, asked of the command-line tool and of the worker in the browser: every
// number, limit and refusal is the same to its last bit.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { queryAll } from './support/command.mjs';
import { demo } from './support/files.mjs';
import { columnName, randomSlices } from './support/slices.mjs';

/** Slices of all packages together, at least. */
const SLICES = 10_000;
const AT_ONCE = 200;
/** The one with a million rows is asked less. */
const LARGE = 'sandkasse.snit';
const OF_LARGE = 300;
const STATUS = ['value', 'value', 'hidden', 'missing', 'not_applicable', 'bounds', 'at_least', 'incomplete', 'refused'];

const packages = readdirSync(demo('.')).filter((name) => name.endsWith('.snit')).sort();
const each = Math.ceil((SLICES - OF_LARGE) / (packages.length - 1));
const total = { asked: 0, refused: 0, told: 0, limits: 0 };

for (const [number, file] of packages.entries()) {
  const count = file === LARGE ? OF_LARGE : each;
  test(`${count} random slices of ${file} are the same in the browser and outside it`, async (t) => {
    const asked = randomSlices(demo(file), count, 2027 + number);
    const wanting = queryAll(demo(file), asked);
    const seen = await inBrowser(file, asked);
    const wanted = (await wanting).map((answer, at) => told(answer, asked[at]));
    asked.forEach((slice, at) => {
      if (seen[at] !== wanted[at]) assert.fail(difference(slice, JSON.parse(seen[at]), JSON.parse(wanted[at])));
    });
    const kinds = summed(wanted);
    for (const kind of Object.keys(total)) total[kind] += kinds[kind];
    t.diagnostic(`${file}: ${JSON.stringify(kinds)}`);
    assert.ok(kinds.told > count / 2, `most slices have numbers: ${JSON.stringify(kinds)}`);
  });
}

test('ten thousand slices were asked, most had numbers, many had limits, and some were refused', (t) => {
  t.diagnostic(JSON.stringify(total));
  assert.ok(total.asked >= SLICES && total.told > 0.6 * SLICES, JSON.stringify(total));
  assert.ok(total.limits > 0.05 * SLICES && total.refused > 0.01 * SLICES, JSON.stringify(total));
});

/** An answer of the tool as text: codes of a row, then each cell as status, number, limits and whether it is preliminary. */
function told(answer, slice) {
  if (answer.refused !== undefined) return JSON.stringify({ refused: answer.refused });
  const values = slice.distinct ? [] : slice.histograms ? [slice.measure ?? 'rows'] : slice.measures.map(columnName);
  const number = (value) => value ?? null;
  const cell = (row, name) => [row[`${name}_status`] ?? 'value', number(row[name]), number(row[`${name}_low`]), number(row[`${name}_high`]), row[`${name}_preliminary`] ? 1 : 0];
  const levels = (row) => (slice.histograms ? [row.histogram] : (slice.distinct ?? slice.by));
  const line = (row) => [...levels(row).map((level) => [level, String(row[level])]), ...values.map((name) => cell(row, name))];
  return JSON.stringify(answer.map(line));
}

/** The slice and the first row that differs. */
function difference(slice, seen, wanted) {
  const row = Array.isArray(seen) && Array.isArray(wanted) ? wanted.findIndex((row, at) => JSON.stringify(row) !== JSON.stringify(seen[at])) : 0;
  const of = (answer) => JSON.stringify(answer.refused ?? answer[row] ?? `${answer.length} rows`);
  return `${JSON.stringify(slice)}\nbrowser: ${of(seen)}\noutside: ${of(wanted)}`;
}

function summed(answers) {
  const count = (found) => answers.filter(found).length;
  const refused = (answer) => answer.startsWith('{');
  const numbers = /"(value|bounds|at_least|incomplete)",/;
  const limits = /"value",[-\d.e]+,[-\d.e]+,[-\d.e]+,[01]/;
  return { asked: answers.length, refused: count(refused), told: count((answer) => numbers.test(answer)), limits: count((answer) => limits.test(answer)) };
}

/** The answers of the worker in the same form. */
async function inBrowser(file, asked) {
  const base64 = readFileSync(demo(file)).toString('base64');
  const answers = [];
  await withPage(async ({ page }) => {
    await page.evaluate(opened, { base64, STATUS });
    for (let at = 0; at < asked.length; at += AT_ONCE) {
      answers.push(...(await page.evaluate((slices) => globalThis.answered(slices), asked.slice(at, at + AT_ONCE))));
    }
  });
  return answers;
}

/** Runs in the page. */
async function opened({ base64, STATUS }) {
  const { open } = await import('./snit.js');
  const opened = await open(Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)), { name: 'd.snit', language: 'da' });
  const number = (value) => (value === undefined || Number.isNaN(value) ? null : value);
  const part = ({ length, keys, columns }) => {
    const codes = keys.map((key) => [key.level, key.strings()]);
    const cell = ({ status, values, low, high, preliminary }, row) => [STATUS[status[row]], number(values[row]), number(low[row]), number(high[row]), preliminary[row] ?? 0];
    return Array.from({ length }, (_, row) => [...codes.map(([level, of]) => [level, of[row]]), ...columns.map((column) => cell(column, row))]);
  };
  const answer = async (slice) => {
    try {
      return JSON.stringify([await opened.slice(slice)].flat().flatMap(part));
    } catch (error) {
      return JSON.stringify({ refused: error.message });
    }
  };
  globalThis.answered = async (slices) => {
    const answers = [];
    for (const slice of slices) answers.push(await answer(slice));
    return answers;
  };
}
