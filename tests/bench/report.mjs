// What was measured, as Markdown: `node tests/bench/report.mjs RESULTS.json`.

import { readFileSync } from 'node:fs';
import { goals } from './goals.mjs';
import { QUESTIONS } from './questions.mjs';
import { short } from './support/numbers.mjs';

const results = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const { machine, peers, browser, started } = results;

const judged = goals(results).map(({ name, goal, measured, holds }) => [name, goal, measured, holds ? 'holds' : '**does not hold**']);
print(['figure', 'goal', 'measured', ''], judged);
for (const [rows, { questions }] of Object.entries(results.cubes)) {
  if (!questions) continue;
  const lines = Object.entries(questions).map(([peer, times]) => [peer, ...Object.keys(QUESTIONS).map((name) => (times[name] ? short(times[name].median) : ''))]);
  print([`${Number(rows) / 1_000_000} million rows, ms`, ...Object.keys(QUESTIONS)], lines);
}
const versions = Object.entries(peers ?? {}).map(([name, version]) => `${name} ${version}`).join(', ');
console.log(`Medians of one run on ${started.slice(0, 10)}: ${machine.cores} cores of ${machine.processor.trim()}, headless Chromium ${browser}; ${versions}.`);

function print(head, lines) {
  const row = (cells) => `| ${cells.join(' | ')} |`;
  console.log([row(head), row(head.map(() => '---')), ...lines.map(row)].join('\n'), '\n');
}
