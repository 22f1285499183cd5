// Serves the built page on a free port, runs every *.test.mjs against it, and stops the server.
// `node tests/browser/run.mjs smoke` runs the files whose names contain "smoke".

import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { root, serve, target } from './support/server.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const wanted = process.argv.slice(2);

const server = await serve();
process.exitCode = await runTests(server.address);
server.stop();

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
