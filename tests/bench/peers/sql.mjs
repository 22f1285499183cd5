// Questions in SQL.

const literal = (value) => (typeof value === 'number' ? String(value) : `'${value.replaceAll("'", "''")}'`);

const sum = (measure) => `CAST(sum(${measure}) AS DOUBLE)`;

const number = (wanted) => {
  if (typeof wanted === 'string') return sum(wanted);
  const [kind, over, under] = wanted;
  return kind === 'mean' ? `avg(${over})` : `${sum(over)} / ${sum(under)}`;
};

/** The rows that are kept. */
export function where(filters = {}) {
  const conditions = Object.entries(filters).map(([column, kept]) => `${column} IN (${kept.map(literal).join(', ')})`);
  return conditions.length > 0 ? ` WHERE ${conditions.join(' AND ')}` : '';
}

/** All filters but the ones on these columns. */
export const without = (filters, ...columns) => Object.fromEntries(Object.entries(filters).filter(([column]) => !columns.includes(column)));

/** One statement for each part of the answer. */
export function statements(question) {
  if (question.histograms) {
    return question.histograms.map((column) => grouped({ by: [column], sums: question.sums, where: without(question.where, column) }));
  }
  if (question.distinct) {
    return [`SELECT CAST(count(*) AS DOUBLE) AS n0 FROM (SELECT DISTINCT ${question.distinct.join(', ')} FROM cube)`];
  }
  return [grouped(question)];
}

function grouped({ by, sums, where: filters, top }) {
  const keys = by.map((column, index) => `${column} AS k${index}`);
  const numbers = sums.map((wanted, index) => `${number(wanted)} AS n${index}`);
  const groups = by.length > 0 ? ` GROUP BY ${by.join(', ')}` : '';
  const order = top ? ` ORDER BY n0 DESC LIMIT ${top}` : '';
  return `SELECT ${[...keys, ...numbers].join(', ')} FROM cube${where(filters)}${groups}${order}`;
}
