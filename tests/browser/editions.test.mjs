// Two editions of one package: what came and went, what was revised, what is defined anew; hidden cells stay hidden.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { snit, withPage } from './browser.mjs';
import { danish } from './support/command.mjs';
import { demo, demoFile } from './support/files.mjs';
import { tabTo } from './support/keys.mjs';
import { faults, open, rows, sideways, studyLink } from './support/study.mjs';

const LINK = studyLink('kpos-fsiii', 'editions');
const diff = () => JSON.parse(execFileSync(snit, ['diff', demo('kpos-fsiii.snit'), demo('kpos-fsiii-2.snit'), '--json'], { encoding: 'utf8' }));
const number = (words) => Number(words.replace(/\./g, '').replace(',', '.').replace('−', '-').replace('+', '').replace('%', ''));

/** Picks the other edition, and waits for what differs. */
async function compared(page, file = demo('kpos-fsiii-2.snit')) {
  if (!(await page.locator('.editions-pick').count())) await open(page, 'kpos-fsiii');
  await page.locator('#editions-file').setInputFiles(file);
  await page.locator('#editions-pair').waitFor();
}

test('counts, revisions, members and definitions are those that the tool tells', async () => {
  const told = diff();
  await withPage(async ({ page, problems, requests }) => {
    await compared(page);
    assert.equal(await page.locator('#editions-pair').innerText(), '2026-2, udtræk 10.9.2026 (åben) → 2026-3, udtræk 10.12.2026');
    const measures = told.tables.flatMap(({ measures }) => measures);
    const shown = (await rows(page, 'editions-counts')).slice(1).filter((row) => row.length > 1);
    const counts = shown.map(([, compared, revised, , withheld, hidden, seen, came, gone, otherwise]) => [compared, revised, withheld, hidden, seen, came, gone, otherwise].map(number));
    const expected = measures.map((it) => [it.compared, it.revised, it.withheld, it.now_hidden, it.no_longer_hidden, it.new, it.gone, it.otherwise]);
    assert.deepEqual(counts, expected);

    const most = measures.reduce((best, it) => (it.revised > best.revised ? it : best));
    const revisions = (await rows(page, 'editions-revisions')).slice(1);
    const top = most.largest.map(({ from, to }) => [from, to, to - from]);
    assert.deepEqual(revisions.slice(0, top.length).map(([, from, to, gap]) => [from, to, gap].map(number)), top);

    const members = (await rows(page, 'editions-changes')).slice(1).map((row) => row.at(-1)).join(' ');
    for (const code of told.tables.flatMap(({ members }) => members.flatMap((it) => [...it.new, ...it.gone]))) assert.match(members, new RegExp(code));
    const fields = (await rows(page, 'editions-fields')).slice(1);
    const changed = told.definitions.flatMap(({ fields }) => fields);
    assert.deepEqual(fields.map(([, , from, to]) => [from, to]), changed.map(({ from, to }) => [from.da || 'Siger intet', to.da || 'Siger intet']));
    assert.equal((await rows(page, 'editions-sections')).length - 1, told.declaration.length);
    assert.ok(requests.every(({ method, url }) => method === 'GET' && url.startsWith(new URL(page.url()).origin)));
    assert.deepEqual(problems, []);
  }, { hash: LINK });
});

test('no difference beside a hidden cell is listed, and no number of a hidden cell', async () => {
  await withPage(async ({ page }) => {
    await compared(page);
    const measure = page.locator('#editions-counts').getByRole('button', { name: 'Modtagere' });
    await measure.click();
    const told = diff().tables.find(({ table }) => table === 'indsatser').measures.find(({ measure }) => measure === 'modtagere');
    assert.ok(told.withheld > 0);
    const summary = page.locator('.editions-summary');
    await summary.getByText(`forskellen på ${danish(told.withheld, 0)} vises ikke`).waitFor();
    const revisions = (await rows(page, 'editions-revisions')).slice(1);
    assert.equal(revisions.length, told.revised - told.withheld);
  }, { hash: LINK });
});

test('the edition that is dropped is compared, and the open one stays open', async () => {
  await withPage(async ({ page, problems }) => {
    await open(page, 'kpos-fsiii');
    await page.locator('.editions-pick').waitFor();
    const { name, bytes } = demoFile('kpos-fsiii-2.snit');
    const held = await page.evaluateHandle(([name, base64]) => {
      const held = new DataTransfer();
      held.items.add(new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name));
      return held;
    }, [name, bytes.toString('base64')]);
    for (const type of ['dragenter', 'dragover']) await page.dispatchEvent('body', type, { dataTransfer: held });
    for (const type of ['dragover', 'drop']) await page.dispatchEvent('.editions-pick', type, { dataTransfer: held });
    await page.locator('#editions-pair').waitFor();
    assert.equal(await page.locator('.drop-veil').isVisible(), false);
    assert.match(await page.getByRole('banner').innerText(), /2026-2/);
    assert.deepEqual(problems, []);
  }, { hash: LINK });
});

test('another data set and a file that is no package are refused in words', async () => {
  await withPage(async ({ page }) => {
    await open(page, 'kpos-fsiii');
    for (const [file, words] of [['ordiprax.snit', /et andet datasæt/], ['sundhedsraad-noegletal.xlsx', /ikke en datapakke/]]) {
      await page.locator('#editions-file').setInputFiles(demo(file));
      await page.getByRole('alert').getByText(words).waitFor();
    }
  }, { hash: LINK });
});

test('the list is narrowed and ordered by keyboard, saved, and follows the language', async () => {
  await withPage(async ({ page, problems }) => {
    await compared(page);
    const order = page.locator('#editions-order');
    await tabTo(page, order);
    await page.keyboard.press('ArrowDown');
    const percents = async () => (await rows(page, 'editions-revisions')).slice(1).map((row) => row.at(-1)).filter(Boolean).map((words) => Math.abs(number(words)));
    const sorted = await percents();
    assert.deepEqual(sorted, [...sorted].sort((a, b) => b - a));
    const waiting = page.waitForEvent('download');
    await page.locator('#editions-save').click();
    const text = readFileSync(await (await waiting).path(), 'utf8');
    assert.match(text.split('\r\n')[0], /^\ufeff"Tabel";"Mål";"Hvor";"Før";"Nu";"Forskel";"Procent"$/);
    await page.evaluate(() => { location.hash += '&language=en'; });
    await page.getByRole('heading', { name: 'Compare editions' }).waitFor();
    assert.equal(await page.locator('#editions-pair').innerText(), '2026-2, extract 10 Sep 2026 (open) → 2026-3, extract 10 Dec 2026');
    assert.deepEqual(problems, []);
  }, { hash: LINK });
});

test('what the list is narrowed to is in the link: back, reload and the language keep it', async () => {
  await withPage(async ({ page, problems }) => {
    await compared(page);
    const measure = page.locator('#editions-counts').getByRole('button', { name: 'Leverede timer om ugen' });
    await measure.click();
    await page.waitForFunction(() => location.hash.includes('editions-measure'));
    const period = await page.locator('#editions-period option').nth(1).getAttribute('value');
    await page.locator('#editions-period').selectOption(period);
    await page.waitForFunction(() => location.hash.includes('editions-period'));
    await page.locator('#editions-order').selectOption('percent');
    await page.waitForFunction(() => location.hash.includes('editions-order'));
    const chosen = await rows(page, 'editions-revisions');
    assert.ok(chosen.length > 1);
    await page.goBack();
    await page.waitForFunction(() => !location.hash.includes('editions-order'));
    assert.equal(await page.locator('#editions-order').inputValue(), 'size');
    assert.equal(await page.locator('#editions-period').inputValue(), period);
    await page.goForward();
    await page.waitForFunction(() => location.hash.includes('editions-order'));
    await page.reload();
    await compared(page);
    assert.deepEqual(await rows(page, 'editions-revisions'), chosen);
    assert.equal(await measure.getAttribute('aria-pressed'), 'true');
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Compare editions' }).waitFor();
    assert.equal(await page.locator('#editions-period').inputValue(), period);
    assert.equal((await rows(page, 'editions-revisions')).length, chosen.length);
    assert.deepEqual(problems, []);
  }, { hash: LINK });
});

for (const [width, colorScheme] of [[1440, 'light'], [1440, 'dark'], [390, 'light'], [390, 'dark']]) {
  test(`the comparison is accessible at ${width} px, ${colorScheme}`, async () => {
    await withPage(async ({ page }) => {
      await open(page, 'kpos-fsiii');
      await page.locator('.editions-pick').waitFor();
      assert.deepEqual(await faults(page), []);
      await compared(page);
      assert.deepEqual(await faults(page), []);
      assert.equal(await sideways(page), 0);
    }, { hash: LINK, viewport: { width, height: 900 }, colorScheme });
  });
}
