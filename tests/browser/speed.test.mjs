// The core against plain loops of JavaScript over typed arrays in the same tab: on a busy machine a ratio says what no clock can.
// `cargo xtask bench` measures in earnest; this notices when something has become several times slower.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';

const ROWS = 2_000_000;
/** How many times the loop's time ours may take; on an idle machine it takes a third of that. */
const MOST = { grouped: 5, filtered: 5, linked: 4, moved: 2 };

test('slices take no longer than plain loops, and give the same numbers', async () => {
  await withPage(async ({ page }) => {
    const found = await page.evaluate(compare, ROWS);
    for (const { name, ours, loop, same } of found) {
      assert.ok(same, `${name}: another answer than the loop's`);
      assert.ok(ours <= MOST[name] * loop, `${name}: ${ours.toFixed(1)} ms where a loop takes ${loop.toFixed(1)} ms`);
    }
  });
});

/** Runs in the page: makes rows, opens them as CSV, and times each question in turns with its loop. The best time counts. */
async function compare(rows) {
  const { open } = await import('./snit.js');
  const sizes = { place: 98, year: 10, sex: 2, age: 20 };
  const columns = Object.fromEntries(Object.keys(sizes).map((name) => [name, new Uint8Array(rows)]));
  const contacts = new Int32Array(rows);
  const lines = ['place;year;sex;age;contacts'];
  let state = 1;
  const below = (count) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * count);
  };
  const member = { place: (code) => `P${code}`, year: (code) => 2016 + code, sex: (code) => 'KM'[code], age: (code) => `A${code}` };
  for (let row = 0; row < rows; row += 1) {
    for (const [name, size] of Object.entries(sizes)) columns[name][row] = below(size);
    contacts[row] = 1 + below(100);
    lines.push(`${Object.keys(sizes).map((name) => member[name](columns[name][row])).join(';')};${contacts[row]}`);
  }
  const opened = await open(new Blob([lines.join('\n')]), { name: 'rows.csv' });

  const { place, year, sex, age } = columns;
  const sum = (keys, size, keeps) => {
    const sums = new Float64Array(size);
    for (let row = 0; row < rows; row += 1) if (keeps === null || keeps[sex[row]] === 1) sums[keys(row)] += contacts[row];
    return sums.filter((number) => number > 0);
  };
  const linked = (from) => {
    const sums = Object.values(sizes).map((size) => new Float64Array(size));
    for (let row = 0; row < rows; row += 1) {
      const failsAge = age[row] < from || age[row] > from + 5;
      const failsSex = sex[row] !== 0;
      if (!failsAge && !failsSex) {
        sums[0][place[row]] += contacts[row];
        sums[1][year[row]] += contacts[row];
      }
      if (!failsAge) sums[2][sex[row]] += contacts[row];
      if (!failsSex) sums[3][age[row]] += contacts[row];
    }
    return sums.flatMap((numbers) => [...numbers]).filter((number) => number > 0);
  };
  const brush = (from) => ({
    histograms: ['place', 'year', 'sex', 'age'],
    measure: 'contacts',
    where: { sex: ['K'], age: Array.from({ length: 6 }, (_, band) => `A${from + band}`) },
  });
  const wanted = [{ sum: 'contacts' }];
  let moves = 0;
  const questions = {
    grouped: { slice: () => ({ by: ['place'], measures: wanted }), loop: () => sum((row) => place[row], 98, null) },
    filtered: { slice: () => ({ by: ['place', 'year'], measures: wanted, where: { sex: ['K'] } }), loop: () => sum((row) => place[row] * 10 + year[row], 980, [1, 0]) },
    linked: { slice: () => brush(8), loop: () => linked(8) },
    moved: { slice: () => brush(moves), loop: () => linked(moves), next: () => (moves = (moves + 1) % 14) },
  };
  const timed = async (work) => {
    const begun = performance.now();
    const answer = await work();
    return [performance.now() - begun, answer];
  };
  const numbers = (answer) => [answer].flat().flatMap(({ columns: values }) => [...values[0].values]).filter((number) => number > 0);
  const results = [];
  for (const [name, { slice, loop, next }] of Object.entries(questions)) {
    const best = { name, ours: Infinity, loop: Infinity, same: true };
    for (let round = 0; round < 10; round += 1) {
      if (next) next();
      else await opened.forget();
      const [ours, answer] = await timed(() => opened.slice(slice()));
      const [plain, expected] = await timed(loop);
      best.ours = Math.min(best.ours, ours);
      best.loop = Math.min(best.loop, plain);
      const ordered = (all) => [...all].sort((one, other) => one - other).join();
      best.same &&= ordered(numbers(answer)) === ordered(expected);
    }
    results.push(best);
  }
  opened.close();
  return results;
}
