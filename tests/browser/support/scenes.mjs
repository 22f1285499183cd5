// Every view of the page as it is looked at and checked, by name.

import { demo } from './files.mjs';
import { atView, choose, drop, openView, settled } from './page.mjs';

/** What is shown, in an order that can be walked on one page; each step begins where the one before ended. */
export const scenes = [
  ['start', async (page) => page.getByText('Ingen fil åben').first().waitFor()],
  ['overblik', async (page) => {
    await choose(page, demo('sundhedsraad-noegletal.snit'));
    await atView(page, 'Overblik');
    await go(page, 'view=overview&place=sundhedsraad:10&unfolded=["akutte_indlaeggelser"]', 'Overblik');
  }],
  ['indikator', (page) => go(page, 'view=indicator&indicator=akutte_indlaeggelser&level=sundhedsraad&place=sundhedsraad:10', 'Indikator')],
  ['indikator-skjult', (page) => go(page, 'view=indicator&indicator=psykiatriske_genindlaeggelser_unge&level=kommune&place=sundhedsraad:10', 'Indikator')],
  ['snit', (page) => go(page, `view=pivot&pivot=${encodeURIComponent(JSON.stringify(ACROSS))}`, 'Snit')],
  ['snit-menu', async (page) => {
    await page.getByRole('button', { name: 'Tilføj til filtre' }).click();
    await page.getByRole('menu', { name: 'Tilføj til filtre' }).waitFor();
  }],
  ['afvisning', async (page) => {
    await page.keyboard.press('Escape');
    await drop(page, { name: 'tom.csv', bytes: Buffer.alloc(0) });
    await page.getByRole('alert').waitFor();
  }],
  ['deklaration', async (page) => {
    await page.getByRole('alert').getByRole('button', { name: 'Luk' }).click();
    await openView(page, 'Deklaration');
  }],
];

/** Old patients by sector: two measures, three levels of places, bounds and hidden numbers. */
const ACROSS = {
  table: 'paa_tvaers',
  rows: ['region', 'sundhedsraad', 'kommune'],
  columns: ['sector'],
  measures: [{ sum: 'patienter' }, { sum: 'kontakter' }],
  filters: { age: ['65+'], year: ['2025'] },
  unfolded: [['syddanmark'], ['syddanmark', '10']],
  heat: 'per_column',
};

/** Follows a link within the open package. */
async function go(page, fragment, view) {
  await page.evaluate((fragment) => {
    location.hash = `package=sundhedsraad-noegletal&${fragment}`;
  }, fragment);
  await atView(page, view);
}

/** Walks all scenes on a page; `look` is called at each with its name. */
export async function walk(page, look) {
  for (const [name, show] of scenes) {
    await show(page);
    await settled(page);
    await look(name);
  }
}
