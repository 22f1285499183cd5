// The words after `node tests/bench/run.mjs`, and where things are: xtask says it all, and a person can.

import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the harness. */
export const here = join(dirname(fileURLToPath(import.meta.url)), '..');

const words = process.argv.slice(2);

/** What stands after `--name`, else `otherwise`. */
export function option(name, otherwise) {
  const place = words.indexOf(`--${name}`);
  return place < 0 ? otherwise : words[place + 1];
}

/** Where bundles go, and the compiled yardstick is: outside the checkout. */
export const cache = required('cache');
/** The built site. */
export const dist = resolve(option('dist', join(here, '..', '..', 'dist')));
/** The folder with the packages of the peers. */
export const packages = required('packages');
/** The cube in all its formats. */
export const data = required('data');

function required(name) {
  const value = option(name);
  if (value) return resolve(value);
  console.error(`--${name} is missing; \`cargo xtask bench\` prepares everything and knows where it is.`);
  process.exit(2);
}

const found = createRequire(join(packages, 'peers.cjs'));

/** A package of the peers; they are not installed beside this file. */
export async function fromPackages(name) {
  const loaded = await import(found.resolve(name));
  return loaded.default ?? loaded;
}

/** The version of each package that is compared. */
export function versions(names) {
  const read = (name) => found(join(packages, name, 'package.json')).version;
  return Object.fromEntries(names.map((name) => [name, read(name)]));
}
