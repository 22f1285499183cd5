// Serves the built page on a free port, runs every *.test.mjs against it, and stops the server.
// `node tests/browser/run.mjs smoke` runs the files whose names contain "smoke".

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '..', '..');
const target = resolve(root, process.env.CARGO_TARGET_DIR ?? 'target');
const wanted = process.argv.slice(2);

const server = startServer();
process.on('exit', () => server.kill());
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));
const address = await addressOf(server);
process.exitCode = await runTests(address);
server.kill();

/** The server of `cargo xtask serve`; xtask names itself so that it is not built again. */
function startServer() {
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

/** One browser at a time: the machine that checks a change may have two cores. */
function runTests(address) {
  const isWanted = (name) => wanted.length === 0 || wanted.some((word) => name.includes(word));
  const files = readdirSync(here).filter((name) => name.endsWith('.test.mjs') && isWanted(name)).sort();
  const options = ['--test', '--test-concurrency=1', '--test-reporter=tap', '--test-timeout=240000'];
  const node = spawn(process.execPath, [...options, ...files.map((name) => join(here, name))], {
    cwd: root,
    env: { ...process.env, SNIT_ADDRESS: address, SNIT_PROGRAM: join(target, 'native', 'snit'), FORCE_COLOR: '0' },
    stdio: 'inherit',
  });
  return new Promise((resolve) => node.on('exit', (code) => resolve(code ?? 1)));
}
