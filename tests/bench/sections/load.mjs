// Opening a file: how long until the first answer, what is resident at most and afterwards.

import { say } from '../support/progress.mjs';
import { rounded, short, summary } from '../support/numbers.mjs';
import { formatOf, nameOf } from '../support/cubes.mjs';
import { QUESTIONS } from '../questions.mjs';

/** The first question is the totals, but for a peer that answers histograms only. */
const FIRST = { crossfilter: QUESTIONS.Q7 };
const MEGABYTE = 1_000_000;

/**
 * Opens a file with each of these peers in tabs of their own, in turns, `rounds` times.
 * Gives what was measured and the last round's tabs, still open.
 */
export async function openWith(browser, peers, { kind, rows, rounds }) {
  const measured = {};
  const tabs = [];
  for (let round = 1; round <= rounds; round += 1) {
    for (const peer of peers) {
      const tab = await browser.openTab(peer);
      const found = await open(tab, { kind, rows });
      (measured[peer] ??= []).push(found);
      say(`${nameOf(kind, rows)}, ${peer}: first answer after ${short(found.firstAnswerMs)} ms, ${Math.round(found.settledMb ?? 0)} MB resident`);
      if (round === rounds) tabs.push(tab);
      else await tab.close();
    }
  }
  return { tabs, loads: Object.fromEntries(Object.entries(measured).map(([peer, found]) => [peer, summed(found)])) };
}

async function open(tab, { kind, rows }) {
  const bytes = await tab.call('fetch', `/data/${nameOf(kind, rows)}`);
  tab.forgetPeak();
  const { loadMs, firstAnswerMs, rows: opened } = await tab.call('load', formatOf(kind), FIRST[tab.peer] ?? QUESTIONS.Q1);
  if (opened !== rows) throw new Error(`${tab.peer} opened ${opened} of ${rows} rows of ${nameOf(kind, rows)}`);
  const peakMb = tab.peak();
  return { loadMs, firstAnswerMs, peakMb, settledMb: await tab.settled(), fileMb: bytes / MEGABYTE };
}

/** Times by their median; memory of the last round. */
function summed(found) {
  const { peakMb, settledMb, fileMb } = found.at(-1);
  const times = (name) => summary(found.map((one) => one[name]));
  return { load: times('loadMs'), firstAnswer: times('firstAnswerMs'), peakMb: rounded(peakMb), settledMb: rounded(settledMb), fileMb: rounded(fileMb) };
}

/** What a page without any script has resident. */
export async function emptyPage(browser) {
  const tab = await browser.openTab('empty');
  const settled = await tab.settled();
  await tab.close();
  return rounded(settled);
}
