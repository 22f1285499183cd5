// What a person does in the reading step, by roles and Danish names.

import { drop, settled } from './page.mjs';

/** The heading of the step. */
export const step = (page) => page.getByRole('heading', { name: /^(Sådan er arket læst|How the sheet was read)$/ });

/** The sheet that is drawn. */
export const sheet = (page) => page.getByRole('region', { name: /^(Arket|The sheet) / });

/** The table that comes of it. */
export const outcome = (page) => page.getByRole('region', { name: /^(Resultat|Outcome)$/ }).getByRole('table');

/** The role above a column. */
export const role = (page, letter) => page.getByRole('combobox', { name: `Rolle for kolonne ${letter}` });

/** The button that opens the file as it is read now. */
export const useIt = (page) => page.getByRole('button', { name: /^(Brug læsningen|Use the reading)$/ });

/** What opens what can be decided of a row. */
export const row = (page, number) => sheet(page).getByRole('button', { name: `Række ${number}`, exact: true });

/** What opens what can be decided of a column. */
export const column = (page, letter) => sheet(page).getByRole('button', { name: `Kolonne ${letter}`, exact: true });

/** Waits until the step has drawn what follows from the last decision. */
export async function drawn(page) {
  await page.locator('.reading[aria-busy=false]').waitFor();
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

/** Drops a file and opens the step, whether it opens by itself or is asked for. */
export async function open(page, file) {
  await drop(page, file);
  const asked = page.getByRole('button', { name: 'Se, hvordan arket er læst' });
  await step(page).or(asked).first().waitFor();
  if (await asked.isVisible()) await asked.click();
  await step(page).waitFor();
  await settled(page);
}

/** Sets a field of the panel, a list or a text. */
export async function set(page, label, value) {
  const field = page.getByLabel(label, { exact: true });
  await field.waitFor();
  if ((await field.evaluate((element) => element.tagName)) === 'SELECT') {
    await field.selectOption({ label: value });
  } else {
    await field.fill(value);
    await field.press('Enter');
  }
  await drawn(page);
}

/** Sets a field of a column. */
export async function setColumn(page, letter, ...fields) {
  await column(page, letter).click();
  for (const [label, value] of fields) await set(page, label, value);
}

/** Says what a row is. */
export async function setRow(page, number, value) {
  await row(page, number).click();
  await set(page, 'Hvad rækken er', value);
}

/** Sets a field of the table. */
export async function setTable(page, ...fields) {
  await page.getByRole('button', { name: 'Tabellen', exact: true }).click();
  for (const [label, value] of fields) await set(page, label, value);
}

/** Answers the first open question. */
export async function answer(page, words) {
  const asked = page.getByRole('group', { name: /^Kolonne / }).filter({ has: page.getByRole('radio', { name: words }) }).first();
  await asked.getByRole('radio', { name: words }).check();
  await asked.getByRole('button', { name: 'Svar', exact: true }).click();
  await drawn(page);
}
