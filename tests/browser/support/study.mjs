// The views that are fetched when they are opened: how tests reach them and read their tables.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { demo } from './files.mjs';
import { choose, seen } from './page.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** The link of a study of a demonstration. */
export const studyLink = (dataset, view, state = '') => `#package=${dataset}&view=${view}${state}`;

/** Waits until the demonstration of the link is open; one that the start page does not offer is picked. */
export async function open(page, dataset) {
  const missing = page.getByText('Linket hører til');
  await missing.or(page.locator('.view-bar')).first().waitFor();
  if (await missing.count()) await choose(page, demo(`${dataset}.snit`));
}

/** Waits until a study has its numbers. */
export async function studied(page) {
  await page.waitForFunction(() => {
    const study = document.querySelector('.study');
    return study?.getAttribute('aria-busy') === 'false' && !study.querySelector('[role=status]:not(.spoken):not([hidden])');
  });
}

/** The rows of a table of a study, by its id: for each its cells as they are seen. */
export async function rows(page, id) {
  const table = page.locator(`#${id}`);
  await table.waitFor();
  return seen(table);
}

/** What axe finds, a line for each fault. */
export async function faults(page) {
  await page.evaluate(AXE);
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const found = await page.evaluate((tags) => axe.run({ runOnly: tags, resultTypes: ['violations'] }), RULES);
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id} at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`));
}

/** Things that stick out of the window sideways, where the page itself would scroll. */
export const sideways = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
