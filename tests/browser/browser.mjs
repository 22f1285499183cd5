// One browser per test file, one fresh profile per page, and a record of everything that went wrong in it.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from 'playwright-core';

const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Nothing the page does takes longer, even where the machine is busy; in milliseconds. */
const PATIENCE = 20_000;

/** Where the page is served, with a slash at the end. */
export const address = process.env.SNIT_ADDRESS ?? 'http://127.0.0.1:8080/';

/** The command-line tool built with the page: what it answers, the page must show. */
export const snit = process.env.SNIT_PROGRAM ?? 'target/native/snit';

/**
 * Opens the page in a browser of its own and closes it afterwards.
 * `visit` gets the page, its context, what went wrong (errors, refusals by the policy) and every request.
 */
export async function withPage(visit, { hash = '', ...context } = {}) {
  const profile = mkdtempSync(join(tmpdir(), 'snit-browser-'));
  const opened = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.SNIT_CHROMIUM ?? '/usr/bin/chromium',
    args: ARGUMENTS,
    acceptDownloads: true,
    locale: 'da-DK',
    timezoneId: 'Europe/Copenhagen',
    viewport: { width: 1440, height: 900 },
    ...context,
  });
  opened.setDefaultTimeout(PATIENCE);
  try {
    const page = opened.pages()[0] ?? (await opened.newPage());
    const record = watch(page);
    await page.goto(address + hash);
    await visit({ page, context: opened, ...record });
  } finally {
    await opened.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Notes errors and requests from the moment the page opens; a refusal by the policy is an error on the console. */
function watch(page) {
  const problems = [];
  const requests = [];
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  page.on('requestfailed', (request) => problems.push(`failed: ${request.url()} ${request.failure()?.errorText}`));
  page.on('request', (request) => requests.push({ method: request.method(), url: request.url() }));
  return { problems, requests };
}
