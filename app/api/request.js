// Requests in the bytes that the worker reads: fields in order without names, numbers little-endian, lengths before items, a byte
// before what may be absent. The order is that of the lists in `crates/protocol/src/bytes.rs`.

const REQUEST = { columns: 5, forget: 6 };
const MEASURES = ['sum', 'count', 'min', 'max', 'mean', 'ratio', 'indicator'];
const LANGUAGES = ['da', 'en'];
const DIRECTIONS = ['descending', 'ascending'];

/** Reads a slice as strictly as `snit query` does: what it does not know is an error, not left out. */
class Writer {
  #bytes = [];

  byte(value) {
    this.#bytes.push(value);
  }

  whole(value, bytes, setter) {
    const view = new DataView(new ArrayBuffer(bytes));
    view[setter](0, bytes === 8 ? BigInt(value) : value, true);
    this.#bytes.push(...new Uint8Array(view.buffer));
  }

  size(value, name) {
    if (!Number.isSafeInteger(value) || value < 0) throw new TypeError(`${name} is not a whole number from 0: ${JSON.stringify(value)}`);
    this.whole(value, 8, 'setBigUint64');
  }

  text(value, name) {
    if (typeof value !== 'string') throw new TypeError(`${name} is not a text: ${JSON.stringify(value)}`);
    const bytes = new TextEncoder().encode(value);
    this.whole(bytes.length, 4, 'setUint32');
    for (const byte of bytes) this.#bytes.push(byte);
  }

  list(items, name, write) {
    if (!Array.isArray(items)) throw new TypeError(`${name} is not a list: ${JSON.stringify(items)}`);
    this.whole(items.length, 4, 'setUint32');
    items.forEach((item) => write(item));
  }

  texts(items, name) {
    this.list(items, name, (item) => this.text(item, name));
  }

  maybe(value, write) {
    const isThere = value !== undefined && value !== null;
    this.byte(isThere ? 1 : 0);
    if (isThere) write(value);
  }

  choice(value, choices, name) {
    const index = choices.indexOf(value);
    if (index < 0) throw new TypeError(`${name} is none of ${choices.join(', ')}: ${JSON.stringify(value)}`);
    this.byte(index);
  }

  measure(measure) {
    const [[kind, of] = [], ...more] = Object.entries(measure ?? {});
    if (more.length > 0) throw new TypeError(`measures: one thing at a time: ${JSON.stringify(measure)}`);
    this.choice(kind, MEASURES, 'measures');
    if (kind !== 'ratio') return this.text(of, kind);
    if (!Array.isArray(of) || of.length !== 2) throw new TypeError(`ratio is not of two measures: ${JSON.stringify(of)}`);
    of.forEach((name) => this.text(name, kind));
  }

  member(member, level) {
    const isNumber = Number.isSafeInteger(member);
    this.byte(isNumber ? 0 : 1);
    if (isNumber) this.whole(member, 8, 'setBigInt64');
    else this.text(member, `where.${level}`);
  }

  slice(slice) {
    const { table, by = [], measures = [], where = {}, order, top, histograms = [], measure, active, distinct = [], ...unknown } = slice ?? {};
    const [stray] = Object.keys(unknown);
    if (stray !== undefined) throw new TypeError(`a slice has no field ${JSON.stringify(stray)}`);
    this.maybe(table, (name) => this.text(name, 'table'));
    this.texts(by, 'by');
    this.list(measures, 'measures', (one) => this.measure(one));
    this.list(Object.entries(where), 'where', ([level, members]) => {
      this.text(level, 'where');
      this.list(members, `where.${level}`, (member) => this.member(member, level));
    });
    this.maybe(order, ({ measure: at, direction = 'descending' }) => {
      this.size(at, 'order.measure');
      this.choice(direction, DIRECTIONS, 'order.direction');
    });
    this.maybe(top, (count) => this.size(count, 'top'));
    this.texts(histograms, 'histograms');
    this.maybe(measure, (name) => this.text(name, 'measure'));
    this.maybe(active, (name) => this.text(name, 'active'));
    this.texts(distinct, 'distinct');
  }

  bytes() {
    return Uint8Array.from(this.#bytes);
  }
}

/** The request that answers a slice as columns; the members of the levels in `known` are not told again. */
export function columns(slice, language, known) {
  const writer = new Writer();
  writer.byte(REQUEST.columns);
  writer.slice(slice);
  writer.choice(language, LANGUAGES, 'language');
  writer.texts(known, 'known');
  return writer.bytes();
}

/** The request that lets go of what earlier answers left. */
export const forget = () => Uint8Array.of(REQUEST.forget);
