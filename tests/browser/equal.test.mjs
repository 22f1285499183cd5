// The page and the command-line tool answer the same question with the same numbers.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { danishCsv, demo, inFolder, millionRows } from './support/files.mjs';
import { atView, choose, pivotLink, seenPivot } from './support/page.mjs';
import { allUnfolded, expected } from './support/pivot.mjs';

const PLACES = ['region', 'sundhedsraad', 'kommune'];

/** Every cell on the page against the answer of the tool; gives back what the cells show, for further questions. */
async function compare(page, file, layout, { decimals, depth }) {
  await atView(page, 'Snit');
  const { rows } = await seenPivot(page);
  const [total, ...others] = rows;
  const shown = [['', total.cells], ...others.map(({ label, cells }) => [label, cells])];
  assert.deepEqual(shown.sort(), [...expected(file, layout, decimals, depth)].sort());
  return rows.flatMap(({ cells }) => cells);
}

/** Opens a layout of a demonstration by its link and compares. */
async function compareDemo(name, layout, style) {
  let cells;
  await withPage(
    async ({ page, problems }) => {
      cells = await compare(page, demo(name), layout, style);
      assert.deepEqual(problems, []);
    },
    { hash: pivotLink(name.replace(/\.snit$/, ''), layout) },
  );
  return cells;
}

/** The table as it is exported: a list of rows, each a list of fields, up to the empty line before the source. */
async function exported(page) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Eksportér' }).click();
  const text = readFileSync(await (await waiting).path(), 'utf8');
  return text.split('\r\n\r\n')[0].split('\r\n').map((line) => line.split(';'));
}

/** Opens a layout of a file of one's own: its link asks for the file, which is then picked; compares. */
async function compareOwn(file, layout, style) {
  await inFolder(file, (path) =>
    withPage(
      async ({ page, problems }) => {
        await page.getByText(`Linket hører til »${file.name}«.`).waitFor();
        await choose(page, file);
        await compare(page, path, layout, style);
        assert.deepEqual(problems, []);
      },
      { hash: pivotLink(file.name, layout) },
    ),
  );
}

test('stays and readmissions in all municipalities by sex, small numbers hidden', async () => {
  const layout = { table: 'hospital', rows: PLACES, columns: ['sex'], measures: [{ sum: 'akutte_ophold' }, { sum: 'genindlaeggelser' }], filters: { year: ['2025'], age: ['0-17'] } };
  const unfolded = allUnfolded(demo('sundhedsraad-noegletal.snit'), layout);
  const cells = await compareDemo('sundhedsraad-noegletal.snit', { ...layout, unfolded }, { decimals: [0, 0] });
  assert.equal(cells.length, (1 + 4 + 17 + 98) * 6);
  assert.ok(cells.includes('skjult'), 'some numbers are hidden');
});

test('patients of several sectors are bounds and never a sum', async () => {
  const layout = { table: 'paa_tvaers', rows: ['sundhedsraad'], columns: ['sector'], measures: [{ sum: 'patienter' }, { sum: 'kontakter' }], filters: { age: ['65+'], year: ['2025'] } };
  const cells = await compareDemo('sundhedsraad-noegletal.snit', layout, { decimals: [0, 0] });
  assert.ok(cells.filter((words) => /^[\d.]+-[\d.]+$/.test(words)).length >= 16, cells.join());
});

test('indicators, which are not sums of their parts', async () => {
  const layout = { table: 'hospital', rows: PLACES, columns: ['year'], measures: [{ indicator: 'akutte_indlaeggelser' }], filters: { year: ['2023', '2024', '2025'] } };
  await compareDemo('sundhedsraad-noegletal.snit', layout, { decimals: [1], depth: 1 });
});

test('what does not exist in a year, and money with its decimals', async () => {
  const layout = { table: 'finansiering', rows: ['sundhedsraad'], columns: ['year'], measures: [{ sum: 'kommunal_medfinansiering' }, { sum: 'drg_vaerdi' }] };
  const cells = await compareDemo('sundhedsraad-noegletal.snit', layout, { decimals: [0, 0] });
  assert.ok(cells.includes('·'), 'some numbers do not exist');
});

test('sums, ratios, means and extremes of a million rows', async () => {
  const measures = [{ sum: 'contacts' }, { ratio: ['cost_dkk', 'contacts'] }, { mean: 'bed_days' }, { max: 'cost_dkk' }, { count: 'bed_days' }];
  const layout = { table: 'kontakter', rows: ['diagnosis_group'], columns: ['sex'], measures, filters: { year: ['2024', '2025'] } };
  await compareDemo('sandkasse.snit', layout, { decimals: [0, 2, 1, 2, 0] });
});

test('an export holds the numbers of the table, typed, and hidden ones as a word', async () => {
  const layout = { table: 'personale', rows: ['kommune'], columns: ['profession'], measures: [{ sum: 'ansatte' }], filters: { year: ['2025'] } };
  await withPage(
    async ({ page, problems }) => {
      await atView(page, 'Snit');
      const { columns, rows } = await seenPivot(page);
      const typed = (words) => (/^\d[\d.]*\*?$/.test(words) ? words.replace(/[.*]/g, '') : words);
      const [head, ...lines] = await exported(page);
      assert.deepEqual(head.slice(1), columns);
      assert.deepEqual(lines, rows.map(({ label, cells }) => [label, ...cells.map(typed)]));
      assert.ok(lines.flat().includes('skjult'), 'some numbers are hidden');
      assert.deepEqual(problems, []);
    },
    { hash: pivotLink('sundhedsraad-noegletal', layout) },
  );
});

test('a sheet of the ugly workbook, hidden numbers and printed totals kept apart', async () => {
  const layout = { table: '6_psykiatri', rows: PLACES, columns: ['koen'], measures: [{ sum: 'psykiatriske_genindlaeggelser' }], filters: { year: ['2025'] } };
  const unfolded = allUnfolded(demo('sundhedsraad-noegletal.xlsx'), layout);
  const cells = await compareDemo('sundhedsraad-noegletal.xlsx', { ...layout, unfolded }, { decimals: [0] });
  assert.ok(cells.includes('skjult') && cells.some((words) => /^mindst \d/.test(words)), cells.join());
});

test('a Danish CSV', async () => {
  const layout = { table: 'kontakter', rows: ['kommune'], columns: ['koen'], measures: [{ sum: 'kontakter' }, { sum: 'udgift_i_kr' }], filters: { aar: ['2025'] } };
  await compareOwn(danishCsv('kontakter.csv'), layout, { decimals: [0, 2] });
});

test('a Parquet file of a million rows', async () => {
  const layout = { table: 'kontakter', rows: ['age_band'], columns: ['year'], measures: [{ sum: 'contacts' }, { sum: 'cost_dkk' }, { mean: 'bed_days' }] };
  await compareOwn(millionRows(), layout, { decimals: [0, 2, 1] });
});
