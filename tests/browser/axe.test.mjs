// axe finds nothing to complain of, on any view, light and dark, wide and narrow.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { walk } from './support/scenes.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];
const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 390, height: 844 };

/** What axe finds on the page once it stands still, one line each: a menu half faded in has colours that nobody chose. */
async function violations(page) {
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const found = await page.evaluate((tags) => axe.run({ runOnly: tags, resultTypes: ['violations'] }), RULES);
  const lines = ({ id, impact, nodes }) => nodes.map(({ target, failureSummary }) => `${id} (${impact}) at ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`);
  return found.violations.flatMap(lines);
}

for (const [viewport, colorScheme] of [[WIDE, 'light'], [WIDE, 'dark'], [NARROW, 'light'], [NARROW, 'dark']]) {
  test(`every view is accessible at ${viewport.width} px, ${colorScheme}`, async (t) => {
    await withPage(
      async ({ page }) => {
        await page.evaluate(AXE);
        await walk(page, (name) => t.test(name, async () => assert.deepEqual(await violations(page), [])));
      },
      { viewport, colorScheme },
    );
  });
}
