// Files that are read wrong by themselves, put right in the reading step as a person would: the numbers that come of them.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, withPage } from './browser.mjs';
import * as harder from './support/harder.mjs';
import { enter, hasFocus, keepsFocus, tabTo } from './support/keys.mjs';
import { atView, pivotLink, seenPivot } from './support/page.mjs';
import { answer, column, drawn, open, row, setColumn, setRow, setTable, useIt } from './support/step.mjs';

/** Uses the reading, and gives what Snit shows of it for a layout: the cells of each row by its label. */
async function numbers(page, file, layout) {
  await useIt(page).click();
  await atView(page, 'Snit');
  return shown(page, file, layout);
}

async function shown(page, file, layout) {
  await page.evaluate((link) => (location.hash = link), pivotLink(file.name, { columns: [], filters: {}, ...layout }));
  await atView(page, 'Snit');
  const { rows } = await seenPivot(page);
  return Object.fromEntries(rows.map(({ label, cells }) => [label, cells]));
}

const sum = (...names) => names.map((name) => ({ sum: name }));

/** Files that are corrected, by what is found out of them. */
const corrections = [];

const correct = (name, file, visit) => corrections.push({ name, file, visit });

correct('each number of a column is read by itself where two offices wrote in it', harder.twoConventions, async (page) => {
  await answer(page, /^Begge dele/);
  const found = await numbers(page, harder.twoConventions, { rows: ['kommune'], measures: sum('udgift_pr_ophold') });
  for (const [place, cost] of Object.entries({ Kolding: '41,50', Vejle: '1.238,25', Aalborg: '44,50', Hjørring: '1.039,75' })) assert.deepEqual(found[place], [cost]);
});

correct('a header under notes with numbers is where somebody says, and the rows end where they say', harder.buriedHeader, async (page) => {
  await setTable(page, ['Overskriften begynder i række', '4'], ['Tallene slutter i række', '7']);
  const found = await numbers(page, harder.buriedHeader, { rows: ['kommune'], measures: sum('ophold', 'sengedage') });
  assert.deepEqual([found.Kolding, found.Vejle, found.Fanø], [['120', '360'], ['80', '250'], ['4', '9']]);
  assert.equal(Object.keys(found).length, 4, 'three places and their sum');
});

correct('codes without a heading get a name and a role, and a total its due', harder.ownTotal, async (page) => {
  await setColumn(page, 'A', ['Rolle', 'Enhed i sundhedsvæsenet'], ['Navn', 'Afdeling']);
  await setRow(page, 2, 'er en total');
  const found = await numbers(page, harder.ownTotal, { rows: ['afdeling'], measures: sum('ophold', 'dage') });
  assert.deepEqual(found, { 'I alt': ['240', '700'], 4510: ['120', '360'], 4520: ['80', '250'], 4530: ['40', '90'] });
});

correct('words of the house above years become sexes, and a rate is not added', harder.crosstab, async (page) => {
  await setTable(page, ['Række 1 rummer', 'køn']);
  await setColumn(page, 'C', ['Navn', 'Genindlagte'], ['Kan lægges sammen', 'nej (rate, andel, gennemsnit)']);
  const found = await numbers(page, harder.crosstab, { rows: ['kommune'], columns: ['sex', 'year'], measures: sum('genindlagte') });
  assert.deepEqual([found.Kolding.slice(0, 4), found.Vejle.slice(0, 4)], [['10', '11', '12', '13'], ['20', '21', '22', '23']]);
  assert.ok(found['Hele landet'].every((words) => words === 'ingen sum'), JSON.stringify(found['Hele landet']));
});

correct('shares that nothing tells from counts are not added once somebody says so', harder.bareShares, async (page) => {
  await setColumn(page, 'D', ['Kan lægges sammen', 'nej (rate, andel, gennemsnit)'], ['Enhed', '%'], ['Decimaler', '1']);
  const found = await numbers(page, harder.bareShares, { rows: ['kommune'], measures: sum('ophold', 'genindlagt') });
  assert.deepEqual([found.Kolding, found.Vejle, found.Fanø], [['120', '12,0'], ['80', '15,0'], ['40', '9,0']]);
  assert.deepEqual(found['Hele landet'], ['240', 'ingen sum']);
});

correct('a remark between the rows is left out by keyboard, and a sum below is no place', harder.remarkInside, async (page) => {
  await tabTo(page, row(page, 1));
  for (let at = 1; at < 4; at += 1) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await tabTo(page, page.getByLabel('Hvad rækken er'));
  await page.keyboard.type('spr');
  await drawn(page);
  await keepsFocus(page, 'after a row was left out');
  await page.keyboard.press('Escape');
  assert.ok(await hasFocus(row(page, 4)));
  await setRow(page, 7, 'er en total');
  const found = await numbers(page, harder.remarkInside, { rows: ['kommune'], measures: sum('ophold') });
  assert.deepEqual(found, { 'Hele landet': ['271'], Kolding: ['120'], Vejle: ['80'], Fanø: ['40'], Billund: ['30'] });
});

correct('of two tables the second is taken, under another title and name', harder.secondTable, async (page) => {
  await setTable(page, ['I resultatet', 'udelades']);
  await page.getByRole('button', { name: 'Ark1 · tabel 2' }).click();
  await drawn(page);
  await setTable(page, ['Titel', 'Aktivitet']);
  await setColumn(page, 'B', ['Navn', 'Ophold']);
  const found = await numbers(page, harder.secondTable, { rows: ['kommune'], measures: sum('ophold') });
  assert.deepEqual(found, { 'Hele landet': ['240'], Kolding: ['120'], Vejle: ['80'], Fanø: ['40'] });
  await page.getByRole('button', { name: 'Se, hvordan arket er læst' }).click();
  await page.getByRole('button', { name: 'Tabellen', exact: true }).click();
  assert.equal(await page.getByLabel('Titel', { exact: true }).inputValue(), 'Aktivitet');
});

correct('ages by words of the house become ages, and a code is no number', harder.ownAges, async (page) => {
  await setColumn(page, 'C', ['Rolle', 'Gruppe']);
  await setColumn(page, 'B', ['Rolle', 'Alder'], ['Børn: Læses som', '0-17 år'], ['Voksne: Læses som', '18-64 år'], ['Ældre: Læses som', '65+']);
  const found = await numbers(page, harder.ownAges, { rows: ['gruppe'], columns: ['ydelse'], measures: sum('antal') });
  assert.deepEqual(found, { 'I alt': ['42', '24', '66'], '0-17 år': ['10', '1', '11'], '18-64 år': ['2', '20', '22'], '65 år og derover': ['30', '3', '33'] });
});

correct('a year with a letter of its own is a year, and signs of the house are what somebody says', harder.preliminary, async (page) => {
  await setTable(page, ['Række 1 rummer', 'perioder']);
  await setRow(page, 4, 'hører til tabellen');
  await setColumn(page, 'B', ['Navn', 'Ophold'], ['u.o.: Betyder', 'findes ikke']);
  await setColumn(page, 'C', ['§: Betyder', 'skjult']);
  const found = await numbers(page, harder.preliminary, { rows: ['kommune'], columns: ['year'], measures: sum('ophold') });
  assert.deepEqual(found, { 'Hele landet': ['mindst 34', '32', 'mindst 66'], Kolding: ['12', '11', '23'], Vejle: ['22', '21', '43'], Fanø: ['skjult', '·', 'skjult'] });
});

correct('by keyboard alone places under the names people use are known, and a total under another name is none of them', harder.ownPlaces, async (page) => {
  const field = (label) => page.getByLabel(label, { exact: true });
  const put = async (label, words) => {
    await tabTo(page, field(label));
    await page.keyboard.type(words);
    await page.keyboard.press('Tab');
    await drawn(page);
    await keepsFocus(page, `after ${label}`);
  };
  await enter(page, column(page, 'A'));
  await put('Kbh.: Læses som', 'København');
  await put('Odense by: Læses som', 'Odense');
  await put('Landet: Er', 'en t');
  await page.keyboard.press('Escape');
  assert.ok(await hasFocus(column(page, 'A')), 'the focus is back on the column');
  const found = await numbers(page, harder.ownPlaces, { rows: ['kommune'], measures: sum('ophold') });
  assert.deepEqual(found, { 'Hele landet': ['170'], København: ['100'], Odense: ['50'], Kolding: ['20'] });
});

correct('several questions are answered one after the other, and the focus is never lost', harder.severalQuestions, async (page) => {
  await tabTo(page, page.getByRole('radio', { name: /^Ja, 1688/ }));
  await enter(page, page.getByRole('button', { name: 'Svar', exact: true }).first());
  await drawn(page);
  await keepsFocus(page, 'after the first answer');
  await answer(page, /^Nej, 2,125/);
  await setColumn(page, 'D', ['lukket: Betyder', 'nul']);
  assert.equal(await page.getByRole('group', { name: /^Kolonne / }).count(), 0);
  const found = await numbers(page, harder.severalQuestions, { rows: ['kommune'], measures: sum('tilmeldte', 'udgift', 'besoeg') });
  assert.deepEqual(found, { 'Hele landet': ['4.445', '6,875', '38'], Kolding: ['1.688', '2,125', '31'], Vejle: ['1.655', '3,250', '0'], Fanø: ['1.102', '1,500', '7'] });
});

// One browser for all of them: a page of its own for each file.
test('files that are read wrong by themselves are put right in the step', async (t) => {
  await withPage(async ({ page, problems }) => {
    for (const { name, file, visit } of corrections) {
      await t.test(name, async () => {
        await page.goto('about:blank');
        await page.goto(address);
        // What the page before was still asking for was broken off.
        problems.splice(0);
        await open(page, file);
        await visit(page);
        assert.deepEqual(problems, []);
      });
    }
  });
});
