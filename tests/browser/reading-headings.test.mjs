// Texts above columns of numbers, read one by one as somebody says: years, sexes and measures that are spread over columns.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { enter, hasFocus, keepsFocus, tabTo } from './support/keys.mjs';
import { atView, pivotLink, seen, seenPivot } from './support/page.mjs';
import { drawn, open, outcome, row, set, setColumn, step, useIt } from './support/step.mjs';
import { uglyWorkbook } from './support/workbook.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const sideBySide = {
  name: 'ophold-paa-tvaers.csv',
  bytes: Buffer.from(['Ophold efter køn', '', ';2024;;I år;', 'Kommune;H;D;H;D', 'Kolding;11;12;13;14', 'Vejle;21;22;23;24', ''].join('\n')),
};

/** What Snit shows of the file by year and sex: the cells of each row by its label. */
async function numbers(page) {
  const layout = { rows: ['kommune'], columns: ['year', 'sex'], measures: [{ sum: 'ophold_efter_koen' }], filters: {} };
  await page.evaluate((link) => (location.hash = link), pivotLink(sideBySide.name, layout));
  await atView(page, 'Snit');
  const { rows } = await seenPivot(page);
  return Object.fromEntries(rows.map(({ label, cells }) => [label, cells]));
}

test('by mouse, members in headings are named one by one, and the numbers stand under them', async () => {
  await withPage(async ({ page, problems }) => {
    await open(page, sideBySide);
    await row(page, 3).click();
    await set(page, 'I år: Læses som', '2025*');
    await row(page, 4).click();
    await set(page, 'H: Læses som', 'Mænd');
    await set(page, 'D: Læses som', 'Kvinder');
    assert.ok((await seen(outcome(page))).some((cells) => cells.includes('Kvinder')));
    await useIt(page).click();
    await atView(page, 'Snit');
    const found = await numbers(page);
    assert.deepEqual(found.Kolding.slice(0, 2), ['11', '12']);
    assert.deepEqual(found.Vejle.slice(2, 4).map((words) => words.replace('*', '')), ['23', '24']);
    await page.getByRole('button', { name: 'Se, hvordan arket er læst' }).click();
    await step(page).waitFor();
    await row(page, 4).click();
    assert.equal(await page.getByLabel('H: Læses som', { exact: true }).inputValue(), 'Mænd', 'what was decided is shown again');
    assert.deepEqual(problems, []);
  });
});

test('by keyboard alone, a member in a heading is named and made a total, and the focus is never lost', async () => {
  await withPage(async ({ page, problems }) => {
    await open(page, { name: 'koen.csv', bytes: Buffer.from('Kommune;Tilsammen;H;D\nKolding;23;11;12\nVejle;43;21;22\n') });
    await tabTo(page, row(page, 1));
    await page.keyboard.press('Enter');
    for (const [label, words] of [['H: Læses som', 'Mænd'], ['D: Læses som', 'Kvinder']]) {
      await tabTo(page, page.getByLabel(label, { exact: true }));
      await page.keyboard.type(words);
      await page.keyboard.press('Enter');
      await drawn(page);
      await keepsFocus(page, `after ${label}`);
    }
    await tabTo(page, page.getByLabel('Tilsammen: Er', { exact: true }), 'Shift+Tab');
    await page.keyboard.type('en t');
    await drawn(page);
    await keepsFocus(page, 'after a total was told');
    await page.getByRole('status').filter({ hasText: 'Række 1: en total.' }).waitFor({ state: 'attached' });
    await page.keyboard.press('Escape');
    assert.ok(await hasFocus(row(page, 1)), 'the focus is back on the row');
    await enter(page, useIt(page));
    await atView(page, 'Snit');
    await page.evaluate((link) => (location.hash = link), pivotLink('koen.csv', { rows: ['kommune'], columns: ['sex'], measures: [{ sum: 'koen' }], filters: {} }));
    await atView(page, 'Snit');
    const { rows } = await seenPivot(page);
    assert.deepEqual(rows.find(({ label }) => label === 'Vejle')?.cells, ['21', '22', '43']);
    assert.deepEqual(problems, []);
  });
});

for (const [width, colorScheme] of [[1440, 'light'], [390, 'dark']]) {
  test(`axe finds nothing in the texts of a heading at ${width} px, ${colorScheme}`, async () => {
    await withPage(
      async ({ page }) => {
        await open(page, uglyWorkbook());
        await row(page, 4).click();
        await drawn(page);
        await page.getByLabel('2025*: Læses som', { exact: true }).waitFor();
        await page.evaluate(AXE);
        const found = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'] }));
        assert.deepEqual(found.violations.map(({ id }) => id), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), 'the page scrolls sideways');
      },
      { viewport: { width, height: 900 }, colorScheme },
    );
  });
}

test('a name that is given to a column of years holds beside names of its members', async () => {
  await withPage(async ({ page, problems }) => {
    await open(page, sideBySide);
    await row(page, 3).click();
    await set(page, 'I år: Læses som', '2025');
    await setColumn(page, 'B', ['Navn', 'Sengedage']);
    const heads = (await seen(outcome(page))).flat();
    assert.ok(heads.includes('2025') && heads.includes('Sengedage'), JSON.stringify(heads));
    assert.deepEqual(problems, []);
  });
});
