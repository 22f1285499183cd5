// The main job from end to end: open a file, look at places, slice, drill, switch language, share the link.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { printed, query } from './support/command.mjs';
import { demo, demoFile } from './support/files.mjs';
import { atView, choose, drop, openView, pivot, seen, seenPivot, settled } from './support/page.mjs';

const KEY_FIGURES = 'sundhedsraad-noegletal.snit';

test('the page begins with no file open and offers the demonstrations', async () => {
  await withPage(async ({ page, problems }) => {
    await page.getByText('Ingen fil åben').waitFor();
    await page.getByRole('button', { name: 'Vælg fil…' }).waitFor();
    await page.getByRole('button', { name: 'Sundhedsrådenes nøgletal', exact: true }).waitFor();
    assert.deepEqual(problems, []);
  });
});

test('a package that is picked and one that is dropped give the same overview', async () => {
  const tables = [];
  for (const open of [(page) => choose(page, demo(KEY_FIGURES)), (page) => drop(page, demoFile(KEY_FIGURES))]) {
    await withPage(async ({ page, problems }) => {
      await open(page);
      await atView(page, 'Overblik');
      tables.push(await seen(page.getByRole('table').first()));
      assert.deepEqual(problems, []);
    });
  }
  const numbers = tables[0].flat().filter((words) => /\d/.test(words));
  assert.ok(numbers.length > 60, `the overview shows ${numbers.length} numbers`);
  assert.deepEqual(tables[1], tables[0]);
});

test('a place chosen in the ranking is chosen in the table and can be taken back', async () => {
  await withPage(async ({ page, problems }) => {
    await choose(page, demo(KEY_FIGURES));
    await atView(page, 'Overblik');
    await openView(page, 'Indikator');
    const option = page.getByRole('listbox', { name: 'Rangering: 17 steder' }).getByRole('option', { name: /Limfjorden/ });
    assert.match(await option.getAttribute('aria-label'), /Limfjorden \d+,\d, interval \d+,\d til \d+,\d, [a-zæøå ]+ hele landet$/);
    await option.click();
    await settled(page);
    const chosen = page.getByRole('button', { name: /Limfjorden$/, pressed: true });
    await chosen.waitFor();
    assert.match(await page.evaluate(() => location.hash), /place=sundhedsraad:2/);
    await page.getByRole('button', { name: 'Fjern Sundhedsråd Limfjorden' }).click();
    await chosen.waitFor({ state: 'detached' });
    assert.deepEqual(problems, []);
  });
});

/** Snit of the key figures, with Syddanmark and Lillebælt unfolded, men left out and age groups across. */
async function slice(page) {
  await openView(page, 'Snit');
  for (const name of ['Region Syddanmark', 'Sundhedsråd Lillebælt']) {
    await pivot(page).getByRole('button', { name, expanded: false }).click();
    await pivot(page).getByRole('button', { name, expanded: true }).waitFor();
    await settled(page);
  }
  await page.getByRole('button', { name: 'Tilføj til kolonner' }).click();
  await page.getByRole('menuitem', { name: 'Aldersgruppe' }).click();
  await settled(page);
  await page.getByRole('button', { name: 'Tilføj til filtre' }).click();
  await page.getByRole('menuitem', { name: 'Køn' }).click();
  await page.getByRole('checkbox', { name: 'Mænd' }).uncheck();
  await settled(page);
  await page.keyboard.press('Escape');
}

test('a slice is grouped, filtered and drilled from region to municipality', async () => {
  await withPage(async ({ page, problems }) => {
    await choose(page, demo(KEY_FIGURES));
    await atView(page, 'Overblik');
    await slice(page);
    const { columns, rows } = await seenPivot(page);
    const labels = rows.map(({ label }) => label);
    const at = (label) => labels.indexOf(label);
    assert.ok(at('Region Syddanmark') < at('Sundhedsråd Lillebælt') && at('Sundhedsråd Lillebælt') < at('Kolding'), labels.join());
    assert.equal(labels.filter((label) => label.startsWith('Region ')).length, 4);
    await page.getByRole('button', { name: 'Køn: Kvinder' }).waitFor();
    const [kolding] = query(demo(KEY_FIGURES), { table: 'hospital', by: ['kommune'], measures: [{ sum: 'ophold' }], where: { year: [2025], sex: ['K'], kommune: ['0621'] } });
    const groups = ['0-17 år', '18-64 år', '65 år og derover', 'I alt'];
    assert.deepEqual(columns, groups.map((group) => `Sygehusophold, ${group}`));
    assert.equal(rows[at('Kolding')].cells.at(-1), printed(kolding, 'ophold', 0));
    await pivot(page).getByRole('button', { name: 'Sundhedsråd Lillebælt', expanded: true }).click();
    await settled(page);
    assert.ok(!(await seenPivot(page)).rows.some(({ label }) => label === 'Kolding'), 'a folded row hides its parts');
    assert.deepEqual(problems, []);
  });
});

test('the language switches words and numbers, and back again', async () => {
  await withPage(async ({ page, problems }) => {
    await choose(page, demo(KEY_FIGURES));
    await atView(page, 'Overblik');
    await openView(page, 'Snit');
    const before = await seen(pivot(page));
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('button', { name: 'Add to rows' }).waitFor();
    await settled(page);
    assert.equal(await page.evaluate(() => document.documentElement.lang), 'en');
    const numbers = (table) => table.flat().filter((words) => /^\d[\d.,]*\*?$/.test(words));
    const english = numbers(await seen(pivot(page)));
    assert.deepEqual(english, numbers(before).map((words) => words.replaceAll('.', ',')));
    await page.getByRole('button', { name: 'Dansk' }).click();
    await page.getByRole('button', { name: 'Tilføj til rækker' }).waitFor();
    await settled(page);
    assert.deepEqual(await seen(pivot(page)), before);
    assert.deepEqual(problems, []);
  });
});

test('the link of a demonstration gives the same view after a reload and in another browser', async () => {
  let [link, before] = [];
  await withPage(async ({ page }) => {
    await page.getByRole('button', { name: 'Sundhedsrådenes nøgletal', exact: true }).click();
    await atView(page, 'Overblik');
    await slice(page);
    before = await seen(pivot(page));
    link = await page.evaluate(() => location.hash);
    await page.reload();
    await atView(page, 'Snit');
    assert.deepEqual(await seen(pivot(page)), before);
    assert.equal(await page.evaluate(() => location.hash), link);
  });
  await withPage(
    async ({ page, problems }) => {
      await atView(page, 'Snit');
      assert.deepEqual(await seen(pivot(page)), before);
      assert.deepEqual(problems, []);
    },
    { hash: link },
  );
});
