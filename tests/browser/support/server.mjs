// The server of `cargo xtask serve` on a free port, for the tests and the screenshots.

import { spawn } from 'node:child_process';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** What cargo builds. */
export const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');

/** Serves the built page until this program ends or `stop` is called. */
export async function serve() {
  const child = start();
  process.on('exit', () => child.kill());
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
  return { address: await addressOf(child), stop: () => child.kill() };
}

/** xtask names itself so that it is not built again. */
function start() {
  const [program, ...before] = process.env.SNIT_XTASK ? [process.env.SNIT_XTASK] : ['cargo', 'xtask'];
  const words = [...before, 'serve', '--no-open', '--no-build', '--port', '0'];
  return spawn(program, words, { cwd: root, stdio: ['ignore', 'pipe', 'inherit'] });
}

/** Waits for the line with the address. */
async function addressOf(child) {
  for await (const line of createInterface({ input: child.stdout })) {
    const found = line.match(/http:\/\/127\.0\.0\.1:\d+\//);
    if (found) return found[0];
  }
  console.error('The server ended without naming its address.');
  process.exit(1);
}
