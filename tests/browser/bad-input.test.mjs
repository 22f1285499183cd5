// Files that cannot be opened get one clear sentence each, and what was open goes on with the same numbers.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withPage } from './browser.mjs';
import { danishCsv, demo, farCell, lyingPackage, millionRows, noise } from './support/files.mjs';
import { atView, choose, drop, openView, pivot, refusal, seen, settled } from './support/page.mjs';

const parquet = millionRows().bytes;

const BAD = [
  { what: 'a text named .xlsx', file: { name: 'tabel.xlsx', bytes: Buffer.from('Kommune;Antal\nKolding;12\n') }, told: /tabel\.xlsx.*(Excel|\.xlsx).*tekst/ },
  { what: 'a Parquet file cut short', file: { name: 'afkortet.parquet', bytes: parquet.subarray(0, parquet.length >> 1) }, told: /afkortet\.parquet.*slutter.*byte \d/ },
  { what: 'an empty file', file: { name: 'tom.csv', bytes: Buffer.alloc(0) }, told: /tom\.csv.* tom/ },
  { what: 'a package that lies about its rows', file: lyingPackage(), told: /noegletal-loegn\.snit.*beskrivelse siger 39\.\d{3} rækker, men tabellen har 39\.\d{3}.*tables\/hospital\.parquet/ },
  { what: 'random bytes named .snit', file: { name: 'tilfaeldig.snit', bytes: noise(50_000) }, told: /tilfaeldig\.snit.* ikke en datapakke/ },
  { what: 'random bytes named .parquet', file: { name: 'tilfaeldig.parquet', bytes: noise(50_000) }, told: /tilfaeldig\.parquet/ },
];

/** The key figures open in Snit; `visit` gets what is seen there. */
async function withSlice(visit) {
  await withPage(async ({ page, problems }) => {
    await choose(page, demo('sundhedsraad-noegletal.snit'));
    await atView(page, 'Overblik');
    await openView(page, 'Snit');
    await visit({ page, problems, before: await seen(pivot(page)) });
  });
}

/** One sentence with a remedy; the view is as it was and can be worked with. */
async function isRefused(page, told, before) {
  const { what, remedy } = await refusal(page);
  assert.match(what, told);
  assert.match(remedy, /^[A-ZÆØÅ].*\.$/, `it is told what to do, in ${remedy}`);
  assert.deepEqual(await seen(pivot(page)), before);
  await page.getByRole('alert').getByRole('button', { name: 'Luk' }).click();
  await isUsable(page, before);
}

/** A row can be unfolded and folded, and the numbers are as they were. */
async function isUsable(page, before) {
  const row = (expanded) => pivot(page).getByRole('button', { name: 'Region Midtjylland', expanded });
  await row(false).click();
  await row(true).waitFor();
  await settled(page);
  assert.ok((await seen(pivot(page))).length > before.length);
  await row(true).click();
  await row(false).waitFor();
  await settled(page);
  assert.deepEqual(await seen(pivot(page)), before);
}

test('each file that cannot be opened gets one sentence, and the open view goes on', async (t) => {
  await withSlice(async ({ page, problems, before }) => {
    for (const { what, file, told } of BAD) {
      await t.test(what, async () => {
        await drop(page, file);
        await isRefused(page, told, before);
      });
    }
    assert.deepEqual(problems, []);
  });
});

test('a CSV of 300 MB is refused with its size and the limit', async () => {
  await withSlice(async ({ page, problems, before }) => {
    await page.evaluate(() => {
      const part = new Blob(['Kolding;2025;1.234\n'.repeat(55_000)]);
      const parts = Array(Math.ceil(300e6 / part.size)).fill(part);
      const held = new DataTransfer();
      held.items.add(new File(parts, 'stor.csv'));
      document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: held, bubbles: true, cancelable: true }));
    });
    await isRefused(page, /stor\.csv.*\d.* grænsen er \d/, before);
    assert.deepEqual(problems, []);
  });
});

test('a workbook whose only cell is the last of the sheet neither traps nor fills the memory', async () => {
  await withSlice(async ({ page, problems, before }) => {
    await drop(page, farCell());
    const isOpen = page.getByRole('banner').getByText('fjern-celle.xlsx').first();
    await isOpen.or(page.getByRole('alert')).first().waitFor();
    await settled(page);
    if (await page.getByRole('alert').count()) await isRefused(page, /fjern-celle\.xlsx/, before);
    else await atView(page, 'Snit', 'fjern-celle.xlsx');
    assert.deepEqual(problems, []);
  });
});

/** From now on the worker of the session traps at every message, as wasm does at `unreachable`. */
async function trapAtNextMessage(page) {
  const [session] = page.workers();
  await session.evaluate(() => {
    self.onmessage = () => {
      throw new WebAssembly.RuntimeError('unreachable');
    };
  });
}

test('a worker that traps is replaced, the page says so, and nothing is lost', async () => {
  await withSlice(async ({ page, before }) => {
    const link = await page.evaluate(() => location.hash);
    await trapAtNextMessage(page);
    await pivot(page).getByRole('button', { name: 'Region Midtjylland', expanded: false }).click();
    await page.getByText('Beregningen gik i stå og er startet igen.').first().waitFor();
    await settled(page);
    assert.deepEqual(await seen(pivot(page)), before);
    assert.equal(await page.evaluate(() => location.hash), link);
    await isUsable(page, before);
    assert.equal(await page.getByRole('alert').count(), 0);
  });
});

/** A worker that listens and then traps at whatever it is asked. */
const TRAPPING = 'self.onmessage = () => { throw new WebAssembly.RuntimeError("unreachable"); }; postMessage({ ready: true });';

/** Whichever worker is started next from this script traps. */
const trapAlways = (page, script) => page.route(script, (route) => route.fulfill({ contentType: 'text/javascript', body: TRAPPING }));

test('a reader that traps on a file is told about, and the open view goes on', async () => {
  await withSlice(async ({ page, before }) => {
    await trapAlways(page, /\/importer[^/]*\.js$/);
    await drop(page, { name: 'tabel.csv', bytes: Buffer.from('Kommune;Antal\nKolding;12\n') });
    await isRefused(page, /^Beregningen gik i stå/, before);
  });
});

test('a file that traps every worker is put away, and another can be opened', async () => {
  await withSlice(async ({ page, before }) => {
    await trapAlways(page, /\/worker[^/]*\.js$/);
    await trapAtNextMessage(page);
    await pivot(page).getByRole('button', { name: 'Region Midtjylland', expanded: false }).click();
    const { what, remedy } = await refusal(page);
    assert.match(what, /^Beregningen gik i stå og kunne ikke startes igen med filen\./);
    assert.match(remedy, /^Vælg filen igen\./);
    await page.unroute(/\/worker[^/]*\.js$/);
    await choose(page, demo('sundhedsraad-noegletal.snit'));
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await atView(page, 'Snit');
    await pivot(page).getByRole('button', { name: 'Region Midtjylland', expanded: true }).click();
    await settled(page);
    assert.deepEqual(await seen(pivot(page)), before);
  });
});

for (const [part, file] of [['page', /\/split_pivot[^/]*\.wasm$/], ['worker', /\/split_further[^/]*\.wasm$/]]) {
  test(`a piece of the ${part} that cannot be fetched is told, and its view opens once it can be`, async () => {
    await withPage(async ({ page, context }) => {
      await context.route(file, (route) => route.abort());
      await choose(page, demo('sundhedsraad-noegletal.snit'));
      await atView(page, 'Overblik');
      await openView(page, 'Snit');
      const { what, remedy } = await refusal(page);
      assert.equal(what, 'Visningen kunne ikke hentes.');
      assert.match(remedy, /^Genindlæs siden/);
      await context.unroute(file);
      await openView(page, 'Overblik');
      await openView(page, 'Snit');
      await atView(page, 'Snit');
      assert.ok((await seen(pivot(page))).length > 5);
    });
  });
}

test('reading that is cancelled leaves what was open', async () => {
  await withSlice(async ({ page, problems, before }) => {
    // A file is read so quickly that no finger cancels in time: the reader is held back until it is cancelled.
    let release;
    const cancelled = new Promise((resolve) => { release = resolve; });
    await page.route(/importer[^/]*\.wasm$/, (route) => cancelled.then(() => route.abort()).catch(() => {}));
    await choose(page, millionRows());
    await page.getByRole('button', { name: 'Annullér' }).click();
    release();
    await page.unroute(/importer[^/]*\.wasm$/);
    await settled(page);
    await isUsable(page, before);
    await choose(page, danishCsv('kontakter.csv'));
    await atView(page, 'Snit', 'kontakter.csv');
    assert.deepEqual(problems.filter((problem) => !problem.startsWith('failed:')), []);
  });
});

test('a demonstration that is cancelled while it is fetched does not open, and the session stays', async () => {
  await withSlice(async ({ page, problems, before }) => {
    const sessions = page.workers();
    let release;
    const cancelled = new Promise((resolve) => { release = resolve; });
    const file = /\/demo\/kpos-fsiii\.snit$/;
    await page.route(file, (route) => cancelled.then(() => route.continue()).catch(() => {}));
    const slice = await page.evaluate(() => location.hash);
    await page.evaluate(() => (location.hash = ''));
    const come = page.waitForResponse(file);
    const listed = await page.evaluate(async () => (await fetch('./demo/index.json')).json());
    const at = listed.findIndex((one) => file.test(`/demo/${one.file}`));
    await page.getByRole('region', { name: 'Prøv en demonstration' }).getByRole('button').nth(at).click();
    await page.getByRole('button', { name: 'Annullér' }).click();
    release();
    await (await come).finished();
    await settled(page);
    assert.ok(sessions.every((session) => page.workers().includes(session)), 'no worker was let go');
    await page.evaluate((link) => (location.hash = link), slice);
    await isUsable(page, before);
    assert.deepEqual(problems, []);
  });
});
