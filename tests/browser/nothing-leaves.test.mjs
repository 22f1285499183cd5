// Nothing leaves the machine: after the page is loaded it fetches its own files and speaks to nobody.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { address, withPage } from './browser.mjs';
import { danishCsv, demo } from './support/files.mjs';
import { atView, choose, drop, openView, pivot, settled } from './support/page.mjs';
import { isBrowsersOwn, startProxy } from './support/proxy.mjs';

/** Opens the page through a proxy that writes down what the browser sends. */
async function watched(visit) {
  const proxy = await startProxy(address);
  try {
    const context = { permissions: ['clipboard-read', 'clipboard-write'], ...proxy.settings };
    await withPage((opened) => visit({ ...opened, sent: proxy.sent }), context);
  } finally {
    proxy.stop();
  }
}

/** What was sent that is not a plain fetch of one of the page's own files. */
async function strange(sent) {
  const { files } = await (await fetch(`${address}manifest.json`)).json();
  const own = new Set(['', ...files.map(({ file }) => file)].map((file) => address + file));
  return sent.filter((one) => !isBrowsersOwn(one)).filter(({ method, url, bytes }) => method !== 'GET' || bytes > 0 || !own.has(url));
}

/** Collects what the policy refuses; what is handed back gives what came since it was last asked. */
async function refusals(page) {
  await page.evaluate(() => {
    window.refused = [];
    document.addEventListener('securitypolicyviolation', (event) => window.refused.push(event.blockedURI));
  });
  return () => page.evaluate(() => window.refused.splice(0));
}

test('files are opened, sliced, exported and shared, and only own files are fetched', async () => {
  await watched(async ({ page, problems, requests, sent, context }) => {
    const sockets = [];
    page.on('websocket', (socket) => sockets.push(socket.url()));
    const refused = await refusals(page);
    await choose(page, demo('sundhedsraad-noegletal.snit'));
    await atView(page, 'Overblik');
    await openView(page, 'Indikator');
    await openView(page, 'Snit');
    await pivot(page).getByRole('button', { name: 'Region Syddanmark' }).click();
    await settled(page);
    await exported(page);
    await page.getByRole('button', { name: 'Del link' }).click();
    await page.getByText('Link kopieret. Det rummer visningen, ikke data.').waitFor();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), page.url());
    await drop(page, danishCsv('kontakter.csv'));
    await atView(page, 'Snit', 'kontakter.csv');
    await page.getByRole('banner').getByRole('link', { name: 'Snit' }).click();
    await page.getByRole('button', { name: 'Patienter på tværs', exact: true }).click();
    await atView(page, 'Overblik', 'Patienter på tværs');
    assert.deepEqual(await strange(sent), []);
    assert.ok(sent.some(({ url }) => url.endsWith('demo/patienter-paa-tvaers.snit')), 'the proxy sees what the page fetches');
    assert.ok(sent.some(({ url }) => /importer.*wasm$/.test(url)), 'the proxy sees what a worker fetches');
    assert.ok(requests.some(({ url }) => /importer.*wasm$/.test(url)), 'the page\'s record holds what a worker fetches');
    assert.ok(requests.every(({ method, url }) => method === 'GET' && (url.startsWith(address) || url.startsWith('blob:'))), JSON.stringify(requests));
    assert.deepEqual([sockets, await refused(), problems], [[], [], []]);
    assert.equal((await context.cookies()).length, 0);
  });
});

/** Exports the table and reads it; the source stands below. */
async function exported(page) {
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Eksportér' }).click();
  const download = await waiting;
  assert.equal(download.suggestedFilename(), 'sundhedsraad-noegletal-snit.csv');
  const text = readFileSync(await download.path(), 'utf8');
  assert.match(text, /^\ufeff[^;]+;Sygehusophold, Kvinder;/);
  assert.match(text, /\r\nRegion Syddanmark;\d+;/);
  assert.match(text, /Syntetiske data/);
}

const ATTEMPTS = {
  'a fetch': () => fetch('https://example.invalid/a'),
  'data posted to another port': () => fetch('http://127.0.0.1:9/', { method: 'POST', body: 'x' }),
  'an old request': () => new Promise((done, fail) => {
    const request = new XMLHttpRequest();
    request.onerror = fail;
    request.open('POST', 'https://example.invalid/b');
    request.send('x');
  }),
  'a socket': () => new Promise((done, fail) => {
    new WebSocket('wss://example.invalid/c').onerror = fail;
  }),
  'an image': () => new Promise((done, fail) => {
    Object.assign(new Image(), { onload: done, onerror: fail, src: 'https://example.invalid/d.png' });
  }),
  'a script': () => new Promise((done, fail) => {
    document.head.append(Object.assign(document.createElement('script'), { onload: done, onerror: fail, src: 'https://example.invalid/e.js' }));
  }),
};

test('whatever the page tries to send elsewhere is stopped by its policy', async () => {
  await watched(async ({ page, sent }) => {
    await page.getByText('Ingen fil åben').waitFor();
    const refused = await refusals(page);
    for (const [name, attempt] of Object.entries(ATTEMPTS)) {
      await assert.rejects(page.evaluate(attempt), name);
      assert.equal((await refused()).length, 1, `${name} is refused by the policy`);
    }
    await page.evaluate(() => navigator.sendBeacon('https://example.invalid/f', 'x'));
    assert.equal((await refused()).length, 1, 'a beacon is refused by the policy');
    assert.deepEqual(await strange(sent), []);
  });
});

test('a worker is bound by the same policy', async () => {
  await watched(async ({ page, sent }) => {
    await choose(page, demo('sundhedsraad-noegletal.snit'));
    await atView(page, 'Overblik');
    const [worker] = page.workers();
    await assert.rejects(worker.evaluate(() => fetch('https://example.invalid/g')));
    const isOpen = await worker.evaluate(() => new Promise((done) => {
      try {
        const socket = new WebSocket('wss://example.invalid/h');
        socket.onopen = () => done(true);
        socket.onerror = () => done(false);
      } catch {
        done(false);
      }
    }));
    assert.equal(isOpen, false);
    assert.deepEqual(await strange(sent), []);
  });
});

test('a request for anything else would have been seen', async () => {
  await watched(async ({ page, sent }) => {
    await page.evaluate(() => fetch('./not-of-the-page.json?number=4711'));
    await page.goto('http://example.invalid/').catch(() => {});
    await page.goto('https://example.invalid/').catch(() => {});
    const seen = (await strange(sent)).map(({ method, url }) => `${method} ${url}`);
    assert.deepEqual([...new Set(seen)], [`GET ${address}not-of-the-page.json?number=4711`, 'GET http://example.invalid/', 'CONNECT example.invalid:443']);
  });
});
