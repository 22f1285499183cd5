// What the page says of an indicator is true: where it is not counted, what has no interval, what is compared with; and it fits.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { atView, seen, settled } from './support/page.mjs';

const PHONE = { width: 390, height: 844 };
/** Packages with many levels of places, with one, and with long names. */
const PACKAGES = ['ordiprax', 'hospitalsaktivitet', 'kpos-fsiii', 'almen-praksis'];
const VIEWS = { overview: 'Overblik', indicator: 'Indikator', pivot: 'Snit' };

const link = (dataset, rest) => `#package=${dataset}&${rest}`;
const fragment = (page) => page.evaluate(() => decodeURIComponent(location.hash));
const main = (page) => page.getByRole('main');

/** The table of places: its heads and its rows. */
async function places(page) {
  const [heads, ...rows] = await seen(page.getByRole('table').filter({ has: page.getByRole('columnheader', { name: 'Værdi' }) }));
  return { heads, rows };
}

/** Opens a link to a view and hands over the page. */
const at = (view, hash, visit, more = {}) =>
  withPage(async ({ page, problems }) => {
    await atView(page, view);
    await visit(page);
    assert.deepEqual(problems, []);
  }, { hash, ...more });

test('an indicator that is not counted at the level of the place says so, and is ranked where it is', async () => {
  await at('Overblik', link('speciallaegepraksis', 'place=sundhedsraad:10&view=overview'), async (page) => {
    const row = page.getByRole('row', { name: /Ventetid til speciallæge/ });
    assert.match(await row.innerText(), /opgøres ikke på dette niveau/);
    assert.doesNotMatch(await main(page).innerText(), /ikke indberettet|mangler/);
    await row.getByRole('link').click();
    await atView(page, 'Indikator');
    assert.match(await main(page).innerText(), /opgøres ikke på niveauet sundhedsråd\. Viser niveauet region i stedet\./);
    const { heads, rows } = await places(page);
    assert.deepEqual(heads, ['Sted', 'Værdi', 'Fra 2024', 'Mod hele landet']);
    assert.equal(rows[0][0], 'Region Nordjylland');
    assert.match(await main(page).innerText(), /Gennemsnit: tæller og nævner vises ikke/);
    assert.doesNotMatch(await main(page).innerText(), /95 %-interval/);
  });
});

test('a filter on places picks rows and leaves the whole country whole', async () => {
  const rest = 'view=indicator&level=kommune';
  let whole;
  await at('Indikator', link('sundhedsraad-noegletal', rest), async (page) => {
    whole = (await places(page)).rows.at(-1);
  });
  const picked = `${rest}&filters={"kommune":["0621","0630"]}`;
  await at('Indikator', link('sundhedsraad-noegletal', picked), async (page) => {
    const { rows } = await places(page);
    assert.deepEqual(rows.map(([name]) => name), ['Kolding', 'Vejle', whole[0]]);
    assert.deepEqual(rows.at(-1), whole);
    assert.match(await main(page).innerText(), /Viser kun de valgte steder\./);
    await page.getByRole('button', { name: /^Fjern Kommune/ }).click();
    await settled(page);
    assert.equal((await places(page)).rows.length, 99);
  });
});

test('filters follow into the overview, where they are named and taken back', async () => {
  await at('Overblik', link('sundhedsraad-noegletal', 'view=overview&filters={"sex":["K"]}'), async (page) => {
    assert.match(await main(page).innerText(), /Filtreret: Køn: Kvinder\./);
    assert.match(await main(page).innerText(), /Uden filter: tabellen er ikke opdelt på køn\./);
    await page.getByRole('button', { name: 'Ryd filtre' }).click();
    await settled(page);
    assert.doesNotMatch(await main(page).innerText(), /Filtreret|Uden filter/);
    assert.doesNotMatch(await fragment(page), /filters=\{"sex"/);
  });
});

test('a package without councils opens at a place, and the country against itself is not judged', async () => {
  await at('Overblik', link('hospitalsaktivitet', 'view=overview'), async (page) => {
    await main(page).getByRole('heading', { level: 1, name: 'Region Nordjylland' }).waitFor();
  });
  await at('Overblik', link('hospitalsaktivitet', 'view=overview&place=land:000'), async (page) => {
    assert.match(await main(page).innerText(), /Hele landet sammenlignes med sig selv, så intet vurderes\./);
  });
});

test('a link that names an edition by its file keeps its view, and so does one that names the dataset', async () => {
  const rest = 'view=indicator&indicator=vaegttab&level=kommune&place=kommune:0540';
  for (const named of ['kpos-fsiii-2', 'kpos-fsiii']) {
    await at('Indikator', link(named, rest), async (page) => {
      await main(page).getByRole('heading', { level: 1, name: 'Beboere med utilsigtet vægttab' }).waitFor();
      // In the strip, and in its panel.
      const edition = page.getByRole('banner').getByText(named === 'kpos-fsiii' ? '2026-2' : '2026-3');
      assert.ok((await edition.count()) > 0);
      const hash = await fragment(page);
      assert.ok(hash.includes(`package=${named}&`) && hash.includes('place=kommune:0540'), hash);
      await page.reload();
      await atView(page, 'Indikator');
      assert.ok((await edition.count()) > 0);
    });
  }
});

for (const viewport of [PHONE, { width: 1024, height: 768 }]) {
  test(`no view scrolls sideways at ${viewport.width} px, and no words in a drawing lie over others`, async () => {
    for (const dataset of PACKAGES) {
      for (const [view, name] of Object.entries(VIEWS)) {
        await at(name, link(dataset, `view=${view}`), async (page) => {
          const found = await page.evaluate(misfits);
          assert.deepEqual(found, [], `${dataset}, ${name}`);
        }, { viewport });
      }
    }
  });
}

/** What is wider than the page, and labels of one drawing that overlap; runs in the page. */
function misfits() {
  const found = [];
  const wide = document.scrollingElement.scrollWidth;
  if (wide > innerWidth) found.push(`${wide} px wide`);
  for (const drawing of document.querySelectorAll('main svg')) {
    const labels = [...drawing.querySelectorAll('text')].map((label) => [label.textContent, label.getBoundingClientRect()]);
    for (const [at, [one, a]] of labels.entries()) {
      for (const [other, b] of labels.slice(at + 1)) {
        const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (across > 1 && down > 3) found.push(`${one} over ${other}`);
      }
    }
  }
  return found;
}
