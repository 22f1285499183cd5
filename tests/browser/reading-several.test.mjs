// Several files dropped at once: appended, put side by side, asked about in turn, and refused by name where one is broken.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { hasFocus } from './support/keys.mjs';
import { atView, drop, pivot, pivotLink, refusal, seen, seenPivot, settled } from './support/page.mjs';
import * as several from './support/several.mjs';
import { column, drawn, outcome, role, setColumn, step, useIt } from './support/step.mjs';

/** What Snit shows of what is open, for a layout: the cells of each row by its label. */
async function numbers(page, dataset, layout) {
  await page.evaluate((link) => (location.hash = link), pivotLink(dataset, { columns: [], filters: {}, ...layout }));
  await atView(page, 'Snit');
  const { rows } = await seenPivot(page);
  return Object.fromEntries(rows.map(({ label, cells }) => [label, cells]));
}

/** What is told of a file beside its numbers. */
const told = (page, words) => page.getByText(words).first().waitFor({ state: 'attached' });

test('four exports of one kind, text and workbook mixed, become one table with the years of their names', async () => {
  await withPage(async ({ page, problems, requests }) => {
    await drop(page, ...several.exports);
    await atView(page, 'Snit');
    const found = await numbers(page, 'ophold_2022.csv + 3', { rows: ['year'], columns: ['koen'], measures: [{ sum: 'ophold' }] });
    assert.deepEqual(found['2022'], ['204', '206', '410']);
    assert.deepEqual(found['2024'], ['604', '606', '1.210']);
    assert.deepEqual(found['2025'], ['804', '806', '1.610']);
    assert.match(found['2023'].join(' '), /skjult|mindst/, 'what is hidden in one file is hidden in all of them');
    await told(page, /er lagt sammen til én tabel/);
    assert.ok(requests.every(({ method }) => method === 'GET'));
    assert.deepEqual(problems, []);
  });
});

test('two tables of the same places and years stand side by side, in whichever order they are picked', async () => {
  for (const files of [several.sideBySide, several.sideBySide.toReversed()]) {
    await withPage(async ({ page, problems }) => {
      await drop(page, ...files);
      await atView(page, 'Snit');
      const found = await numbers(page, `${files[0].name} + 1`, { rows: ['kommune'], columns: [], measures: [{ sum: 'besoeg' }, { sum: 'borgere' }], filters: { year: ['2025'], aar: ['2025'] } });
      assert.deepEqual([found.Kolding, found.Vejle], [['1.100', '95.000'], ['2.100', '121.000']]);
      await told(page, /er stillet op ved siden af hinanden/);
      assert.deepEqual(problems, []);
    });
  }
});

test('of several files a broken one is refused by its name, and what was open stays open', async () => {
  await withPage(async ({ page, problems }) => {
    await drop(page, ...several.sideBySide);
    await atView(page, 'Snit');
    const before = await seen(pivot(page));
    for (const at of [0, 1, 4]) {
      const files = several.exports.toSpliced(at, 0, several.broken);
      await drop(page, ...files);
      const { what, remedy } = await refusal(page);
      assert.ok(`${what} ${remedy}`.includes(several.broken.name), `${what} ${remedy}`);
      assert.deepEqual(await seen(pivot(page)), before, `as the file number ${at + 1}`);
    }
    await drop(page, ...several.exports);
    await page.getByRole('banner').getByText('ophold_2022.csv + 3').first().waitFor();
    await atView(page, 'Snit');
    assert.equal(await page.getByRole('alert').count(), 0, 'a refusal goes when something is opened');
    assert.deepEqual(problems, []);
  });
});

test('a doubt that several files share is asked about once, and the answer holds for all of them', async () => {
  await withPage(async ({ page, problems }) => {
    await drop(page, ...several.doubtful);
    await step(page).waitFor();
    await settled(page);
    await page.getByText('Fil 1 af 3: tilmeldte_2023.csv.').waitFor();
    await page.getByRole('radio', { name: /^Ja, 1688/ }).check();
    await page.getByRole('button', { name: 'Svar', exact: true }).click();
    await drawn(page);
    await useIt(page).click();
    await atView(page, 'Snit');
    const found = await numbers(page, 'tilmeldte_2023.csv + 2', { rows: ['kommune'], columns: ['year'], measures: [{ sum: 'tilmeldte' }] });
    assert.deepEqual(found.Kolding.slice(0, 3), ['1.688', '1.711', '1.750']);
    assert.deepEqual(found.Fanø.slice(0, 3), ['1.102', '1.099', '998']);
    assert.deepEqual(problems, []);
  });
});

test('a reading that is remembered is used for several files of its sender, and can be seen for each of them', async () => {
  await withPage(async ({ page, problems }) => {
    await drop(page, several.doubtful[0]);
    await step(page).waitFor();
    await page.getByRole('radio', { name: /^Ja, 1688/ }).check();
    await page.getByRole('button', { name: 'Svar', exact: true }).click();
    await drawn(page);
    await setColumn(page, 'B', ['Navn', 'Sikrede']);
    await useIt(page).click();
    await atView(page, 'Snit');
    await drop(page, ...several.doubtful);
    await page.getByRole('banner').getByText('tilmeldte_2023.csv + 2').first().waitFor();
    await atView(page, 'Snit');
    await told(page, 'Læst som sidst.');
    const found = await numbers(page, 'tilmeldte_2023.csv + 2', { rows: ['kommune'], columns: ['year'], measures: [{ sum: 'sikrede' }] });
    assert.deepEqual(found.Kolding.slice(0, 3), ['1.688', '1.711', '1.750']);

    await page.getByRole('button', { name: 'Se, hvordan arket er læst' }).click();
    for (const [at, { name }] of several.doubtful.entries()) {
      await page.getByText(`Fil ${at + 1} af 3: ${name}.`).waitFor();
      assert.ok(await hasFocus(step(page)), `the focus is at the heading of file ${at + 1}`);
      assert.equal((await seen(outcome(page))).length, 4, 'a head and three cells');
      await useIt(page).click();
    }
    await atView(page, 'Snit');
    assert.deepEqual(problems, []);
  });
});

test('files of one name are told apart, and the second half of a double click is not for the next of them', async () => {
  await withPage(async ({ page, problems }) => {
    await drop(page, ...several.namesakes);
    await atView(page, 'Snit');
    await page.getByRole('button', { name: 'Se, hvordan arket er læst' }).click();
    await page.getByText('Fil 1 af 3: tal.csv.').waitFor();
    await drawn(page);
    const name = page.getByLabel('Navn', { exact: true });
    await column(page, 'C').click();
    await name.waitFor();
    await useIt(page).click();
    await page.getByText('Fil 2 af 3: tal.csv.').waitFor();
    await drawn(page);
    assert.ok(await hasFocus(step(page)), 'the next file begins at its heading');
    assert.equal(await name.count(), 0, 'what was picked of the file before is put aside');
    await useIt(page).dblclick();
    await page.getByText('Fil 3 af 3: tal.csv.').waitFor();
    await drawn(page);
    await setColumn(page, 'C', ['Navn', 'Sengedage']);
    await useIt(page).click();
    await atView(page, 'Snit');
    const found = await numbers(page, 'tal.csv + 2', { rows: ['kommune'], measures: [{ sum: 'ophold' }, { sum: 'besoeg' }, { sum: 'sengedage' }] });
    assert.deepEqual([found.Kolding, found.Vejle], [['5', '12', '50'], ['6', '13', '60']]);
    assert.deepEqual(problems, []);
  });
});

test('a file without a table among doubtful ones is refused before anything is asked', async () => {
  await withPage(async ({ page, problems }) => {
    await drop(page, ...several.doubtful, several.words);
    const { what } = await refusal(page);
    assert.ok(what.includes(several.words.name), what);
    assert.equal(await step(page).count(), 0);
    assert.deepEqual(problems, []);
  });
});

test('workbooks that leave something open are looked at in turn; leaving the step leaves all of them', async () => {
  await withPage(async ({ page, problems }) => {
    await drop(page, ...several.sideBySide);
    await atView(page, 'Snit');
    await drop(page, ...several.workbooks);
    await step(page).waitFor();
    await settled(page);
    await page.getByText(/Fil 1 af 2: sundhedsraad_tabel3_endelig_v2\.xlsx\./).waitFor();
    await role(page, 'G').selectOption('left_out');
    await drawn(page);
    await useIt(page).click();
    await atView(page, 'Snit');
    await told(page, /er lagt sammen til én tabel/);
    await page.getByRole('button', { name: 'Se, hvordan arket er læst' }).click();
    await step(page).waitFor();
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await atView(page, 'Snit');
    assert.deepEqual(problems, []);
  });
});

test('the picker takes several files as the drop does', async () => {
  await withPage(async ({ page, problems }) => {
    const picked = several.sideBySide.map(({ name, bytes }) => ({ name, mimeType: 'application/octet-stream', buffer: bytes }));
    await page.getByLabel(/^Vælg fil…$/).setInputFiles(picked);
    await atView(page, 'Snit');
    await told(page, /er stillet op ved siden af hinanden/);
    assert.deepEqual(problems, []);
  });
});
