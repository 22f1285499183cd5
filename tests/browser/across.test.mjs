// People across sectors: exclusive combinations, overlaps that count nobody twice, flows, and the filters of the state.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { printed, query } from './support/command.mjs';
import { demo } from './support/files.mjs';
import { tabTo } from './support/keys.mjs';
import { viewLink } from './support/page.mjs';
import { faults, open, rows, sideways, studied, studyLink } from './support/study.mjs';

const SECTORS = [['H', 'Hospital'], ['A', 'Almen praksis'], ['S', 'Speciallæge'], ['K', 'Kommune']];
const SUBSETS = Array.from({ length: 16 }, (_, bits) => SECTORS.map(([id]) => id).filter((_, at) => (bits >> at) & 1));
const codeOf = (ids) => ids.join('') || '0';
const within = (...ids) => SUBSETS.filter((set) => ids.every((id) => set.includes(id))).map(codeOf);

/** The one cell that the tool answers. */
function cell(file, table, measure, where) {
  const [row] = query(demo(file), { table, measures: [{ sum: measure }], where });
  return printed(row, measure, 0).replace('*', '');
}

/** What the page must show of a table with all sixteen combinations. */
function expectedOverlap(where) {
  const count = (...ids) => cell('patienter-paa-tvaers.snit', 'kombinationer', 'borgere', { ...where, combination: within(...ids) });
  const only = (id) => cell('patienter-paa-tvaers.snit', 'kombinationer', 'borgere', { ...where, combination: [id] });
  return SECTORS.map(([id, name]) => [name, count(id), only(id), ...SECTORS.map(([other]) => (other === id ? '' : count(id, other)))]);
}

const plain = (table) => table.map((row) => row.map((words) => words.replace('*', '')));

test('each combination and each overlap is what the tool answers, hidden ones too', async () => {
  const where = { year: ['2025'], kommune: ['0825'] };
  await withPage(async ({ page, problems }) => {
    await studied(page);
    const answered = query(demo('patienter-paa-tvaers.snit'), { table: 'kombinationer', by: ['combination'], measures: [{ sum: 'borgere' }], where });
    const labels = new Map(SUBSETS.map((set) => [codeOf(set), set.map((id) => SECTORS.find(([one]) => one === id)[1]).join(' + ') || 'Ingen sektor']));
    const [, ...lines] = plain(await rows(page, 'across-counts'));
    const shown = lines.slice(0, -1).map(([label, people]) => `${label}: ${people}`).sort();
    const expected = answered.map((row) => `${labels.get(row.combination_code ?? row.combination) ?? row.combination}: ${printed(row, 'borgere', 0).replace('*', '')}`).sort();
    assert.deepEqual(shown, expected);
    assert.ok(shown.some((line) => line.endsWith('skjult')));
    const [, ...overlap] = await rows(page, 'across-overlap');
    assert.deepEqual(overlap, expectedOverlap(where));
    assert.ok(overlap.flat().some((words) => words.startsWith('mindst')));
    assert.deepEqual(problems, []);
  }, { hash: studyLink('patienter-paa-tvaers', 'across', '&place=kommune:0825&period=2025') });
});

test('a hospital is filtered by, and the other combinations are said not to be in the table', async () => {
  await withPage(async ({ page, problems }) => {
    await studied(page);
    await page.locator('#across-table').selectOption({ label: 'Hospitalernes patienter efter kombination' });
    await page.locator('#across-hospital').selectOption('SLB');
    await page.waitForFunction(() => location.hash.includes('SLB'));
    await studied(page);
    const where = { year: ['2025'], sundhedsraad: ['10'], hospital: ['SLB'] };
    const answered = query(demo('patienter-paa-tvaers.snit'), { table: 'hospitalsfilter', by: ['combination'], measures: [{ sum: 'patienter' }], where });
    const [, ...lines] = plain(await rows(page, 'across-counts'));
    assert.deepEqual(lines.slice(0, -1).map(([, people]) => people).sort(), answered.map((row) => printed(row, 'patienter', 0).replace('*', '')).sort());
    assert.match(await page.locator('#across-lacking').innerText(), /Almen praksis, Speciallæge/);
    await page.getByRole('button', { name: /^Fortryd/ }).first().click();
    await page.waitForFunction(() => !location.hash.includes('SLB'));
    assert.deepEqual(problems, []);
  }, { hash: studyLink('patienter-paa-tvaers', 'across', '&place=sundhedsraad:10') });
});

test('flows between the years are what the tool answers, and everybody counts once', async () => {
  await withPage(async ({ page, problems }) => {
    await open(page, 'faelles-patienter');
    await studied(page);
    const where = { year: ['2025'] };
    const answered = query(demo('faelles-patienter.snit'), { table: 'stroemme', by: ['fra', 'til'], measures: [{ sum: 'borgere' }], where });
    const [, ...lines] = plain(await rows(page, 'across-ways'));
    const each = lines.slice(0, -1).flatMap(([, , ...cells]) => cells);
    assert.deepEqual(each.sort(), answered.map((row) => printed(row, 'borgere', 0).replace('*', '')).sort());
    assert.match(await page.locator('#across-lacking').innerText(), /Hospital, Almen praksis og Kommune/);
    assert.deepEqual(problems, []);
  }, { hash: studyLink('faelles-patienter', 'across') });
});

test('by keyboard alone a period is chosen, and the language follows', async () => {
  await withPage(async ({ page, problems }) => {
    await studied(page);
    const period = page.locator('#across-year');
    await tabTo(page, period);
    await page.keyboard.press('ArrowUp');
    await page.waitForFunction(() => location.hash.includes('period=2024'));
    await studied(page);
    const before = await rows(page, 'across-counts');
    await page.evaluate(() => { location.hash += '&language=en'; });
    await page.getByRole('heading', { name: 'Patients across sectors' }).waitFor();
    await studied(page);
    const after = await rows(page, 'across-counts');
    assert.deepEqual(after.map((row) => row[1]?.replace(/,/g, '.')).slice(1), before.map((row) => row[1]).slice(1));
    assert.deepEqual(problems, []);
  }, { hash: studyLink('patienter-paa-tvaers', 'across') });
});

for (const [width, colorScheme] of [[1440, 'light'], [1024, 'dark'], [390, 'light'], [390, 'dark']]) {
  test(`people across sectors are accessible at ${width} px, ${colorScheme}`, async () => {
    await withPage(async ({ page }) => {
      await open(page, 'faelles-patienter');
      await studied(page);
      assert.deepEqual(await faults(page), []);
      assert.equal(await sideways(page), 0);
    }, { hash: studyLink('faelles-patienter', 'across'), viewport: { width, height: 900 }, colorScheme });
  });
}

test('on a phone the names of the flows are whole, and the sectors stay beside their numbers', async () => {
  await withPage(async ({ page }) => {
    await open(page, 'faelles-patienter');
    await studied(page);
    const texts = page.locator('.across-flows svg text');
    await texts.first().waitFor();
    const lines = await texts.allTextContents();
    assert.ok(lines.length > 13, 'long names take more lines than one');
    assert.deepEqual(lines.filter((line) => line.includes('…')), []);
    const names = (await rows(page, 'across-ways')).slice(1, -1).map(([name]) => name);
    assert.equal(lines.join(' ').startsWith(names.join(' ')), true, lines.join(' '));
    const frame = page.locator('.figure-table-frame', { has: page.locator('#across-ways') });
    await frame.evaluate((it) => { it.scrollLeft = 200; });
    const head = page.locator('#across-ways tbody th').first();
    const [box, edge] = [await head.boundingBox(), await frame.boundingBox()];
    assert.ok(Math.abs(box.x - edge.x) < 2, `${box.x} of ${edge.x}`);
  }, { hash: studyLink('faelles-patienter', 'across'), viewport: { width: 390, height: 900 } });
});

test('a package without sectors does not offer the view', async () => {
  await withPage(async ({ page }) => {
    await open(page, 'ordiprax');
    await viewLink(page, 'Deklaration').waitFor();
    assert.equal(await viewLink(page, 'På tværs').count(), 0);
  }, { hash: '#package=ordiprax&view=declaration' });
});
