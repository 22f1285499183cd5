// Random slices, asked of the command-line tool and of the worker in the browser: every number is the same to its last bit.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { snit, withPage } from './browser.mjs';
import { queryAll } from './support/command.mjs';
import { demo } from './support/files.mjs';

const SLICES = 150;
const STATUS = ['value', 'zero', 'hidden', 'missing', 'not_applicable', 'bounds', 'at_least', 'incomplete', 'refused'];

/** A seeded generator (mulberry32): numbers from 0 to below `count`. */
function randomFrom(seed) {
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}

function slices(file, seed) {
  const below = randomFrom(seed);
  const pick = (list) => list[below(list.length)];
  const some = (list, most) => [...new Set(Array.from({ length: below(most + 1) }, () => pick(list)))];
  const { tables } = JSON.parse(execFileSync(snit, ['inspect', file, '--json'], { encoding: 'utf8', maxBuffer: 1 << 26 }));
  return Array.from({ length: SLICES }, () => {
    const { name, columns } = pick(tables);
    const measures = columns.filter(({ role }) => role === 'measure');
    const dimensions = columns.filter(({ role }) => role !== 'measure');
    const levels = dimensions.flatMap((dimension) => [dimension, ...dimension.levels]).map((level) => level.name);
    const named = () => pick(measures).name;
    const wanted = () => pick([() => ({ sum: named() }), () => ({ sum: named() }), () => ({ mean: named() }), () => ({ max: named() }), () => ({ ratio: [named(), named()] })])();
    return {
      table: name,
      by: some(levels, 3),
      measures: Array.from({ length: 1 + below(3) }, wanted),
      where: Object.fromEntries(some(dimensions, 2).map((kept) => [kept.name, [pick(kept.first_members).code, ...some(kept.first_members, 4).map(({ code }) => code)]])),
    };
  });
}

/** A cell as the tool prints it, as status and bits. */
function told(row, name) {
  const status = row[`${name}_status`];
  return status === undefined ? row[name] : status;
}

for (const file of ['sandkasse.snit', 'sundhedsraad-noegletal.snit']) {
  test(`${SLICES} random slices of ${file} are the same in the browser and outside it`, async () => {
    const asked = slices(demo(file), 7);
    const wanted = queryAll(demo(file), asked);
    const base64 = readFileSync(demo(file)).toString('base64');
    await withPage(async ({ page }) => {
      const found = await page.evaluate(ask, { base64, asked });
      asked.forEach((slice, index) => {
        const [one, other] = [found[index], wanted[index]];
        if (other.refused) return assert.equal(one.refused, other.refused);
        const rows = other.map((row) => [slice.by.map((level) => String(row[level])), columnNames(slice).map((name) => told(row, name))]);
        const seen = one.rows.map(([keys, cells]) => [keys, cells.map(([status, value]) => (status < 2 ? value : STATUS[status]))]);
        assert.deepEqual(seen, rows, JSON.stringify(slice));
      });
      assert.ok(found.filter(({ rows }) => rows?.length > 1).length > SLICES / 2, 'most slices have rows');
    });
  });
}

function columnNames({ measures }) {
  return measures.map((measure) => {
    const [[way, of]] = Object.entries(measure);
    if (way === 'ratio') return of.join('_per_');
    return way === 'sum' ? of : `${way}_${of}`;
  });
}

/** Runs in the page. */
async function ask({ base64, asked }) {
  const { open } = await import('./snit.js');
  const opened = await open(Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)), { name: 'd.snit', language: 'da' });
  const answers = [];
  for (const slice of asked) {
    try {
      const { length, keys, columns } = await opened.slice(slice);
      const strings = keys.map((key) => key.strings());
      const rows = Array.from({ length }, (_, row) => [strings.map((of) => of[row]), columns.map(({ status, values }) => [status[row], values[row]])]);
      answers.push({ rows });
    } catch (error) {
      answers.push({ refused: error.message });
    }
  }
  opened.close();
  return answers;
}
