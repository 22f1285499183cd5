// More rows than one file can bring: the cube comes in chunks, one fetched while the one before is read.

import { say } from '../support/progress.mjs';
import { rounded, short, summary } from '../support/numbers.mjs';

/** Opens the chunks with ours; gives the tab and what it cost. */
export async function openChunks(browser, addresses, rows) {
  const tab = await browser.openTab('ours');
  tab.forgetPeak();
  const found = await tab.call('loadChunks', addresses, 'arrow');
  if (found.rows !== rows) throw new Error(`ours opened ${found.rows} of ${rows} rows`);
  const peakMb = tab.peak();
  const load = { load: summary([found.loadMs]), peakMb: rounded(peakMb), settledMb: rounded(await tab.settled()), fileMb: 0 };
  say(`${rows} rows: opened in ${short(found.loadMs / 1000)} s, ${Math.round(load.settledMb ?? 0)} MB resident, ${Math.round(peakMb ?? 0)} at most`);
  return { tab, load };
}
