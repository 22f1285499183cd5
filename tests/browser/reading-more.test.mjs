// The reading step beyond sheets and one language: files that describe themselves, another language, a colleague's profile.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { demo } from './support/files.mjs';
import * as harder from './support/harder.mjs';
import { hasFocus } from './support/keys.mjs';
import { atView, drop, pivotLink, seen, seenPivot } from './support/page.mjs';
import { drawn, open, outcome, role, setColumn, sheet, useIt } from './support/step.mjs';
import { uglyWorkbook } from './support/workbook.mjs';
import { members } from './support/zip.mjs';

const px = {
  name: 'ophold.px',
  bytes: Buffer.from(
    ['CHARSET="ANSI";', 'MATRIX="A";', 'CONTENTS="Ophold";', 'UNITS="antal";', 'STUB="kommune";', 'HEADING="tid";', 'VALUES("kommune")="Kolding","Vejle";', 'VALUES("tid")="2024","2025";', 'DATA=', '1 2', '3 ".."', ';'].join('\n'),
  ),
};

test('a file that describes itself opens at once, and is drawn with its labels and the roles it says', async () => {
  await withPage(async ({ page, problems }) => {
    await drop(page, px);
    await atView(page, 'Snit');
    await page.getByRole('button', { name: 'Se, hvordan arket er læst' }).click();
    const rows = await seen(sheet(page).getByRole('table'));
    assert.ok(rows.some((cells) => cells.includes('Kolding') && cells.includes('2025')), JSON.stringify(rows));
    const roles = await page.getByRole('combobox', { name: /^Rolle for kolonne/ }).evaluateAll((roles) => roles.map(({ value }) => value));
    assert.deepEqual(roles, ['geography', 'time', 'measure']);
    await useIt(page).click();
    await atView(page, 'Snit');
    assert.deepEqual(problems, []);
  });
});

test('a column of a Parquet file gets another name, and the file is used with it', async () => {
  const name = 'tabel.parquet';
  const parts = members(readFileSync(demo('sundhedsraad-noegletal.snit')));
  const [, bytes] = [...parts].find(([part]) => part.endsWith('.parquet'));
  await withPage(async ({ page, problems }) => {
    await open(page, { name, bytes });
    const letters = await page.getByRole('combobox', { name: /^Rolle for kolonne/ }).evaluateAll((roles) => roles.filter(({ value }) => value === 'measure').map(({ ariaLabel }) => ariaLabel.split(' ').at(-1)));
    await setColumn(page, letters[0], ['Navn', 'Mit eget navn']);
    assert.ok((await seen(sheet(page).getByRole('table')))[1].some((words) => words.includes('Mit eget navn')));
    await useIt(page).click();
    await atView(page, 'Snit');
    await page.getByText('Mit eget navn').first().waitFor();
    assert.deepEqual(problems, []);
  });
});

test('another language while the step is open changes every word and no decision', async () => {
  await withPage(async ({ page, problems }) => {
    await open(page, uglyWorkbook());
    await role(page, 'E').selectOption('left_out');
    await drawn(page);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'How the sheet was read' }).waitFor();
    await drawn(page);
    await page.getByRole('group', { name: /^Column G: is 1\.594 a whole number\?/ }).waitFor();
    assert.equal(await page.getByRole('combobox', { name: 'Role of column E' }).inputValue(), 'left_out');
    const words = await page.locator('.reading').innerText();
    for (const danish of ['Resultat', 'Kontrol', 'sprunget over', 'spørgsmål', 'Husk', 'Fortryd', 'foreløbig']) assert.ok(!words.includes(danish), `${danish} is Danish`);
    assert.ok(!(await hasFocus(page.locator('body'))), 'the focus is lost');
    assert.deepEqual(problems, []);
  });
});

test('a reading that one person saves is used by another on the next file of the same sender', async () => {
  let saved;
  await withPage(async ({ page }) => {
    await open(page, harder.ownPlaces);
    await setColumn(page, 'A', ['Kbh.: Læses som', 'København'], ['Landet: Er', 'en total']);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Gem læsningen som fil' }).click()]);
    saved = readFileSync(await download.path(), 'utf8');
  });
  for (const number of ['100', '170']) assert.ok(!saved.includes(number), `${number} is in the reading`);
  const next = { name: 'egne-steder-2026.csv', bytes: Buffer.from(harder.ownPlaces.bytes.toString().replaceAll('2025', '2026').replace('Kbh.;2026;100', 'Kbh.;2026;111')) };
  await withPage(async ({ page, problems }) => {
    await open(page, next);
    await page.getByLabel('Hent en læsning').setInputFiles({ name: 'reading.json', mimeType: 'application/json', buffer: Buffer.from(saved) });
    await page.getByRole('status').filter({ hasText: 'Læsningen er hentet.' }).waitFor({ state: 'attached' });
    await drawn(page);
    assert.ok((await seen(outcome(page))).some((cells) => cells.includes('København')));
    await useIt(page).click();
    await atView(page, 'Snit');
    await page.evaluate((link) => (location.hash = link), pivotLink(next.name, { rows: ['kommune'], measures: [{ sum: 'ophold' }] }));
    await atView(page, 'Snit');
    const { rows } = await seenPivot(page);
    assert.deepEqual(rows.find(({ label }) => label === 'København')?.cells, ['111']);
    assert.deepEqual(problems, []);
  });
});
