// The reading step: how a raw file was read is drawn, put right by keyboard, used, and remembered for the next file.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { enter, hasFocus, keepsFocus, tabTo } from './support/keys.mjs';
import { atView, drop, seen, seenPivot, settled } from './support/page.mjs';
import { column, drawn, outcome, role, row, setColumn, sheet, step, useIt } from './support/step.mjs';
import { uglyWorkbook } from './support/workbook.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const KEPT = 'snit-readings';

async function opened(page, years) {
  await drop(page, uglyWorkbook(years));
  await step(page).waitFor();
  await settled(page);
}

/** What axe finds on the page, a line for each fault. */
async function faults(page) {
  const found = await page.evaluate((tags) => axe.run({ runOnly: tags, resultTypes: ['violations'] }), RULES);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`));
}

/** Buttons and fields of the step that are too small to be hit. */
const smallTargets = (page) => page.locator('.reading').evaluate((step) => [...step.querySelectorAll('button, select, input:not([type=file])')].filter((one) => {
  const box = (one.closest('label') ?? one).getBoundingClientRect();
  return box.width > 0 && (box.width < 24 || box.height < 24);
}).map((one) => one.id || one.className));

/** Frames whose content is wider than they are. */
const cutOff = (page) => page.locator('.reading-outcome-frame').evaluateAll((frames) => frames.filter((one) => one.scrollWidth > one.clientWidth).map((one) => `${one.scrollWidth} in ${one.clientWidth} px`));

test('a doubtful workbook is drawn before it is opened, and nothing is asked of another place', async () => {
  await withPage(async ({ page, problems, requests }) => {
    const origin = new URL(page.url()).origin;
    await opened(page);
    const rows = await seen(sheet(page).getByRole('table'));
    assert.ok(rows.some((row) => row.includes('titel')), JSON.stringify(rows.slice(0, 8)));
    assert.ok(rows.some((row) => row.includes('sprunget over: tom')));
    await page.getByRole('group', { name: /^Kolonne G: er 1\.594 et helt tal\?/ }).waitFor();
    assert.equal(await useIt(page).getAttribute('aria-disabled'), 'true');
    assert.ok(requests.every(({ method, url }) => method === 'GET' && (url.startsWith(origin) || url.startsWith('blob:'))));
    assert.deepEqual(problems, []);
  });
});

test('by keyboard alone a role is changed, a question answered, and the reading used', async () => {
  await withPage(async ({ page, problems }) => {
    await opened(page);
    assert.ok(await hasFocus(step(page)), 'the step begins at its heading');
    const before = await seen(outcome(page));
    await tabTo(page, role(page, 'E'));
    await page.keyboard.press('u');
    await page.keyboard.press('Tab');
    await drawn(page);
    assert.equal(await role(page, 'E').inputValue(), 'left_out');
    await keepsFocus(page, 'after a role was changed');
    const after = await seen(outcome(page));
    assert.notDeepEqual(after, before, 'the outcome follows');
    await enter(page, page.getByRole('button', { name: 'Nulstil læsning' }), 'Shift+Tab');
    await drawn(page);
    assert.deepEqual(await seen(outcome(page)), before);
    await tabTo(page, page.getByRole('radio', { name: /^Ja, 1594/ }));
    await enter(page, page.getByRole('button', { name: 'Svar', exact: true }));
    await drawn(page);
    await page.getByRole('status').filter({ hasText: 'Svaret er brugt.' }).waitFor({ state: 'attached' });
    assert.ok(await hasFocus(useIt(page)), 'the focus goes on to what comes next');
    await page.keyboard.press('Enter');
    await atView(page, 'Snit');
    const { rows } = await seenPivot(page);
    assert.ok(rows.flatMap(({ cells }) => cells).some((words) => /^\d/.test(words)));
    assert.deepEqual(problems, []);
  });
});

test('neither a double click nor a key that is held down answers the next question', async () => {
  await withPage(async ({ page, problems }) => {
    const lines = ['Kommune;Tilmeldte;Besøg;Ophold', 'Kolding;1.688;2.110;3.120', 'Vejle;1.655;2.340;3.450', 'Fanø;1.102;2.870;3.980'];
    await drop(page, { name: 'tvivl.csv', bytes: Buffer.from(`${lines.join('\n')}\n`) });
    await step(page).waitFor();
    await settled(page);
    const asked = page.getByRole('group', { name: /^Kolonne [B-D]: er / });
    const tell = asked.getByRole('button', { name: 'Svar', exact: true }).first();
    assert.equal(await asked.count(), 3);
    await tell.dblclick();
    await drawn(page);
    await setColumn(page, 'A', ['Navn', 'Bopæl']);
    assert.equal(await asked.count(), 2, 'one is answered');
    await tell.focus();
    await page.keyboard.down('Enter');
    await drawn(page);
    await page.keyboard.down('Enter');
    await page.keyboard.up('Enter');
    await setColumn(page, 'A', ['Navn', 'Sted']);
    assert.equal(await asked.count(), 1, 'one more is answered');
    assert.deepEqual(problems, []);
  });
});

test('what a row is can be changed by keyboard, and the focus comes back to it', async () => {
  await withPage(async ({ page, problems }) => {
    await opened(page);
    await tabTo(page, row(page, 1));
    for (let at = 1; at < 11; at += 1) await page.keyboard.press('ArrowDown');
    assert.ok(await hasFocus(row(page, 11)));
    await page.keyboard.press('Enter');
    const choice = page.getByRole('combobox', { name: 'Hvad rækken er' });
    await choice.waitFor();
    await tabTo(page, choice);
    await choice.selectOption({ label: 'springes over' });
    await drawn(page);
    const middelfart = (await seen(sheet(page).getByRole('table'))).find((cells) => cells.includes('Middelfart'));
    assert.equal(middelfart.at(-1), 'sprunget over: valgt fra');
    await page.keyboard.press('Escape');
    assert.ok(await hasFocus(row(page, 11)), 'the focus is back on the row');
    assert.deepEqual(problems, []);
  });
});

test('a reading that was used is remembered without a number and used by itself the next time', async () => {
  await withPage(async ({ page, problems }) => {
    await opened(page);
    await page.getByRole('radio', { name: /^Ja, 1594/ }).check();
    await page.getByRole('button', { name: 'Svar', exact: true }).click();
    await drawn(page);
    await useIt(page).click();
    await atView(page, 'Snit');
    const kept = await page.evaluate((key) => localStorage.getItem(key), KEPT);
    assert.match(kept, /Tilmeldte/);
    for (const number of ['1.594', '83.310', 'Middelfart']) assert.ok(!kept.includes(number), `${number} is kept`);
    await page.waitForLoadState('networkidle');
    await page.reload();
    await drop(page, uglyWorkbook(['2025', '2026']));
    await atView(page, 'Snit');
    await page.getByText('Læst som sidst.').waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Se, hvordan arket er læst' }).click();
    await step(page).waitFor();
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await atView(page, 'Snit');
    assert.deepEqual(problems, []);
  });
});

test('a reading is saved as a file, and a colleague loads it', async () => {
  await withPage(async ({ page, problems }) => {
    await opened(page);
    await page.getByRole('radio', { name: /^Nej/ }).check();
    await page.getByRole('button', { name: 'Svar', exact: true }).click();
    await drawn(page);
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Gem læsningen som fil' }).click()]);
    assert.equal(download.suggestedFilename(), 'sundhedsraad_tabel3_endelig_v2.reading.json');
    const saved = readFileSync(await download.path(), 'utf8');
    await page.getByRole('button', { name: 'Nulstil læsning' }).click();
    await page.getByRole('group', { name: /^Kolonne G/ }).waitFor();
    await page.getByLabel('Hent en læsning').setInputFiles({ name: 'reading.json', mimeType: 'application/json', buffer: Buffer.from(saved) });
    await page.getByRole('group', { name: /^Kolonne G/ }).waitFor({ state: 'detached' });
    assert.equal(await useIt(page).getAttribute('aria-disabled'), null);
    assert.deepEqual(problems, []);
  });
});

test('a file without a doubt opens at once, and how it was read can be seen afterwards', async () => {
  await withPage(async ({ page, problems, requests }) => {
    await drop(page, { name: 'antal.csv', bytes: Buffer.from('Kommune;År;Antal\nKolding;2024;704\nVejle;2024;655\nFanø;2024;<5\n') });
    await atView(page, 'Snit');
    assert.ok(!requests.some(({ url }) => url.includes('/step-')), 'the step is not fetched before it is opened');
    await page.getByRole('button', { name: 'Se, hvordan arket er læst' }).click();
    await step(page).waitFor();
    await settled(page);
    assert.equal((await seen(outcome(page))).length, 4, 'a head and three cells');
    await useIt(page).click();
    await atView(page, 'Snit');
    assert.deepEqual(problems, []);
  });
});

for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [1024, 'light'], [390, 'light'], [390, 'dark']]) {
  test(`axe finds nothing in any state of the step at ${width} px, ${colorScheme}, and nothing is cut off`, async () => {
    await withPage(
      async ({ page }) => {
        await opened(page);
        await page.evaluate(AXE);
        const states = [
          async () => {},
          async () => column(page, 'A').click(),
          async () => column(page, 'D').click(),
          async () => row(page, 4).click(),
          async () => page.getByRole('button', { name: 'Tabellen', exact: true }).click(),
        ];
        // Panels are the same at every width but for how they wrap.
        const looked = width === 1440 && colorScheme === 'light' || colorScheme === 'dark' && width === 390 ? states : states.slice(0, 2);
        for (const [at, reach] of looked.entries()) {
          await reach();
          await drawn(page);
          assert.deepEqual(await faults(page), [], `in state ${at}`);
          assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `the page scrolls sideways in state ${at}`);
          assert.deepEqual(await smallTargets(page), [], `targets under 24 px in state ${at}`);
          assert.deepEqual(await cutOff(page), [], 'the outcome is cut off');
        }
      },
      { viewport: { width, height: 900 }, colorScheme },
    );
  });
}
