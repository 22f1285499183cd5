// Kvalitet: the funnel and the control chart of a demonstration, by numbers, keyboard, language and link.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { danish, query } from './support/command.mjs';
import { demo } from './support/files.mjs';
import { choose, viewLink } from './support/page.mjs';
import { faults, open, sideways, studied, studyLink } from './support/study.mjs';

const KEY_FIGURES = 'sundhedsraad-noegletal.snit';
const INDICATOR = 'genindlaeggelser';
const link = (state) => ({ hash: studyLink('sundhedsraad-noegletal', 'quality', `&indicator=${INDICATOR}${state}`) });

/** Opens the key figures by a link into the view, and visits it. */
const atQuality = (state, visit, context = {}) =>
  withPage(
    async (opened) => {
      await choose(opened.page, demo(KEY_FIGURES));
      await opened.page.getByRole('heading', { level: 1, name: /genindlæggelser/ }).or(opened.page.getByRole('heading', { name: /readmissions/ })).first().waitFor();
      await studied(opened.page);
      await visit(opened);
    },
    { ...link(state), ...context },
  );

/** The rows of the table beside a figure: the cells of each, by the id of its button or its head. */
const table = (page, name) =>
  page.getByRole('region', { name }).getByRole('row').evaluateAll((rows) =>
    rows.slice(1).map((row) => ({ id: row.querySelector('button')?.id ?? '', cells: [...row.cells].map((cell) => cell.innerText.trim()) })),
  );

/** Logarithms of factorials, one after another. */
const logFactorial = (() => {
  const known = [0];
  return (n) => {
    for (let k = known.length; k <= n; k += 1) known.push(known[k - 1] + Math.log(k));
    return known[n];
  };
})();

/** Spiegelhalter's limit for a proportion: the events whose chance of so many or fewer is `level`, between whole ones. */
function limit(level, size, target) {
  let below = 0;
  for (let events = 0; ; events += 1) {
    const logChance = logFactorial(size) - logFactorial(events) - logFactorial(size - events) + events * Math.log(target) + (size - events) * Math.log(1 - target);
    const chance = Math.exp(logChance);
    if (below + chance > level) return (events - (below + chance - level) / chance) / size;
    below += chance;
  }
}

test('the funnel shows what the tool answers, between the limits of the binomial distribution', async () => {
  const slice = { measures: [{ indicator: INDICATOR }], where: { year: ['2025'] } };
  const [country] = query(demo(KEY_FIGURES), slice);
  const target = country[INDICATOR] / 100;
  const answers = query(demo(KEY_FIGURES), { ...slice, by: ['sundhedsraad'] });
  const expected = answers.map((row) => {
    const [events, size] = [row[`${INDICATOR}_numerator`], row[`${INDICATOR}_denominator`]];
    const range = (tail) => [tail, 1 - tail].map((level) => danish(100 * limit(level, size, target), 2)).join('-');
    return [`funnel-row-sundhedsraad:${row.sundhedsraad}`, danish(events, 0), danish(size, 0), `${danish(row[INDICATOR], 1)}*`, range(0.025), range(0.001)];
  });
  await atQuality('', async ({ page, problems }) => {
    const rows = await table(page, /^Tragt/);
    assert.deepEqual(rows.map(({ id, cells }) => [id, ...cells.slice(1, 6)]).sort(), expected.sort());
    for (const { cells } of rows) {
      const value = Number(cells[3].replace('*', '').replace(',', '.'));
      const [low, high] = cells[5].split('-').map((end) => Number(end.replace(',', '.')));
      if (value < low - 0.05) assert.match(cells[6], /^bedre, under 99,8 %$/);
      if (value > high + 0.05) assert.match(cells[6], /^dårligere, over 99,8 %$/);
    }
    const points = page.getByRole('group', { name: 'Sundhedsråd' }).getByRole('button');
    assert.equal(await points.count(), answers.length);
    assert.deepEqual(problems, []);
  });
});

test('a control chart of proportions has limits three standard errors from the mean', async () => {
  const answers = query(demo(KEY_FIGURES), { by: ['year'], measures: [{ indicator: INDICATOR }], where: { sundhedsraad: ['10'] } });
  const parts = answers.map((row) => [row[`${INDICATOR}_numerator`], row[`${INDICATOR}_denominator`]]);
  const sum = (of) => parts.reduce((total, part) => total + part[of], 0);
  const mean = sum(0) / sum(1);
  const expected = parts.map(([events, size], at) => {
    const reach = 3 * Math.sqrt((mean * (1 - mean)) / size);
    const star = answers[at][`${INDICATOR}_preliminary`] ? '*' : '';
    return [danish(events, 0), danish(size, 0), danish((100 * events) / size, 1) + star, ...[mean - reach, mean, mean + reach].map((line) => danish(100 * line, 2))];
  });
  await atQuality('&place=sundhedsraad:10', async ({ page, problems }) => {
    await page.getByText(/^7 perioder er for få til kontrolgrænser/).waitFor();
    await page.getByRole('combobox', { name: 'Diagram', exact: true }).selectOption({ label: 'P (andele)' });
    await page.waitForFunction(() => document.querySelector('#quality-control').parentElement.innerText.includes('· P (andele)'));
    const rows = await table(page, /^Kontroldiagram/);
    assert.deepEqual(rows.map(({ cells }) => cells.slice(1, 7)), expected);
    assert.match(await page.evaluate(() => decodeURIComponent(location.hash)), /study=\{"chart":\["proportions"\]\}/);
    assert.deepEqual(problems, []);
  });
});

test('a place is chosen in the funnel with the keyboard, and a phase is begun; the link restores both', async () => {
  let hash;
  let shown;
  await atQuality('', async ({ page, problems }) => {
    const points = page.getByRole('group', { name: 'Sundhedsråd' }).getByRole('button');
    await points.first().focus();
    await page.keyboard.press('ArrowRight');
    const name = await page.evaluate(() => document.activeElement.getAttribute('aria-label'));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.includes('place=sundhedsraad:'));
    const chosen = page.getByRole('group', { name: 'Sundhedsråd' }).getByRole('button', { pressed: true });
    await chosen.waitFor();
    assert.equal((await chosen.getAttribute('aria-label')).split(':')[0], name.split(':')[0]);
    const begin = page.getByRole('button', { name: 'Begynd fase: 2022' });
    await begin.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Fjern fase: 2022' }).waitFor();
    await page.waitForFunction(() => document.activeElement?.id === 'control-phase-2022');
    hash = await page.evaluate(() => location.hash);
    shown = [await table(page, /^Tragt/), await table(page, /^Kontroldiagram/), await table(page, /^Ændring/)];
    await page.getByRole('button', { name: 'Fortryd' }).click();
    await begin.waitFor();
    assert.deepEqual(problems, []);
  });
  await withPage(
    async ({ page }) => {
      await choose(page, demo(KEY_FIGURES));
      await page.getByRole('button', { name: 'Fjern fase: 2022' }).waitFor();
      await studied(page);
      const again = [await table(page, /^Tragt/), await table(page, /^Kontroldiagram/), await table(page, /^Ændring/)];
      assert.deepEqual(again, shown);
    },
    { hash },
  );
});

test('over-dispersion widens the limits, and the language is switched in place', async () => {
  await atQuality('', async ({ page, problems }) => {
    const ends = async () => (await table(page, /^(Tragt|Funnel)/)).map(({ cells }) => cells[4].split('-').map((end) => Number(end.replace(',', '.'))));
    const narrow = await ends();
    await page.getByRole('combobox', { name: 'Grænser', exact: true }).selectOption({ label: 'ganget ud' });
    await page.getByText(/^Metode: grænser udvidet for overspredning/).waitFor();
    const wide = await ends();
    wide.forEach(([low, high], at) => assert.ok(low < narrow[at][0] && high > narrow[at][1], `${low}-${high} of ${narrow[at]}`));
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Funnel' }).waitFor();
    assert.deepEqual(await ends(), wide);
    assert.equal(await page.locator('.study').getAttribute('lang'), 'en');
    assert.deepEqual(problems, []);
  });
});

test('the tables are exported with their source', async () => {
  await atQuality('&place=sundhedsraad:10', async ({ page }) => {
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Eksportér' }).click();
    const text = readFileSync(await (await waiting).path(), 'utf8');
    const rows = await table(page, /^Tragt/);
    for (const { cells } of rows) assert.ok(text.includes(cells.slice(0, 4).join(';')), cells.join(' '));
    assert.match(text, /Syntetiske/);
  });
});

test('a place that an indicator is not counted at gives way to the country, and heading, list and numbers say so', async () => {
  const wait = 'Ventetid til speciallæge';
  await withPage(async ({ page, problems }) => {
    await open(page, 'speciallaegepraksis');
    await studied(page);
    const subtitle = page.locator('.section-head', { has: page.locator('#quality-control') }).locator('.section-subtitle');
    assert.match(await subtitle.innerText(), /^Odense/);
    await page.getByRole('combobox', { name: 'Nøgletal', exact: true }).selectOption({ label: wait });
    await page.getByRole('heading', { level: 1, name: wait }).waitFor();
    await studied(page);
    assert.match(await subtitle.innerText(), /^Hele landet/);
    assert.match(await page.locator('.study-sentence').first().innerText(), /Odense opgøres ikke på dette niveau$/);
    const places = page.getByRole('combobox', { name: 'Sted', exact: true }).getByRole('option');
    assert.deepEqual((await places.allInnerTexts()).map((label) => label.replace(/ \(.*/, '')), ['Hele landet', 'Region Nordjylland', 'Region Midtjylland', 'Region Syddanmark', 'Region Østdanmark']);
    const answered = query(demo('speciallaegepraksis.snit'), { by: ['quarter'], measures: [{ indicator: 'ventetid' }] });
    const shown = (await table(page, /^Kontroldiagram/)).map(({ cells }) => cells[3].replace('*', ''));
    assert.deepEqual(shown, answered.map((row) => danish(row.ventetid, 1)));
    assert.deepEqual(problems, []);
  }, { hash: studyLink('speciallaegepraksis', 'quality', '&indicator=psykiater&place=kommune:0461') });
});

test('a filter on places changes no number, and any other filter is told', async () => {
  const numbers = async (state) => {
    let found;
    await atQuality(`&place=sundhedsraad:10${state}`, async ({ page }) => {
      const sentences = await page.locator('.study-sentence').allInnerTexts();
      found = { told: sentences.slice(1), tables: [await table(page, /^Tragt/), await table(page, /^Kontroldiagram/)] };
    });
    return found;
  };
  const whole = await numbers('');
  assert.deepEqual(await numbers('&filters={"kommune":["0607"]}'), whole);
  const women = await numbers('&filters={"sex":["K"]}');
  assert.deepEqual([whole.told, women.told], [[], ['Filtreret: Køn: Kvinder.']]);
  assert.notDeepEqual(women.tables, whole.tables);
});

test('the view is not offered where no indicator has a denominator', async () => {
  await withPage(async ({ page }) => {
    await choose(page, { name: 'tal.csv', bytes: Buffer.from('Kommune;År;Antal\r\nVejle;2024;12\r\nKolding;2024;15\r\n') });
    await viewLink(page, 'Snit').waitFor();
    assert.equal(await viewLink(page, 'Kvalitet').count(), 0);
  });
});

for (const colorScheme of ['light', 'dark']) {
  for (const [width, height] of [[1440, 900], [1024, 768], [390, 844]]) {
    test(`axe finds nothing in the view, ${colorScheme}, ${width} px, and nothing sticks out`, async () => {
      await atQuality(
        '&place=sundhedsraad:10',
        async ({ page }) => {
          assert.deepEqual(await faults(page), []);
          assert.equal(await sideways(page), 0);
        },
        { viewport: { width, height }, colorScheme },
      );
    });
  }
}
