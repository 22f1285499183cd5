// A brush drawn along: the first move, every later one, and what it costs to pick up another brush.

import { say } from '../support/progress.mjs';
import { short, summary } from '../support/numbers.mjs';
import { difference } from '../support/agree.mjs';
import { QUESTIONS, ageMoves, yearMoves } from '../questions.mjs';

/** Times by peer: `first`, `later`, `other` (another brush's first move), `activation` where a peer builds cubes beforehand. */
export async function brushAll(tabs, rounds) {
  const able = tabs.filter(({ peer }) => peer !== 'dense');
  const times = Object.fromEntries(able.map(({ peer }) => [peer, { activation: [], first: [], later: [], other: [] }]));
  const answers = {};
  for (let round = 0; round < rounds; round += 1) {
    for (const tab of able) answers[tab.peer] = await brush(tab, times[tab.peer]);
  }
  const found = Object.fromEntries(able.map(({ peer }) => [peer, summed(times[peer])]));
  for (const [peer, { first, later, other }] of Object.entries(found)) {
    say(`brush: ${peer} first ${short(first.median)}, later ${short(later.median)}, another brush ${short(other.median)} ms`);
  }
  return { times: found, differences: await compare(tabs, answers) };
}

/** Times one peer; gives its answer to the last move. */
async function brush(tab, times) {
  const isCubed = tab.peer.startsWith('duckdb');
  const pickedUp = isCubed ? await tab.call('activate', QUESTIONS.Q7) : 0;
  if (isCubed) times.activation.push(pickedUp);
  const first = isCubed ? (await tab.call('brush', [QUESTIONS.Q7])).times : await tab.call('ask', QUESTIONS.Q7, 1);
  times.first.push(first[0] + pickedUp);
  times.later.push(...(await tab.call('brush', ageMoves)).times);
  const again = isCubed ? await tab.call('activate', yearMoves[0]) : 0;
  const [other] = (await tab.call('brush', yearMoves.slice(0, 1))).times;
  times.other.push(other + again);
  const moved = await tab.call('brush', yearMoves.slice(1));
  times.later.push(...moved.times);
  return moved.answer;
}

const summed = (times) => Object.fromEntries(Object.entries(times).filter(([, all]) => all.length > 0).map(([name, all]) => [name, summary(all)]));

/** The last move is compared with the same question asked from scratch; cubes do not answer for the brushed column itself. */
async function compare(tabs, answers) {
  const yardstick = tabs.find(({ peer }) => peer === 'dense') ?? tabs[0];
  const question = yearMoves.at(-1);
  const wanted = await yardstick.call('answer', question);
  const whole = Object.entries(answers).filter(([peer]) => !peer.startsWith('duckdb'));
  const found = whole.map(([peer, answer]) => ({ question: 'brush', peer, what: difference(question, answer, wanted) }));
  return found.filter(({ what }) => what !== null);
}
