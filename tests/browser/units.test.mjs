// Kvalitet over places that are no geography, and of rates that are standardised: nursing homes, practices, hospitals.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { danish, query } from './support/command.mjs';
import { demo } from './support/files.mjs';
import { faults, open, sideways, studied, studyLink } from './support/study.mjs';

/** Opens a demonstration by a link into the view, and visits it. */
const at = (dataset, state, visit, context = {}) =>
  withPage(
    async (opened) => {
      await open(opened.page, dataset);
      await opened.page.locator('#quality-funnel').waitFor();
      await studied(opened.page);
      await visit(opened);
    },
    { hash: studyLink(dataset, 'quality', state), ...context },
  );

/** The rows of the table beside the funnel: the cells of each, by the id of its button. */
const funnel = (page) =>
  page.getByRole('region', { name: /^(Tragt|Funnel)/ }).getByRole('row').evaluateAll((rows) =>
    rows.slice(1).map((row) => ({ id: row.querySelector('button')?.id.replace('funnel-row-', '') ?? '', cells: [...row.cells].map((cell) => cell.innerText.trim()) })),
  );

/** Waits until the table has so many rows. */
const has = (page, count) =>
  page.waitForFunction((count) => document.querySelectorAll('#quality-funnel')[0]?.closest('section').querySelectorAll('tbody tr').length === count, count);

const link = async (page) => decodeURIComponent(await page.evaluate(() => location.hash));

test('nursing homes are narrowed to a council and ordered by name; hidden ones are told; back and reload keep it', async () => {
  const INDICATOR = 'mange_laegemidler';
  const where = { year: ['2025'], sundhedsraad: ['10'] };
  const answered = query(demo('kpos-fsiii.snit'), { by: ['plejehjem'], measures: [{ indicator: INDICATOR }], where });
  const all = query(demo('kpos-fsiii.snit'), { by: ['plejehjem'], measures: [{ indicator: INDICATOR }], where: { year: ['2025'] } });
  const hidden = (rows) => rows.filter((row) => row[`${INDICATOR}_status`] === 'hidden').length;
  assert.ok(hidden(answered) > 0 && hidden(all) > hidden(answered));
  await at('kpos-fsiii', `&indicator=${INDICATOR}&level=plejehjem`, async ({ page, problems }) => {
    const reading = page.locator('section', { has: page.locator('#quality-funnel') }).locator('.study-reading').first();
    assert.match(await reading.innerText(), new RegExp(`Ikke i tragten: ${hidden(all)} skjult`));
    await page.getByRole('combobox', { name: 'Kun i' }).selectOption('sundhedsraad:10');
    await has(page, answered.length);
    await studied(page);
    assert.match(await reading.innerText(), new RegExp(`Ikke i tragten: ${hidden(answered)} skjult`));
    const shown = await funnel(page);
    assert.deepEqual(shown.map(({ id }) => id).sort(), answered.map((row) => `plejehjem:${row.plejehjem}`).sort());
    for (const { id, cells } of shown) {
      const row = answered.find((row) => `plejehjem:${row.plejehjem}` === id);
      assert.equal(cells[0], row.plejehjem_label);
      assert.equal(cells[1], 'Lillebælt');
      const value = row[INDICATOR] === null ? 'skjult' : `${danish(row[INDICATOR], 1)}*`;
      assert.equal(cells[4], value, id);
    }
    await page.getByRole('combobox', { name: 'Orden' }).selectOption({ label: 'navn' });
    await page.waitForFunction(() => location.hash.includes('order'));
    const first = page.locator('.study-table tbody th').first();
    await first.getByText(/^Fredericia plejehjem 1$/).waitFor();
    const names = (await funnel(page)).map(({ cells }) => cells[0]);
    const towns = names.map((name) => name.split(' ')[0]);
    assert.deepEqual(towns, [...towns].sort(new Intl.Collator('da').compare));
    const chosen = await link(page);
    assert.match(chosen, /"within":\["sundhedsraad:10"\]/);
    await page.goBack();
    await page.waitForFunction(() => !location.hash.includes('order'));
    await page.goForward();
    await page.waitForFunction(() => location.hash.includes('order'));
    await page.reload();
    await open(page, 'kpos-fsiii');
    await has(page, answered.length);
    await first.getByText(/^Fredericia plejehjem 1$/).waitFor();
    assert.deepEqual((await funnel(page)).map(({ cells }) => cells[0]), names);
    assert.deepEqual(problems, []);
  });
});

test('hospitals are held side by side, one is chosen with the keyboard, and its series follows', async () => {
  const where = { year: ['2025'] };
  const answered = query(demo('faelles-patienter.snit'), { by: ['hospital'], measures: [{ indicator: 'genindlagt' }], where });
  await at('faelles-patienter', '&indicator=genindlagt', async ({ page, problems }) => {
    await page.getByRole('combobox', { name: 'Niveau' }).selectOption({ label: 'Hospital' });
    await has(page, answered.length);
    await studied(page);
    const shown = await funnel(page);
    const expected = answered.map((row) => [`hospital:${row.hospital}`, danish(row.genindlagt_numerator, 0), danish(row.genindlagt_denominator, 0), `${danish(row.genindlagt, 1)}*`]);
    assert.deepEqual(shown.map(({ id, cells }) => [id, ...cells.slice(1, 4)]).sort(), expected.sort());
    const first = page.getByRole('group', { name: 'Hospital' }).getByRole('button').first();
    await first.focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => location.hash.includes('unit'));
    await studied(page);
    const [, code] = (await link(page)).match(/"unit":\["hospital:(\w+)"\]/);
    const series = query(demo('faelles-patienter.snit'), { by: ['year'], measures: [{ indicator: 'genindlagt' }], where: { hospital: [code] } });
    const lines = await page.getByRole('region', { name: /^Kontroldiagram/ }).getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => row.cells[1].innerText.trim()));
    assert.deepEqual(lines, series.map((row) => danish(row.genindlagt_numerator, 0)));
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Funnel' }).waitFor();
    assert.match(await link(page), /"over":\["hospital"\]/);
    assert.equal((await funnel(page)).length, answered.length);
    assert.deepEqual(problems, []);
  });
});

test('a level that another table has gives way to one that the indicator is of', async () => {
  await at('kpos-fsiii', '&indicator=sygepleje_80&level=plejehjem', async ({ page, problems }) => {
    assert.equal(await page.getByRole('combobox', { name: 'Niveau' }).inputValue(), 'sundhedsraad');
    assert.equal((await funnel(page)).length, 17);
    assert.deepEqual(problems, []);
  });
});

test('standardised rates have the funnel of their effective people, and ratios that of the expected', async () => {
  const rate = query(demo('kpos-fsiii.snit'), { by: ['sundhedsraad'], measures: [{ indicator: 'sygepleje_std' }], where: { year: ['2025'] } });
  await at('kpos-fsiii', '&indicator=sygepleje_std&level=sundhedsraad', async ({ page }) => {
    await page.getByText('Raten er direkte standardiseret').waitFor();
    const shown = await funnel(page);
    assert.deepEqual([shown.length, rate.length], [17, 17]);
    for (const { id, cells } of shown) {
      const row = rate.find((row) => `sundhedsraad:${row.sundhedsraad}` === id);
      const people = row.sygepleje_std === null ? '·' : danish((row.sygepleje_std_numerator / row.sygepleje_std) * 1000, 0);
      assert.equal(cells[2], people, id);
    }
  });
  const ratio = query(demo('sundhedsraad-noegletal.snit'), { by: ['sundhedsraad'], measures: [{ indicator: 'forebyggelige_65_forventet' }], where: { year: ['2025'] } });
  await at('sundhedsraad-noegletal', '&indicator=forebyggelige_65_forventet', async ({ page }) => {
    await page.getByText('Størrelsen er de forventede hændelser').waitFor();
    const shown = await funnel(page);
    assert.deepEqual([shown.length, ratio.length], [17, 17]);
    for (const { id, cells } of shown) {
      const row = ratio.find((row) => `sundhedsraad:${row.sundhedsraad}` === id);
      assert.equal(cells[2], danish(row.forebyggelige_65_forventet_denominator, 1), id);
    }
  });
});

for (const [width, colorScheme] of [[390, 'light'], [1024, 'dark'], [1440, 'light']]) {
  test(`axe finds nothing among nursing homes, ${colorScheme}, ${width} px, and nothing sticks out`, async () => {
    await at('kpos-fsiii', '&indicator=mange_laegemidler&level=plejehjem&study={"within":["sundhedsraad:10"]}', async ({ page }) => {
      assert.deepEqual(await faults(page), []);
      assert.equal(await sideways(page), 0);
    }, { viewport: { width, height: 900 }, colorScheme });
  });
}
