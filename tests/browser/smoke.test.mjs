// The page starts under its strict policy, alone with its own files.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { address, withPage } from './browser.mjs';

test('the page loads without an error under its policy', async () => {
  await withPage(async ({ page, problems, requests }) => {
    await page.waitForFunction(() => document.body.querySelector(':scope > :not(noscript)') !== null);
    await page.waitForLoadState('networkidle');
    assert.equal(await page.title(), 'Snit');
    assert.deepEqual(problems, []);
    const foreign = requests.filter(({ method, url }) => method !== 'GET' || !url.startsWith(address));
    assert.deepEqual(foreign, []);
  });
});

test('an inline script is refused', async () => {
  await withPage(async ({ page }) => {
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'window.ranInline = true';
      document.head.append(script);
      return window.ranInline === true;
    });
    assert.equal(ran, false);
  });
});

test('every file of the manifest is served as what it is', async () => {
  const types = { html: 'text/html', css: 'text/css', js: 'text/javascript', wasm: 'application/wasm', svg: 'image/svg+xml', json: 'application/json' };
  const { files } = await (await fetch(`${address}manifest.json`)).json();
  for (const { file, bytes } of files) {
    const answer = await fetch(address + file);
    const wanted = types[file.split('.').pop()] ?? 'application/';
    assert.ok(answer.headers.get('content-type').startsWith(wanted), `${file} is served as ${answer.headers.get('content-type')}`);
    assert.equal((await answer.arrayBuffer()).byteLength, bytes, file);
  }
});
