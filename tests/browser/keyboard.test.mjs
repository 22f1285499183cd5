// The whole journey by keyboard alone, with the focus always in sight.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { enter, hasFocus, keepsFocus, tabTo, tabToTheEnd } from './support/keys.mjs';
import { atView, pivot, seen, settled, viewLink } from './support/page.mjs';

const demonstration = (page) => page.getByRole('button', { name: 'Sundhedsrådenes nøgletal', exact: true });

/** Opens the key figures from the list on the start page. */
async function openDemo(page) {
  await demonstration(page).waitFor();
  await enter(page, demonstration(page));
  await atView(page, 'Overblik');
  await keepsFocus(page, 'when the start page gives way');
}

/** Goes to a view: back to the bar, then along it. */
async function goTo(page, name) {
  await tabTo(page, viewLink(page, 'Overblik'), 'Shift+Tab');
  await enter(page, viewLink(page, name));
  await atView(page, name);
  assert.ok(await hasFocus(viewLink(page, name)), 'the focus stays on the link');
}

test('the first stop leads past the bars to the content', async () => {
  await withPage(async ({ page, problems }) => {
    await demonstration(page).waitFor();
    await page.keyboard.press('Tab');
    const skip = page.getByRole('link', { name: 'Gå til indholdet' });
    assert.ok(await hasFocus(skip), 'the way past the bars comes first');
    await page.keyboard.press('Enter');
    assert.ok(await hasFocus(page.getByRole('main')));
    await tabTo(page, page.getByRole('button', { name: 'Vælg fil…' }));
    assert.deepEqual(problems, []);
  });
});

test('a demonstration is opened and every view is reached and can be left', async () => {
  await withPage(async ({ page, problems }) => {
    await openDemo(page);
    for (const name of ['Indikator', 'Snit', 'Deklaration', 'Overblik']) await goTo(page, name);
    assert.deepEqual(problems, []);
  });
});

test('every stop of every view shows the focus', async () => {
  await withPage(async ({ page, problems }) => {
    await openDemo(page);
    for (const [name, least] of [['Overblik', 30], ['Indikator', 25], ['Snit', 50], ['Deklaration', 8]]) {
      await goTo(page, name);
      const stops = await tabToTheEnd(page);
      assert.ok(stops.length >= least, `${name} has ${stops.length} stops: ${stops.join(', ')}`);
    }
    assert.deepEqual(problems, []);
  });
});

test('a place is chosen in the ranking with the arrows, and Esc takes it back', async () => {
  await withPage(async ({ page, problems }) => {
    await openDemo(page);
    await goTo(page, 'Indikator');
    const option = (name) => page.getByRole('listbox', { name: /^Rangering/ }).getByRole('option', { name });
    await tabTo(page, page.getByRole('option').and(page.locator('[tabindex="0"]')));
    const first = await page.evaluate(() => document.activeElement.ariaLabel);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const third = await page.evaluate(() => document.activeElement.ariaLabel);
    assert.notEqual(third, first);
    await page.keyboard.press('Enter');
    await settled(page);
    assert.equal(await option(third).getAttribute('aria-selected'), 'true');
    assert.ok(await hasFocus(option(third)), 'the focus stays on the row');
    const label = third.replace(/ [\d–−-].*$/, '');
    await page.getByRole('button', { name: label, exact: true, pressed: true }).waitFor();
    await page.keyboard.press('Escape');
    await settled(page);
    assert.equal(await page.getByRole('button', { name: label, exact: true, pressed: true }).count(), 0);
    assert.deepEqual(problems, []);
  });
});

test('rows are unfolded and the focus stays on them', async () => {
  await withPage(async ({ page, problems }) => {
    await openDemo(page);
    await goTo(page, 'Snit');
    for (const name of ['Region Syddanmark', 'Sundhedsråd Lillebælt']) {
      await enter(page, pivot(page).getByRole('button', { name, expanded: false }));
      const unfolded = pivot(page).getByRole('button', { name, expanded: true });
      await unfolded.waitFor();
      await settled(page);
      assert.ok(await hasFocus(unfolded), `the focus stays on ${name}`);
    }
    assert.ok((await seen(pivot(page))).some(([label]) => label.startsWith('Kolding')));
    assert.deepEqual(problems, []);
  });
});

test('a menu is walked with the arrows, and Esc gives the focus back to its button', async () => {
  await withPage(async ({ page, problems }) => {
    await openDemo(page);
    await goTo(page, 'Snit');
    const button = page.getByRole('button', { name: 'Tilføj til kolonner' });
    const menu = page.getByRole('menu', { name: 'Tilføj til kolonner' });
    await enter(page, button);
    await menu.waitFor();
    assert.ok(await hasFocus(menu.getByRole('menuitem').first()), 'the first line has the focus');
    await page.keyboard.press('ArrowDown');
    assert.ok(await hasFocus(menu.getByRole('menuitem').nth(1)));
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    assert.ok(await hasFocus(button), 'the focus is back on the button');
    await page.keyboard.press('ArrowDown');
    await tabTo(page, menu.getByRole('menuitem', { name: 'Aldersgruppe' }), 'ArrowDown');
    await page.keyboard.press('Enter');
    await pivot(page).getByRole('button', { name: /65 år og derover/ }).first().waitFor();
    await settled(page);
    assert.deepEqual(problems, []);
  });
});

test('a filter is opened, changed with the space bar and closed with Esc', async () => {
  await withPage(async ({ page, problems }) => {
    await openDemo(page);
    await goTo(page, 'Snit');
    const before = await seen(pivot(page));
    await enter(page, page.getByRole('button', { name: 'År: 2025' }));
    await tabTo(page, page.getByRole('checkbox', { name: '2024' }));
    await page.keyboard.press('Space');
    await settled(page);
    await page.keyboard.press('Escape');
    assert.ok(await hasFocus(page.getByRole('button', { name: /^År: 2024/ })), 'the focus is back on the filter');
    assert.notDeepEqual(await seen(pivot(page)), before);
    await page.keyboard.press('Control+z');
    await settled(page);
    assert.deepEqual(await seen(pivot(page)), before);
    assert.deepEqual(problems, []);
  });
});

test('D opens the declaration and Ctrl+Z leads back', async () => {
  await withPage(async ({ page, problems }) => {
    await openDemo(page);
    await page.keyboard.press('d');
    await atView(page, 'Deklaration');
    await page.getByRole('heading', { level: 1, name: 'Deklaration' }).waitFor();
    await page.keyboard.press('Control+z');
    await atView(page, 'Overblik');
    assert.deepEqual(problems, []);
  });
});
