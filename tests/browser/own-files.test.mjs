// Files of one's own, which nobody has prepared: each opens in Snit with its numbers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { danish } from './support/command.mjs';
import { csvRows, danishCsv, demo, millionRows } from './support/files.mjs';
import { atView, choose, drop, pivot, seen, seenPivot, settled } from './support/page.mjs';

/** The newest year's contacts as the page must print their sum. */
const contacts = danish(csvRows.filter(({ year }) => year === 2025).reduce((sum, row) => sum + row.contacts, 0), 0);

for (const [encoding, told] of [['utf8', 'UTF-8 with its mark'], ['latin1', 'Windows-1252']]) {
  test(`a Danish CSV in ${told} opens in Snit with its sums`, async () => {
    await withPage(async ({ page, problems }) => {
      await drop(page, danishCsv('kontakter.csv', encoding));
      await atView(page, 'Snit');
      const { rows } = await seenPivot(page);
      assert.ok(rows[0].cells.includes(contacts), `${JSON.stringify(rows[0])} holds ${contacts}`);
      assert.deepEqual(problems, []);
    });
  });
}

test('the link of a dropped file asks for the file and then shows the same view', async () => {
  await withPage(async ({ page, problems }) => {
    const file = danishCsv('kontakter.csv');
    await drop(page, file);
    await atView(page, 'Snit');
    await page.getByRole('button', { name: /^Kontakter.*: sortér$/ }).first().click();
    await settled(page);
    const before = await seen(pivot(page));
    const link = await page.evaluate(() => location.hash);
    await page.reload();
    await page.getByText('Linket hører til »kontakter.csv«.').waitFor();
    assert.equal(await page.evaluate(() => location.hash), link);
    await drop(page, file);
    await atView(page, 'Snit');
    assert.deepEqual(await seen(pivot(page)), before);
    assert.deepEqual(problems, []);
  });
});

test('the ugly workbook opens in Snit with numbers', async () => {
  await withPage(async ({ page, problems }) => {
    await choose(page, demo('sundhedsraad-noegletal.xlsx'));
    await atView(page, 'Snit');
    const { rows } = await seenPivot(page);
    const numbers = rows.flatMap(({ cells }) => cells).filter((words) => /^\d/.test(words));
    assert.ok(numbers.length >= 10, JSON.stringify(rows.slice(0, 5)));
    assert.deepEqual(problems, []);
  });
});

test('a Parquet file of a million rows opens in Snit with all its contacts', async () => {
  await withPage(async ({ page, problems }) => {
    await choose(page, millionRows());
    await atView(page, 'Snit');
    await page.getByText(/1\.000\.000/).first().waitFor();
    const { rows } = await seenPivot(page);
    const numbers = rows.flatMap(({ cells }) => cells).filter((words) => /^\d/.test(words));
    assert.ok(numbers.length >= 5, JSON.stringify(rows.slice(0, 5)));
    assert.deepEqual(problems, []);
  });
});
