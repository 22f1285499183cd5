// Pictures of every view, for people to look at: `node tests/browser/screens.mjs OUTDIR`.

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { serve } from './support/server.mjs';

const SIZES = [[1440, 900], [1024, 900], [390, 844]];

const folder = process.argv[2];
if (!folder) {
  console.error('Name the folder for the pictures: node tests/browser/screens.mjs OUTDIR');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const server = process.env.SNIT_ADDRESS ? undefined : await serve();
process.env.SNIT_ADDRESS ??= server.address;

// The address is read when these are loaded.
const { withPage } = await import('./browser.mjs');
const { walk } = await import('./support/scenes.mjs');

for (const [width, height] of SIZES) {
  for (const colorScheme of ['light', 'dark']) {
    const take = (page) => walk(page, async (name) => {
      const path = join(folder, `${name}-${width}-${colorScheme}.png`);
      await page.screenshot({ path });
      console.log(path);
    });
    await withPage(({ page }) => take(page), { viewport: { width, height }, colorScheme });
  }
}
server?.stop();
