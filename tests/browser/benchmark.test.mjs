// What a place is held against: chosen by mouse and by keyboard, kept in the link, undone, told in both languages, and right.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { printed, query } from './support/command.mjs';
import { demo } from './support/files.mjs';
import { enter, hasFocus, tabTo } from './support/keys.mjs';
import { atView, openView, seen, settled } from './support/page.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PACKAGE = 'package=sundhedsraad-noegletal';
const LIST = ['kommune:0607', 'kommune:0615', 'kommune:0630'];
const listed = `#${PACKAGE}&view=overview&place=kommune:0621&against=list&list=${JSON.stringify(LIST)}`;

const control = (page) => page.getByRole('button', { name: /^(Sammenlign med|Compare with|Mod|Against) / });
const fragment = (page) => page.evaluate(() => decodeURIComponent(location.hash));

/** Chooses what is compared with from the menu. */
async function compare(page, name) {
  await control(page).click();
  await page.getByRole('menuitemradio', { name }).click();
  await settled(page);
}

/** The heads of the overview, and the cells of an indicator. */
async function row(page, name) {
  const rows = await seen(page.getByRole('table').first());
  return { heads: rows[0], cells: rows.find(([head]) => head.startsWith(name)) };
}

test('a link with a place and no view opens the overview of the place', async () => {
  await withPage(
    async ({ page, problems }) => {
      await atView(page, 'Overblik');
      await page.getByRole('heading', { level: 1, name: 'Sundhedsråd Fyn' }).waitFor();
      assert.match(await fragment(page), /view=overview/);
      assert.deepEqual(problems, []);
    },
    { hash: `#${PACKAGE}&place=sundhedsraad:11` },
  );
});

test('similar places are named, listed, linked, undone and told in English', async () => {
  await withPage(
    async ({ page, problems }) => {
      await atView(page, 'Overblik');
      const country = await row(page, 'Akutte indlæggelser');
      await compare(page, /lignende sundhedsråd/);
      const similar = await row(page, 'Akutte indlæggelser');
      const [, count] = similar.heads.at(-1).match(/^Mod (\d+) lignende sundhedsråd$/);
      assert.notDeepEqual(similar.cells.slice(5, 7), country.cells.slice(5, 7));
      await page.getByRole('button', { name: /^Vis hvilke/ }).click();
      assert.equal(await page.getByRole('dialog').getByRole('listitem').count(), Number(count));
      await page.keyboard.press('Escape');
      assert.match(await fragment(page), /against=peers:raadstype/);
      await page.reload();
      await atView(page, 'Overblik');
      assert.deepEqual(await row(page, 'Akutte indlæggelser'), similar);
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('button', { name: `Compare with ${count} similar health councils` }).waitFor();
      await page.getByRole('button', { name: 'Dansk' }).click();
      await page.getByRole('button', { name: `Sammenlign med ${count} lignende sundhedsråd` }).waitFor();
      await compare(page, 'Hele landet');
      assert.deepEqual(await row(page, 'Akutte indlæggelser'), country);
      await page.getByRole('button', { name: 'Fortryd' }).click();
      await settled(page);
      assert.deepEqual(await row(page, 'Akutte indlæggelser'), similar);
      await openView(page, 'Indikator');
      await page.getByText(`streg: ${count} lignende sundhedsråd`, { exact: false }).first().waitFor();
      assert.deepEqual(problems, []);
    },
    { hash: `#${PACKAGE}&place=sundhedsraad:10` },
  );
});

test('the region and the council follow the place', async () => {
  await withPage(
    async ({ page }) => {
      await atView(page, 'Overblik');
      await compare(page, 'Region Syddanmark');
      assert.match(await fragment(page), /against=region(&|$)/);
      await page.getByRole('button', { name: 'Skift sted' }).click();
      await page.getByRole('button', { name: 'Aarhus', exact: true }).click();
      await settled(page);
      assert.equal((await row(page, 'Akutte')).heads.at(-1), 'Mod Region Midtjylland');
    },
    { hash: `#${PACKAGE}&place=kommune:0621` },
  );
});

test('an own list has the rate of its places together, as the tool answers it', async () => {
  await withPage(
    async ({ page, problems }) => {
      await atView(page, 'Overblik');
      const { heads, cells } = await row(page, 'Forebyggelige sygehusophold');
      assert.equal(heads.at(-1), 'Mod 3 valgte kommuner');
      const where = { year: [2025], kommune: LIST.map((id) => id.split(':')[1]) };
      const [answer] = query(demo('sundhedsraad-noegletal.snit'), { measures: [{ indicator: 'forebyggelige_65' }], where });
      assert.ok(answer.forebyggelige_65 > 0);
      assert.equal(cells[5].replace(/[\s¹²³⁴⁵⁶⁷⁸⁹⁰]+$/, ''), printed(answer, 'forebyggelige_65', 1));
      assert.deepEqual(problems, []);
    },
    { hash: listed },
  );
});

test('an own list is made by keyboard alone, in both views', async () => {
  await withPage(
    async ({ page, problems }) => {
      await atView(page, 'Overblik');
      await enter(page, control(page));
      await page.locator('[role=menuitemradio]:focus').waitFor();
      await page.keyboard.press('e');
      assert.ok(await hasFocus(page.getByRole('menuitemradio', { name: /^Egen liste/ })), 'a letter finds the line');
      await page.keyboard.press('Enter');
      await settled(page);
      await page.getByText('Din liste er tom.').waitFor();
      const choose = page.getByRole('button', { name: 'Vælg steder' });
      await enter(page, choose);
      await page.locator('.members input:focus').waitFor();
      await page.keyboard.type('odense');
      await tabTo(page, page.getByRole('checkbox', { name: 'Odense' }));
      await page.keyboard.press('Space');
      await settled(page);
      await page.keyboard.press('Escape');
      assert.ok(await hasFocus(choose), 'the focus is back on the button');
      assert.match(await fragment(page), /against=list&.*list=\["kommune:0461"\]/);
      assert.equal((await row(page, 'Akutte')).heads.at(-1), 'Mod Odense');
      await openView(page, 'Indikator');
      await tabTo(page, choose);
      assert.equal(await control(page).innerText(), 'Odense');
      assert.deepEqual(problems, []);
    },
    { hash: `#${PACKAGE}&place=kommune:0621` },
  );
});

for (const viewport of [{ width: 1440, height: 900 }, { width: 390, height: 844 }]) {
  test(`axe finds nothing at ${viewport.width} px, with lists and menus open`, async () => {
    await withPage(
      async ({ page }) => {
        await atView(page, 'Overblik');
        await page.evaluate(AXE);
        const found = async () => {
          await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
          const { violations } = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] }));
          return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
        };
        for (const [view, name] of [['Overblik', 'Vælg steder'], ['Indikator', 'Vælg steder']]) {
          await openView(page, view);
          await page.getByRole('button', { name }).click();
          assert.deepEqual(await found(), [], `${view}, ${name}`);
          await page.keyboard.press('Escape');
          await control(page).click();
          assert.deepEqual(await found(), [], `${view}, menu`);
          await page.keyboard.press('Escape');
        }
        await compare(page, /lignende kommuner/);
        await page.getByRole('button', { name: /^Vis hvilke/ }).click();
        assert.deepEqual(await found(), [], 'who they are');
      },
      { viewport, hash: listed },
    );
  });
}
