// A server on this machine only: the site under its strict policy, the peers' packages and bundles, and the data.

import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { cache, data, dist, packages } from './options.mjs';

const TYPES = { '.html': 'text/html', '.js': 'text/javascript', '.mjs': 'text/javascript', '.wasm': 'application/wasm' };
const POLICY = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'; connect-src 'self'";
const FOLDERS = { dist, packages, data, bundles: join(cache, 'bundles') };

/** Serves on a free port until `stop`. */
export async function serve() {
  const server = createServer(answer);
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { address: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() };
}

function answer(request, response) {
  const path = decodeURIComponent(request.url.split('?')[0]);
  const peer = path.match(/^\/tab\/([\w-]+)$/)?.[1];
  if (peer) return sendTab(response, peer);
  const file = fileOf(path);
  if (!file) return response.writeHead(404).end();
  const policy = path.startsWith('/dist/') ? { 'Content-Security-Policy': POLICY } : {};
  const type = TYPES[extname(file)] ?? 'application/octet-stream';
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': statSync(file).size, ...policy });
  return createReadStream(file).pipe(response);
}

/** Our own tab keeps to the policy the site is published under; some peers cannot. */
function sendTab(response, peer) {
  const script = peer === 'empty' ? '' : `<script type="module" src="/bundles/${peer}.js"></script>`;
  const policy = peer === 'ours' ? { 'Content-Security-Policy': POLICY } : {};
  response.writeHead(200, { 'Content-Type': 'text/html', ...policy });
  response.end(`<!doctype html><meta charset="utf-8"><title>${peer}</title>${script}`);
}

function fileOf(path) {
  if (path === '/dense.wasm') return join(cache, 'dense.wasm');
  const [, folder, ...rest] = normalize(path).split('/');
  const file = FOLDERS[folder] && join(FOLDERS[folder], ...rest);
  return file && existsSync(file) && statSync(file).isFile() ? file : undefined;
}
