// `snit.js` as another person's page uses it: files in, columns out, and errors that leave everything usable.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { demo } from './support/files.mjs';

const CSV = ['kommune;aar;koen;kontakter;kr', '0101;2024;K;10;1,5', '0101;2025;M;20;2,25', '0147;2024;K;5;0,5', '0147;2025;K;7;1', ''].join('\n');

/** Runs `use` in the page with the module and `given`; gives what it gives. */
async function inPage(use, given) {
  let found;
  await withPage(async ({ page, problems }) => {
    found = await page.evaluate(`(async () => (${use})(await import('./snit.js'), ${JSON.stringify(given ?? null)}))()`);
    assert.deepEqual(problems, []);
  });
  return found;
}

test('a CSV is opened, sliced as columns, and closed', async () => {
  const found = await inPage(async ({ open, STATUS }, csv) => {
    const opened = await open(new Blob([csv]), { name: 'k.csv', language: 'da' });
    const plain = ({ length, keys, columns }) => ({
      length,
      keys: keys.map((key) => [key.level, key.strings()]),
      columns: columns.map(({ name, values, status }) => [name, [...values], [...status].map((one) => STATUS[one])]),
    });
    const sums = plain(await opened.slice({ by: ['kommune'], measures: [{ sum: 'kontakter' }, { ratio: ['kr', 'kontakter'] }] }));
    const kept = plain(await opened.slice({ by: ['aar'], measures: [{ sum: 'kr' }], where: { aar: [2025], koen: ['K'] } }));
    const top = plain(await opened.slice({ by: ['kommune', 'aar'], measures: [{ max: 'kontakter' }], order: { measure: 0 }, top: 1 }));
    const parts = await opened.slice({ histograms: ['aar', 'koen'], measure: 'kontakter', active: 'aar', where: { aar: ['2024'] } });
    const pairs = await opened.slice({ distinct: ['kommune', 'koen'] });
    const [{ name, rows, levels, measures }] = opened.tables;
    opened.close();
    const closed = await opened.slice({ by: [] }).catch((error) => [error.name, error.code]);
    return { sums, kept, top, parts: parts.map(plain), pairs: pairs.length, table: [name, rows, levels.includes('region'), measures], closed };
  }, CSV);
  assert.deepEqual(found.sums.keys, [['kommune', ['0101', '0147']]]);
  assert.deepEqual(found.sums.columns, [
    ['kontakter', [30, 12], ['value', 'value']],
    ['kr_per_kontakter', [0.125, 0.125], ['value', 'value']],
  ]);
  assert.deepEqual([found.kept.keys, found.kept.columns[0][1]], [[['aar', ['2025']]], [1]]);
  assert.deepEqual([found.top.length, found.top.columns[0][1]], [1, [20]]);
  assert.deepEqual(found.parts.map(({ columns }) => columns[0][1]), [[15, 27], [15]]);
  assert.equal(found.pairs, 3);
  assert.deepEqual(found.table, ['k', 4, true, ['kontakter', 'kr']]);
  assert.deepEqual(found.closed, ['SnitError', 'stopped']);
});

test('what is wrong with a file or a slice is said, and what is open stays usable', async () => {
  const found = await inPage(async ({ open }, csv) => {
    const said = (promise) => promise.then(() => 'no error', ({ name, code, message, place }) => ({ name, code, message, place }));
    const broken = await said(open(new TextEncoder().encode('PK\u0003\u0004 not a workbook'), { name: 'a.xlsx' }));
    const nothing = await said(open([], {}));
    const opened = await open(new Blob([csv]), { name: 'k.csv' });
    const slices = [{ bye: ['aar'] }, { by: 'aar' }, { measures: [{ median: 'kr' }] }, { by: ['nosuch'], measures: [{ sum: 'kr' }] }, { where: { aar: [1.5] } }];
    const refused = [];
    for (const slice of slices) refused.push(await said(opened.slice(slice)));
    const [column] = (await opened.slice({ measures: [{ sum: 'kontakter' }] })).columns;
    opened.close();
    return { broken, nothing, refused, sum: column.values[0] };
  }, CSV);
  assert.equal(found.broken.name, 'SnitError');
  assert.match(found.broken.message, /a\.xlsx/);
  assert.equal(found.nothing.code, 'source');
  const [unknown, notList, noKind, noLevel, noText] = found.refused.map(({ message }) => message);
  assert.match(unknown, /no field "bye"/);
  assert.match(notList, /by is not a list/);
  assert.match(noKind, /measures is none of sum/);
  assert.match(noLevel, /nosuch/);
  assert.match(noText, /where\.aar is not a text: 1\.5/);
  assert.equal(found.sum, 42);
});

test('several files of the same columns are one table, and others are refused', async () => {
  const found = await inPage(async ({ open }, csv) => {
    const more = csv.replaceAll('2024', '2023');
    const opened = await open([new Blob([csv]), new Blob([more])], { name: 'k.csv' });
    const years = await opened.slice({ by: ['aar'], measures: [{ sum: 'kontakter' }] });
    const rows = opened.rows;
    opened.close();
    const other = await open([new Blob([csv]), new Blob(['a;n\nx;1\n'])], { name: 'k.csv' }).catch(({ message }) => message);
    return { rows, years: [years.keys[0].strings(), [...years.columns[0].values]], other };
  }, CSV);
  assert.equal(found.rows, 8);
  const sums = Object.fromEntries(found.years[0].map((year, row) => [year, found.years[1][row]]));
  assert.deepEqual(sums, { 2023: 15, 2024: 15, 2025: 54 });
  assert.match(found.other, /other columns/);
});

test('a package keeps its protection: hidden numbers do not leave', async () => {
  const bytes = readFileSync(demo('sundhedsraad-noegletal.snit')).toString('base64');
  const found = await inPage(async ({ open, STATUS }, base64) => {
    const opened = await open(Uint8Array.from(atob(base64), (one) => one.charCodeAt(0)), { name: 'n.snit' });
    const { columns, notices } = await opened.slice({ table: 'hospital', by: ['kommune', 'sex'], measures: [{ sum: 'akutte_ophold' }], where: { year: [2025], age: ['0-17'] } });
    const [{ values, status }] = columns;
    const hidden = [...status].flatMap((one, row) => (STATUS[one] === 'hidden' ? [values[row]] : []));
    opened.close();
    return { hidden, notices: notices.length, tables: opened.tables.map(({ name }) => name) };
  }, bytes);
  assert.ok(found.hidden.length > 0, 'some numbers are hidden');
  assert.ok(found.hidden.every((value) => Number.isNaN(value) || value === null), `hidden numbers have no value: ${found.hidden}`);
  assert.ok(found.tables.includes('hospital'));
});

test('questions overtaken in their lane give way, and the next answer is right, with one worker and with several', async () => {
  const found = await inPage(async ({ open }) => {
    const ROWS = 2_000_000;
    const lines = ['aar;gruppe;antal'];
    for (let row = 0; row < ROWS; row += 1) lines.push(`${2016 + (row % 10)};G${row % 97};${1 + (row % 5)}`);
    const text = lines.join('\n');
    const answers = {};
    for (const workers of [1, 2]) {
      const opened = await open(new Blob([text]), { name: 'g.csv', workers });
      const ask = (aar) => opened.slice({ by: ['gruppe'], measures: [{ sum: 'antal' }], where: { aar: [aar] } }, { lane: 'brush' });
      const overtaken = await Promise.all([2016, 2017, 2018, 2019, 2020].map(ask));
      const sum = (answer) => answer && answer.columns[0].values.reduce((all, one) => all + one, 0);
      const again = await ask(2020);
      answers[workers] = { dropped: overtaken.filter((one) => one === undefined).length, last: sum(overtaken.at(-1)), again: [...again.columns[0].values] };
      opened.close();
    }
    return answers;
  });
  for (const { dropped, last, again } of Object.values(found)) {
    assert.ok(dropped >= 3, `${dropped} of five were dropped`);
    // Rows 4, 14, 24 … all have 1 + 4.
    assert.equal(last, 1_000_000);
    assert.equal(again.reduce((all, one) => all + one, 0), 1_000_000);
  }
  assert.deepEqual(found[1].again, found[2].again);
});
