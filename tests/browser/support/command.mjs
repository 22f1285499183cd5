// What the command-line tool answers, and how the page must print it.

import { execFileSync, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { snit } from '../browser.mjs';

/** The rows that `snit query` answers to a slice. */
export function query(file, slice) {
  const options = { encoding: 'utf8', maxBuffer: 1 << 26, stdio: ['ignore', 'pipe', 'pipe'] };
  return JSON.parse(execFileSync(snit, ['query', file, JSON.stringify(slice), '--json'], options));
}

/** A number as Danes write it, with a true minus. */
export function danish(value, decimals) {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  return new Intl.NumberFormat('da-DK', digits).format(value).replace('-', '−');
}

/** What a cell of an answer looks like on the page. */
export function printed(row, name, decimals) {
  const number = (key) => danish(row[key], decimals);
  switch (row[`${name}_status`]) {
    case undefined:
      return (row[name] === 0 ? '0' : number(name)) + (row[`${name}_preliminary`] ? '*' : '');
    case 'hidden':
      return 'skjult';
    case 'missing':
      return 'mangler';
    case 'not_applicable':
      return '·';
    case 'bounds':
      return `${number(`${name}_low`)}-${number(`${name}_high`)}`;
    case 'at_least':
      return `mindst ${number(`${name}_low`)}`;
    case 'refused':
      return 'ingen sum';
    default:
      throw new Error(`${name} has the status ${row[`${name}_status`]}`);
  }
}

/** The answers to many slices: each a list of rows, or `{ refused }`. The tool works while this program does. */
export async function queryAll(file, slices) {
  const child = spawn(snit, ['query', file, '-', '--lines'], { stdio: ['pipe', 'pipe', 'inherit'] });
  const ended = new Promise((resolve) => child.on('close', resolve));
  child.stdin.end(slices.map((slice) => JSON.stringify(slice)).join('\n'));
  const answers = [];
  for await (const line of createInterface({ input: child.stdout })) answers.push(JSON.parse(line));
  const code = await ended;
  if (code !== 0) throw new Error(`snit query ended with ${code}`);
  return answers;
}
