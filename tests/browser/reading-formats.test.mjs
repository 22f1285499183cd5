// Files whose columns come with names or types, in the reading step: each is dropped, something is put right, and it holds.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { snit, withPage } from './browser.mjs';
import { atView, pivotLink, seen, seenPivot } from './support/page.mjs';
import { open, outcome, role, setColumn, sheet, step, useIt } from './support/step.mjs';

const places = ['Kbh.', 'Kolding'];
const years = ['2024', '2025'];
const numbers = [101, 102, 201, 202];

const dimension = (label, texts) => ({ label, category: { index: texts.map((_, at) => `k${at}`), label: Object.fromEntries(texts.map((text, at) => [`k${at}`, text])) } });
const cube = { hvor: dimension('hvor', places), periode: dimension('periode', years) };
const json = (value) => Buffer.from(JSON.stringify(value));

const px = ['CHARSET="ANSI";', 'AXIS-VERSION="2013";', 'CODEPAGE="utf-8";', 'LANGUAGE="da";', 'MATRIX="A";', 'TITLE="Ophold";', 'CONTENTS="Ophold";', 'UNITS="antal";', 'DECIMALS=0;', 'STUB="hvor";', 'HEADING="periode";', 'VALUES("hvor")="Kbh.","Kolding";', 'VALUES("periode")="2024","2025";', 'DATA=', '101 102', '201 202', ';', ''];

/** The same rows in a format that the command-line tool writes. */
function converted(ending) {
  const folder = mkdtempSync(join(tmpdir(), 'snit-typed-'));
  try {
    const rows = places.flatMap((place, p) => years.map((year, y) => `${place};${year};${numbers[2 * p + y]}`));
    writeFileSync(join(folder, 'ophold.csv'), ['hvor;periode;Ophold', ...rows, ''].join('\n'));
    execFileSync(snit, ['convert', join(folder, 'ophold.csv'), '-o', join(folder, `ophold.${ending}`)], { stdio: 'pipe' });
    return readFileSync(join(folder, `ophold.${ending}`));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Files, and how the first place is written in them. */
const files = [
  ['JSON-stat 2', 'ophold.json', () => json({ version: '2.0', class: 'dataset', label: 'Ophold', id: ['hvor', 'periode'], size: [2, 2], dimension: cube, value: numbers })],
  ['JSON-stat 1', 'ophold-1.json', () => json({ dataset: { label: 'Ophold', dimension: { id: ['hvor', 'periode'], size: [2, 2], ...cube }, value: numbers } })],
  ['PX', 'ophold.px', () => Buffer.from(px.join('\r\n'))],
  ['Parquet', 'ophold.parquet', () => converted('parquet'), '0101'],
];

for (const [format, name, bytes, first = 'Kbh.'] of files) {
  test(`a file of ${format} is drawn as it is, put right column by column, and used so`, async () => {
    await withPage(async ({ page, problems }) => {
      await open(page, { name, bytes: bytes() });
      const rows = await seen(sheet(page).getByRole('table'));
      assert.ok(rows.some((cells) => cells.includes(first)) && rows.some((cells) => cells.includes('202')), JSON.stringify(rows));
      await setColumn(page, 'A', ['Rolle', 'Sted'], [`${first}: Læses som`, 'København']);
      await setColumn(page, 'C', ['Navn', 'Sengedage'], ['Kan lægges sammen', 'nej (rate, andel, gennemsnit)']);
      assert.equal(await role(page, 'A').inputValue(), 'geography');
      const shown = (await seen(outcome(page))).flat();
      assert.ok(shown.includes('København'), JSON.stringify(shown));
      await useIt(page).click();
      await atView(page, 'Snit');
      const layout = { rows: ['kommune'], columns: ['periode'], measures: [{ sum: 'sengedage' }], filters: {} };
      await page.evaluate((link) => (location.hash = link), pivotLink(name, layout));
      await atView(page, 'Snit');
      const pivot = await seenPivot(page);
      const found = Object.fromEntries(pivot.rows.map(({ label, cells }) => [label, cells]));
      assert.deepEqual(found.København.slice(0, 2), ['101', '102']);
      assert.deepEqual(found.Kolding.slice(0, 2), ['201', '202']);
      assert.ok(found['Hele landet'].every((words) => words === 'ingen sum'), JSON.stringify(found));
      await page.getByRole('button', { name: 'Se, hvordan arket er læst' }).click();
      await step(page).waitFor();
      assert.equal(await role(page, 'A').inputValue(), 'geography', 'the reading is remembered');
      assert.deepEqual(problems, []);
    });
  });
}

test('a file of Arrow that says all of itself is drawn, has nothing to put right, and is used', async () => {
  await withPage(async ({ page, problems }) => {
    await open(page, { name: 'ophold.arrow', bytes: converted('arrow') });
    await page.getByText('Her er intet at rette.').waitFor();
    const rows = await seen(sheet(page).getByRole('table'));
    assert.ok(rows.some((cells) => cells.includes('Kolding') && cells.includes('202')), JSON.stringify(rows));
    assert.equal(await page.getByRole('combobox', { name: /^Rolle for kolonne/ }).count(), 0);
    await useIt(page).click();
    await atView(page, 'Snit');
    assert.deepEqual(problems, []);
  });
});

/** What polars and pandas wrote, which fuzzing begins with as well. */
const elsewhere = (seed) => readFileSync(new URL(`../fuzz/seeds/${seed}`, import.meta.url));

for (const [name, seed] of [['polars.arrow', 'arrow/polars'], ['pandas.feather', 'arrow/pandas'], ['pandas.parquet', 'parquet/pandas']]) {
  test(`${name}, which another program wrote, is understood by itself`, async () => {
    await withPage(async ({ page, problems }) => {
      await open(page, { name, bytes: elsewhere(seed) });
      const boxes = page.getByRole('combobox', { name: /^Rolle for kolonne/ });
      const roles = await boxes.evaluateAll((all) => all.map((box) => box.value));
      assert.deepEqual(roles.sort(), ['geography', 'measure', 'measure', 'measure', 'other', 'sex', 'time']);
      await useIt(page).click();
      await atView(page, 'Snit');
      const layout = { rows: ['kommune'], columns: ['akut'], measures: [{ sum: 'udgift' }], filters: {} };
      await page.evaluate((link) => (location.hash = link), pivotLink(name, layout));
      await atView(page, 'Snit');
      const pivot = await seenPivot(page);
      const found = Object.fromEntries(pivot.rows.map(({ label, cells }) => [label, cells]));
      assert.deepEqual([found.Odense, found.Vejle], [['·', '400,25', '400,25'], ['200,50', '400,75', '601,25']]);
      assert.deepEqual(problems, []);
    });
  });
}
