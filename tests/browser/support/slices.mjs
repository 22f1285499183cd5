// Random slices, drawn from what a package's own descriptor declares: the same ones for the same seed.

import { readFileSync } from 'node:fs';
import { members } from './zip.mjs';

/** A seeded generator (mulberry32): numbers from 0 to below `count`. */
function randomFrom(seed) {
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % count;
  };
}

/** How many rows an answer may have before it is cut. */
const MANY = 600;

/** The tables of a package with their levels, measures and indicators. */
function tablesOf(path) {
  const descriptor = JSON.parse(members(readFileSync(path)).get('datapackage.json').toString('utf8'));
  const indicators = descriptor['snit:indicators'] ?? [];
  const tables = descriptor.resources.flatMap((resource) => resource['snit:table'] ?? []);
  return tables.map(({ name, dimensions, measures }) => ({
    name,
    dimensions: dimensions.map((dimension) => [{ name: dimension.name, members: dimension.members }, ...dimension.levels]),
    measures: measures.map((measure) => measure.name),
    indicators: indicators.filter(({ numerator }) => numerator.table === name).map(({ id }) => id),
  }));
}

/** So many slices of a package: levels, every kind of measure, filters, order, histograms, combinations, and some mistakes. */
export function randomSlices(path, count, seed) {
  const tables = tablesOf(path);
  const draw = drawer(randomFrom(seed));
  return Array.from({ length: count }, () => draw.slice(draw.pick(tables)));
}

function drawer(below) {
  const one = (of) => below(of) === 0;
  const pick = (list) => list[below(list.length)];
  const some = (list, most) => [...new Set(Array.from({ length: below(most + 1) }, () => pick(list)))];
  const measure = ({ measures, indicators }) => {
    const named = () => (one(120) ? 'findes_ikke' : pick(measures));
    if (indicators.length > 0 && one(2)) return { indicator: one(120) ? 'findes_ikke' : pick(indicators) };
    const ways = [() => ({ mean: named() }), () => ({ max: named() }), () => ({ min: named() }), () => ({ count: named() }), () => ({ ratio: [named(), named()] })];
    return one(2) ? pick(ways)() : { sum: named() };
  };
  /** One of each name: a row of the tool's answer is flat. */
  const wanted = (table) => [...new Map(Array.from({ length: 1 + below(3) }, () => measure(table)).map((found) => [columnName(found), found])).values()];
  const member = ({ code, label }) => (one(10) ? label.da : /^\d{4}$/.test(code) && one(3) && code[0] !== '0' ? Number(code) : code);
  const kept = (level) => [level.name, one(150) ? ['findes_ikke'] : [member(pick(level.members)), ...some(level.members, 5).map(member)]];
  const where = (table) => Object.fromEntries(some(table.dimensions, 3).map((levels) => kept(pick(levels))));
  const by = (table) => {
    const levels = table.dimensions.flat();
    const chosen = one(12) ? some(levels, 3) : some(table.dimensions, 3).map(pick);
    return one(150) ? [...chosen, { name: 'findes_ikke', members: [] }] : chosen;
  };
  const plain = (table) => {
    const [levels, measures] = [by(table), wanted(table)];
    const size = levels.reduce((product, { members }) => product * members.length, 1);
    const order = one(3) ? { order: { measure: below(measures.length), direction: pick(['descending', 'ascending']) } } : {};
    const top = one(4) ? { top: 1 + below(40) } : size > MANY ? { top: MANY / 2 } : {};
    return { table: table.name, by: levels.map(({ name }) => name), measures, where: where(table), ...order, ...top };
  };
  const histograms = (table) => {
    const levels = [...new Set([pick(table.dimensions), ...some(table.dimensions, 3)].map((found) => pick(found).name))];
    const measured = one(3) ? {} : { measure: pick(table.measures) };
    return { table: table.name, histograms: levels, ...measured, where: where(table), ...(one(2) ? { active: pick(levels) } : {}) };
  };
  const combinations = (table) => ({ table: table.name, distinct: [pick(table.dimensions), ...some(table.dimensions, 2)].map((levels) => pick(levels).name), where: where(table), top: MANY / 2 });
  const slice = (table) => (one(12) ? histograms(table) : one(20) ? combinations(table) : plain(table));
  return { pick, slice };
}

/** The name of a measure's column in an answer. */
export function columnName(measure) {
  const [[way, of]] = Object.entries(measure);
  if (way === 'ratio') return of.join('_per_');
  return way === 'sum' || way === 'indicator' ? of : `${way}_${of}`;
}
