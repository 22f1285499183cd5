// Whether two peers gave the same answer: the same groups, whole numbers exactly, others to one in a thousand million.

const TOLERANCE = 1e-9;
/** Measures of whole numbers; counts of combinations have no measure. */
const WHOLE = ['contacts', 'patients', undefined];

/** The first difference in words, or nothing. */
export function difference(question, one, other) {
  if (one.length !== other.length) return `${one.length} parts against ${other.length}`;
  for (const [index, part] of one.entries()) {
    const found = partDifference(question, part, other[index]);
    if (found) return question.histograms ? `${question.histograms[index]}: ${found}` : found;
  }
  return null;
}

function partDifference({ sums, top }, one, other) {
  const [left, right] = [groups(one), groups(other)];
  if (left.size !== right.size) return `${left.size} groups against ${right.size}`;
  if (top && [...left.keys()].join() !== [...right.keys()].join()) return `another order: ${[...left.keys()]} against ${[...right.keys()]}`;
  for (const [name, numbers] of left) {
    const against = right.get(name);
    if (!against) return `no group ${name}`;
    const wrong = numbers.findIndex((number, index) => !isSame(number, against[index], WHOLE.includes(sums[index])));
    if (wrong >= 0) return `${name || 'the total'}: ${numbers[wrong]} against ${against[wrong]}`;
  }
  return null;
}

/** The numbers of each group by the text of its keys; groups whose numbers are all 0 need not be told. */
function groups({ keys, numbers }) {
  const found = new Map();
  const count = numbers[0].length;
  for (let row = 0; row < count; row += 1) {
    const values = numbers.map((column) => Number(column[row] ?? Number.NaN));
    if (values.some((value) => value !== 0)) found.set(keys.map((column) => column[row]).join('|'), values);
  }
  return found;
}

function isSame(one, other, isWhole) {
  if (Number.isNaN(one) || Number.isNaN(other)) return Number.isNaN(one) && Number.isNaN(other);
  return Math.abs(one - other) <= (isWhole ? 0 : TOLERANCE) * Math.max(Math.abs(one), Math.abs(other));
}
