// The nine questions, each from scratch, all peers in turns; and whether they agree.

import { say } from '../support/progress.mjs';
import { short, summary } from '../support/numbers.mjs';
import { difference } from '../support/agree.mjs';
import { QUESTIONS } from '../questions.mjs';

/** Above this a peer is timed fewer times. */
const SLOW_MS = 400;
const RUNS_A_ROUND = 3;

/** Times by peer and question; where answers differ from those of `dense`, what differs. */
export async function askAll(tabs, rounds) {
  const times = {};
  const differences = [];
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const able = tabs.filter(({ peer }) => peer !== 'crossfilter' || question.histograms);
    differences.push(...(await compare(able, name)));
    const found = await inTurns(able, question, rounds);
    say(`${name}: ${[...found].map(([peer, all]) => `${peer} ${short(summary(all).median)}`).join(', ')} ms`);
    for (const [peer, all] of found) (times[peer] ??= {})[name] = summary(all);
  }
  return { times, differences };
}

/** What each tab answers otherwise than `dense`, or than another peer where that cannot. */
export async function compare(tabs, name) {
  const question = QUESTIONS[name];
  const answers = [];
  for (const tab of tabs) answers.push({ peer: tab.peer, answer: await tab.call('answer', question) });
  const yardstick = answers.find(({ peer }) => peer === 'dense') ?? answers.at(-1);
  const found = answers.map(({ peer, answer }) => ({ question: name, peer, what: difference(question, answer, yardstick.answer) }));
  const differing = found.filter(({ what }) => what !== null);
  for (const { peer, what } of differing) say(`${name}: ${peer} DIFFERS from ${yardstick.peer}: ${what}`);
  return differing;
}

/** A peer's turn is a few runs on end, so that the caches are its own; the turns come round several times. */
async function inTurns(tabs, question, rounds) {
  const times = new Map(tabs.map(({ peer }) => [peer, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const tab of tabs) {
      const [first] = await tab.call('ask', question, 1);
      const runs = first > SLOW_MS ? 1 : RUNS_A_ROUND;
      times.get(tab.peer).push(...(await tab.call('ask', question, runs)));
    }
  }
  return times;
}
