// Medians, ratios and how a number is written.

const sorted = (numbers) => [...numbers].sort((one, other) => one - other);

/** The middle one; of an even count the mean of both. */
export function median(numbers) {
  const ordered = sorted(numbers);
  const half = ordered.length >> 1;
  return ordered.length % 2 === 1 ? ordered[half] : (ordered[half - 1] + ordered[half]) / 2;
}

/** The smallest that at least 95 % do not exceed. */
export const p95 = (numbers) => sorted(numbers)[Math.ceil(numbers.length * 0.95) - 1];

/** What is kept of some times in milliseconds. */
export const summary = (times) => ({ median: rounded(median(times)), p95: rounded(p95(times)), runs: times.length });

export const geometricMean = (numbers) => Math.exp(numbers.reduce((sum, number) => sum + Math.log(number), 0) / numbers.length);

/** Three digits after the point are more than any clock here is worth. */
export const rounded = (number) => (number === null ? null : Math.round(number * 1000) / 1000);

/** Three significant digits at least, no exponent. */
export function short(number) {
  if (number >= 100) return String(Math.round(number));
  return number >= 10 ? number.toFixed(1) : number.toFixed(2);
}
