// One Chromium for all peers, a tab and so a process for each.

import { setTimeout as pause } from 'node:timers/promises';
import { ended, forgetPeak, peak, renderers, resident, withTime } from './memory.mjs';
import { fromPackages } from './options.mjs';

const ARGUMENTS = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // A tab that waits its turn keeps its rank.
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
  '--js-flags=--expose-gc',
  // Nothing is fetched from elsewhere.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];
const PATIENCE = 300_000;
const SPIN_MS = 100;
const SPINS = 30;

/** Starts the browser; `address` is where the tabs are served. */
export async function openBrowser(address) {
  const { chromium } = await fromPackages('playwright-core');
  const executablePath = process.env.SNIT_CHROMIUM ?? '/usr/bin/chromium';
  const server = await chromium.launchServer({ executablePath, args: ARGUMENTS, chromiumSandbox: false });
  const browser = await chromium.connect(server.wsEndpoint());
  const root = server.process().pid;
  return {
    version: browser.version(),
    openTab: (peer) => Tab.open(browser, { root, address, peer }),
    async close() {
      await browser.close();
      await server.close();
    },
  };
}

/** A peer's page in a process of its own. */
class Tab {
  static async open(browser, { root, address, peer }) {
    const tab = new Tab();
    tab.peer = peer;
    tab.context = await browser.newContext();
    tab.page = await tab.context.newPage();
    tab.page.setDefaultTimeout(PATIENCE);
    tab.problems = [];
    tab.page.on('pageerror', (error) => tab.problems.push(error.message));
    tab.page.on('console', (message) => message.type() === 'error' && tab.problems.push(message.text()));
    await tab.page.goto(`${address}/tab/${peer}`);
    if (peer !== 'empty') await tab.started();
    tab.pid = await tab.process(root);
    return tab;
  }

  /** The tab's process is the one with its processor time; a spin sets it apart from the others. */
  async process(root) {
    const session = await this.context.newCDPSession(this.page);
    await session.send('Performance.enable');
    let pid;
    for (let round = 0; round < SPINS && !pid; round += 1) {
      await this.page.evaluate(spin, SPIN_MS);
      const { metrics } = await session.send('Performance.getMetrics');
      pid = withTime(renderers(root), metrics.find(({ name }) => name === 'ProcessTime').value);
    }
    await session.detach();
    return pid;
  }

  async started() {
    try {
      await this.page.waitForFunction(() => globalThis.bench, null, { timeout: 30_000 });
      await this.call('ready');
    } catch (error) {
      throw new Error(`${this.peer} does not start: ${this.problems.join('; ') || error.message}`);
    }
  }

  /** Calls what `page.mjs` offers under `name`. */
  async call(name, ...given) {
    const run = ([wanted, words]) => (typeof bench[wanted] === 'function' ? bench[wanted](...words) : bench[wanted]);
    try {
      return await within(this.page.evaluate(run, [name, given]), `${this.peer}: ${name}`);
    } catch (error) {
      throw new Error(`${this.peer}: ${[error.message.split('\n')[0], ...this.problems].join('; ')}`);
    }
  }

  /** What is resident once the tab has let go of what it can. */
  async settled() {
    for (let round = 0; round < 2; round += 1) {
      if (this.peer !== 'empty') await this.call('collect');
      await pause(1000);
    }
    return resident(this.pid);
  }

  forgetPeak = () => forgetPeak(this.pid);
  peak = () => peak(this.pid);

  /** What a closed tab leaves must not count as the next one's. */
  async close() {
    await this.context.close();
    if (this.pid) await ended(this.pid);
  }
}

/** Keeps the tab's process at work. */
function spin(milliseconds) {
  for (const begun = performance.now(); performance.now() - begun < milliseconds; );
}

async function within(work, title) {
  let timer;
  const late = new Promise((_, refuse) => {
    timer = setTimeout(() => refuse(new Error(`${title} took more than ${PATIENCE / 1000} s`)), PATIENCE);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}
