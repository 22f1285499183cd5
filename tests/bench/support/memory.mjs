// Memory of the processes of a browser, from the kernel. Where there is no /proc nothing is told.

import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const MEGABYTE = 1_000_000;
/** The kernel counts processor time in hundredths of a second. */
const CLEAR_S = 0.1;

/** The processes that show pages, below the process with this number. */
export function renderers(root) {
  const all = processes();
  const below = new Set([root]);
  for (let before = 0; before < below.size; ) {
    before = below.size;
    for (const { pid, parent } of all) if (below.has(parent)) below.add(pid);
  }
  return all.filter(({ pid, words }) => below.has(pid) && words.includes('--type=renderer')).map(({ pid }) => pid);
}

function processes() {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).flatMap((name) => {
    try {
      const parent = Number(readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1].split(' ')[1]);
      return [{ pid: Number(name), parent, words: readFileSync(`/proc/${name}/cmdline`, 'utf8') }];
    } catch {
      return []; // It ended while we looked.
    }
  });
}

/** Waits for a process to end; one that does not end soon is no longer waited for. */
export async function ended(pid) {
  for (let round = 0; round < 50 && existsSync(`/proc/${pid}`); round += 1) await pause(100);
}

/** The process that has had so many seconds of processor time; none while two come close. */
export function withTime(pids, seconds) {
  const distance = (pid) => Math.abs(time(pid) - seconds);
  const [nearest, second] = [...pids].sort((one, other) => distance(one) - distance(other));
  return second === undefined || distance(second) - distance(nearest) > CLEAR_S ? nearest : undefined;
}

function time(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return Number.POSITIVE_INFINITY; // It ended while we looked.
  }
}

/** What is resident now, in megabytes. */
export const resident = (pid) => field(pid, 'VmRSS');

/** The most that was resident since `forgetPeak`. */
export const peak = (pid) => field(pid, 'VmHWM');

export function forgetPeak(pid) {
  if (pid) writeFileSync(`/proc/${pid}/clear_refs`, '5');
}

function field(pid, name) {
  if (!pid) return null;
  const found = readFileSync(`/proc/${pid}/status`, 'utf8').match(new RegExp(`${name}:\\s+(\\d+) kB`));
  return (Number(found[1]) * 1024) / MEGABYTE;
}
