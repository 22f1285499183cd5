// Every demonstration opens from the start page with its ready views, and each of them shows an answer.

import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { demo } from './support/files.mjs';
import { atView, choose, openView, settled } from './support/page.mjs';
import { members } from './support/zip.mjs';

const packages = readdirSync(demo('.')).filter((name) => name.endsWith('.snit')).sort();
const MENU = 'Færdige visninger';
const NAMES = { overview: 'Overblik', indicator: 'Indikator', pivot: 'Snit', quality: 'Kvalitet', across: 'På tværs', editions: 'Sammenlign' };
/** Drawn by a module of its own, as figures and words. */
const STUDIES = ['quality', 'across', 'editions'];
/** Words of the cells of an answer that are not numbers. */
const SIGNS = /^(skjult|mangler|·|ingen sum|intet interval)$/;

/** The ready views of a package, in their order. */
function readyViews(file) {
  const parts = [...members(readFileSync(demo(file)))].filter(([name]) => name.startsWith('views/'));
  return parts.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, json]) => JSON.parse(json.toString('utf8')));
}

for (const file of packages) {
  test(`${file} opens with its ready views, and each of them shows an answer`, async (t) => {
    const ready = readyViews(file);
    assert.ok(ready.length > 1, 'there are several');
    await withPage(async ({ page, problems }) => {
      await choose(page, demo(file));
      await atView(page, file === 'sandkasse.snit' ? 'Snit' : 'Overblik');
      for (const { title, question, fragment } of ready) {
        const view = fragment.match(/(?:^|&)view=(\w+)/)[1];
        await page.getByRole('button', { name: MENU }).click();
        const line = page.getByRole('menu', { name: MENU }).getByRole('menuitem', { name: `${title.da} ${question.da}` });
        assert.ok((await line.innerText()).includes(question.da), `${title.da} is listed with its question`);
        assert.match(question.da, /\?$/);
        await line.click();
        await atView(page, NAMES[view]);
        const cells = STUDIES.includes(view) ? await studied(page) : await answered(page);
        t.diagnostic(`${title.da}: ${cells.numbers} numbers, ${cells.signs} cells without`);
        assert.ok(view === 'editions' ? cells.words > 5 : cells.numbers > cells.signs && cells.numbers > 5, `${title.da}: ${JSON.stringify(cells)}`);
      }
      await openView(page, 'Deklaration');
      assert.equal(await page.getByRole('main').getByRole('heading', { level: 2 }).count(), 7, 'the seven headings');
      assert.equal(await page.getByRole('alert').count(), 0);
      assert.deepEqual(problems, []);
    });
  });
}

/** How many cells of the tables on the page hold numbers, and how many a word in place of one. */
async function answered(page) {
  await settled(page);
  const words = await page.getByRole('main').locator('td').evaluateAll((cells) => cells.map((cell) => cell.innerText.trim()));
  const hasNumber = (text) => /\d/.test(text) && !/^mindst/.test(text);
  return { numbers: words.filter(hasNumber).length, signs: words.filter((text) => SIGNS.test(text)).length };
}

/** The same of a view that a module draws; one of two editions waits for the other, and says so. */
async function studied(page) {
  const study = page.locator('.study[aria-busy=false]');
  await study.getByRole('heading').first().waitFor();
  await settled(page);
  const words = (await study.innerText()).split(/\s+/);
  return { numbers: words.filter((word) => /\d/.test(word)).length, signs: 0, words: words.length };
}

test('the start page lists every demonstration by a Danish title with what is in it', async () => {
  await withPage(async ({ page, problems }) => {
    const list = page.getByRole('region', { name: 'Prøv en demonstration' });
    await list.waitFor();
    const index = await page.evaluate(async () => (await fetch('./demo/index.json')).json());
    const lines = await list.getByRole('listitem').allInnerTexts();
    assert.equal(lines.length, index.length);
    for (const [at, { file }] of index.entries()) {
      assert.ok(!lines[at].includes(file.split('.')[0]), `${file} has a title`);
      assert.match(lines[at], /\d (kB|MB)/);
    }
    await list.getByRole('button').first().click();
    await atView(page, 'Overblik', 'Sundhedsrådenes nøgletal');
    assert.deepEqual(problems, []);
  });
});
