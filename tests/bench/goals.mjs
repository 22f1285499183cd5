// What the core is held to, as ratios within one run: each goal with what was measured and whether it holds.

import { geometricMean, short } from './support/numbers.mjs';
import { QUESTIONS } from './questions.mjs';

const SMALL = 1_000_000;
const LARGE = 10_000_000;
const HUGE = 100_000_000;
const FIRST_VIEW_BYTES = 450_000;
const times = (ratio) => `${short(ratio)} ×`;

/** Every goal whose figures are in `results`: `{ name, goal, measured, holds }`. */
export function goals(results) {
  const found = [
    ...questions(results, LARGE, { each: 1, mean: 0.6 }),
    ...engines(results),
    ...questions(results, SMALL, { each: 1.2 }),
    ...brush(results),
    ...load(results),
    ...formats(results),
    ...sheets(results),
    ...memory(results),
    ...firstView(results),
    ...huge(results),
    ...growth(results),
    ...columns(results),
  ];
  return found.filter(Boolean);
}

const name = (rows) => `${rows / 1_000_000} million rows`;

/** Ours over a peer's, question by question. */
function ratios(found, peer) {
  const [ours, other] = [found?.ours, found?.[peer]];
  if (!ours || !other) return [];
  return Object.keys(QUESTIONS).map((question) => ({ question, ratio: ours[question].median / other[question].median }));
}

const worst = (found) => found.reduce((one, other) => (other.ratio > one.ratio ? other : one));
const mean = (found) => geometricMean(found.map(({ ratio }) => ratio));

function questions({ cubes }, rows, { each, mean: most }) {
  const found = ratios(cubes[rows]?.questions, 'dense');
  if (found.length === 0) return [];
  const { question, ratio } = worst(found);
  return [
    { name: `Q1–Q9, ${name(rows)}, against \`dense\``, goal: `each ≤ ${each} ×`, measured: `${times(ratio)} (${question})`, holds: ratio <= each },
    most && { name: 'the same, geometric mean', goal: `≤ ${most} ×`, measured: times(mean(found)), holds: mean(found) <= most },
  ];
}

function engines({ cubes }) {
  return [['duckdb-enum', 7], ['duckdb', 18]].flatMap(([peer, least]) => {
    const found = ratios(cubes[LARGE]?.questions, peer);
    if (found.length === 0) return [];
    const [closest, faster] = [worst(found), 1 / mean(found)];
    return [
      { name: `Q1–Q9, ${name(LARGE)}, against \`${peer}\``, goal: 'never slower', measured: `${times(1 / closest.ratio)} faster at least (${closest.question})`, holds: closest.ratio <= 1 },
      { name: 'the same, geometric mean', goal: `≥ ${least} × faster`, measured: times(faster), holds: faster >= least },
    ];
  });
}

function brush({ cubes }) {
  const { brush: found, questions: asked } = cubes[LARGE] ?? {};
  const pass = asked?.dense?.Q7.median;
  if (!found?.ours || !pass) return [];
  const cubed = Math.min(...['duckdb-enum', 'duckdb'].flatMap((peer) => found[peer]?.later.median ?? []));
  const [first, later, other] = [found.ours.first.median / pass, found.ours.later.median / cubed, found.ours.other.median / pass];
  return [
    { name: `brush, ${name(LARGE)}, first move against \`dense\` Q7`, goal: '≤ 1 ×', measured: times(first), holds: first <= 1 },
    { name: 'every later move against DuckDB with cubes', goal: '≤ 0.5 ×', measured: times(later), holds: later <= 0.5 },
    { name: 'another brush picked up, against `dense` Q7', goal: '≤ 1 ×, no pause', measured: times(other), holds: other <= 1 },
  ];
}

function load({ cubes }) {
  const found = cubes[LARGE]?.loads;
  if (!found?.ours) return [];
  const ratio = (peer) => found[peer] && found.ours.firstAnswer.median / found[peer].firstAnswer.median;
  const [dense, duckdb] = [ratio('dense'), ratio('duckdb')];
  return [
    dense && { name: `open Arrow, ${name(LARGE)}, to the first answer, against \`dense\``, goal: '≤ 1.5 ×', measured: times(dense), holds: dense <= 1.5 },
    duckdb && { name: 'the same against `duckdb`', goal: '≥ 10 × faster', measured: times(1 / duckdb), holds: duckdb <= 0.1 },
  ];
}

function formats({ formats: all }) {
  const titles = { snappy: 'Parquet (snappy)', zstd: 'Parquet (zstd)', csv: 'Danish CSV' };
  return Object.entries(all).map(([kind, { ours, ...others }]) => {
    if (!ours || Object.keys(others).length === 0) return null;
    const [[peer, best]] = Object.entries(others).sort(([, one], [, other]) => one.firstAnswer.median - other.firstAnswer.median);
    const ratio = ours.firstAnswer.median / best.firstAnswer.median;
    return { name: `open ${titles[kind]}, ${name(SMALL)}, against the fastest peer`, goal: '≤ 1 ×', measured: `${times(ratio)} (${peer})`, holds: ratio <= 1 };
  });
}

/** Ours to the first answer against a peer that has read the cells and knows nothing of them. */
function sheets({ sheets: all, emptyPageMb }) {
  const titles = { workbook: ['an Excel workbook', 1], text: ['CSV', 1 / 3] };
  return Object.entries(all ?? {}).flatMap(([kind, { ours, ...others }]) => {
    const [[peer, other]] = Object.entries(others);
    const [title, most] = titles[kind];
    const ratio = ours.firstAnswer.median / other.load.median;
    const space = (ours.peakMb - emptyPageMb) / (other.peakMb - emptyPageMb);
    return [
      { name: `${title} of 100.000 rows and 20 columns to the first answer, against \`${peer}\` reading it`, goal: `≤ ${short(most)} ×`, measured: times(ratio), holds: ratio <= most },
      ours.peakMb && { name: 'the most in memory meanwhile', goal: '≤ 0.5 ×', measured: times(space), holds: space <= 0.5 },
    ];
  });
}

function memory({ cubes, emptyPageMb }) {
  const found = cubes[LARGE]?.loads?.ours;
  if (!found?.settledMb) return [];
  const bytes = ((found.settledMb - emptyPageMb) * 1_000_000) / LARGE;
  const above = found.peakMb - emptyPageMb - found.fileMb;
  return [
    { name: `resident above an empty page, ${name(LARGE)}`, goal: '≤ 20 bytes a row', measured: short(bytes), holds: bytes <= 20 },
    { name: 'the most while opening, above the file', goal: '≤ 250 MB', measured: `${Math.round(above)} MB`, holds: above <= 250 },
  ];
}

function firstView({ firstViewBytes }) {
  if (!firstViewBytes) return [];
  const holds = firstViewBytes <= FIRST_VIEW_BYTES;
  return [{ name: 'first view, brotli', goal: '≤ 450 kB', measured: `${Math.round(firstViewBytes / 1000)} kB`, holds }];
}

function huge({ cubes, emptyPageMb }) {
  const found = cubes[HUGE];
  if (!found) return [];
  const resident = found.loads.ours.settledMb && found.loads.ours.settledMb - emptyPageMb;
  const before = cubes[LARGE]?.questions?.ours.Q2.median;
  const ratio = before && found.questions.ours.Q2.median / before;
  return [
    resident && { name: `${name(HUGE)} in one tab`, goal: '≤ 2.2 GB', measured: `${short(resident / 1000)} GB`, holds: resident <= 2200 },
    ratio && { name: `Q2, ${name(HUGE)}, against ${name(LARGE)}`, goal: '≤ 10 ×', measured: times(ratio), holds: ratio <= 10 },
  ];
}

/** A row costs the same wherever there are ten times as many. */
function growth({ cubes, emptyPageMb }) {
  const steps = [[SMALL, LARGE], [LARGE, HUGE]].filter(([few, many]) => cubes[few]?.questions?.ours && cubes[many]?.questions?.ours);
  return steps.flatMap(([few, many]) => {
    const factor = many / few;
    const [less, more] = [cubes[few], cubes[many]];
    const time = geometricMean(Object.keys(QUESTIONS).map((question) => more.questions.ours[question].median / less.questions.ours[question].median)) / factor;
    const above = ({ loads }) => loads.ours.settledMb - emptyPageMb;
    const space = above(more) / above(less) / factor;
    const step = `from ${few / 1_000_000} to ${name(many)}`;
    return [
      { name: `time a row, ${step}`, goal: '≤ 1.25 ×', measured: times(time), holds: time <= 1.25 },
      less.loads.ours.settledMb && { name: `memory a row, ${step}`, goal: '≤ 1.25 ×', measured: times(space), holds: space <= 1.25 },
    ];
  });
}

function columns({ columns: found }) {
  if (!found) return [];
  const ratio = geometricMean(Object.keys(QUESTIONS).map((question) => found.sixty[question].median / found.fifteen[question].median));
  return [{ name: 'Q1–Q9 with 60 columns against 15', goal: '≤ 1.1 ×', measured: times(ratio), holds: ratio <= 1.1 }];
}
