// One script for each peer: its adapter with the half of the harness that runs in the tab.

import { join } from 'node:path';
import { cache, fromPackages, here, packages } from './options.mjs';

/** Builds the bundles of these peers. */
export async function bundle(peers) {
  const { build } = await fromPackages('esbuild');
  for (const peer of peers) {
    const contents = `import * as peer from './peers/${peer}.mjs'; import { install } from './page.mjs'; install(peer);`;
    await build({
      stdin: { contents, resolveDir: here },
      bundle: true,
      chunkNames: `${peer}-[hash]`,
      entryNames: peer,
      format: 'esm',
      logLevel: 'error',
      minify: true,
      nodePaths: [packages],
      outdir: join(cache, 'bundles'),
      splitting: true,
      target: 'chrome120',
    });
  }
}
