// What the command-line tool answers, and how the page must print it.

import { execFileSync } from 'node:child_process';
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

/** The answers to many slices: each a list of rows, or `{ refused }`. */
export function queryAll(file, slices) {
  const options = { encoding: 'utf8', maxBuffer: 1 << 28, input: slices.map((slice) => JSON.stringify(slice)).join('\n') };
  return execFileSync(snit, ['query', file, '-', '--lines'], options).trim().split('\n').map((line) => JSON.parse(line));
}
