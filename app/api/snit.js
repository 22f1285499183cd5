// Snit for other pages: opens Arrow, Parquet, CSV, Excel and .snit bytes in a worker and answers slices as columns.
//
//   import { open } from './snit.js';
//   const opened = await open(await fetch('contacts.arrow'));
//   const { keys, columns } = await opened.slice({ by: ['region'], measures: [{ sum: 'contacts' }] });
//   keys[0].strings(); columns[0].values; opened.close();
//
// Everything happens on the machine: nothing is fetched but the worker and the importer that lie beside this file, and
// both must be of the page's own origin. A policy of `script-src 'self' 'wasm-unsafe-eval'; worker-src 'self'` suffices.

import * as request from './request.js';

/** The scripts of the two workers; the build writes their names here. */
const WORKER = new URL('./worker.js', import.meta.url);
const IMPORTER = new URL('./importer.js', import.meta.url);

/** What a status says of its number, by its position. */
export const STATUS = Object.freeze(['value', 'zero', 'hidden', 'missing', 'not_applicable', 'bounds', 'at_least', 'incomplete', 'refused']);

/** Why something was not done: `message` says what happened; `place` and `remedy` may be empty. */
export class SnitError extends Error {
  constructor({ code, what, place = '', remedy = '' }) {
    super(what);
    Object.assign(this, { name: 'SnitError', code, place, remedy });
  }
}

const stopped = (what) => new SnitError({ code: 'stopped', what });

/** A worker and the questions to it that have no answer yet. */
class Port {
  #worker;
  #waiting = new Map();
  #next = 1;
  #over = null;
  /** What is posted before the worker says that it listens would not be heard. */
  #held = [];

  constructor(script) {
    this.#worker = new Worker(script, { type: 'module' });
    this.#worker.onmessage = ({ data }) => this.#hear(data);
    this.#worker.onerror = (event) => {
      event.preventDefault();
      this.end(stopped(`The worker stopped${event.message ? `: ${event.message}` : ''}.`));
    };
  }

  /** Sends a message and gives the answer; the buffers in `transfer` move to the worker. */
  ask(message, transfer = [], onProgress = () => {}) {
    if (this.#over) return Promise.reject(this.#over);
    const id = this.#next++;
    return new Promise((resolve, reject) => {
      const post = () => this.#worker.postMessage({ ...message, id }, transfer);
      this.#waiting.set(id, { resolve, reject, onProgress });
      if (this.#held) this.#held.push(post);
      else post();
    });
  }

  /** Sends a message that has no answer. */
  tell(message) {
    const post = () => this.#worker.postMessage(message);
    if (this.#held) this.#held.push(post);
    else post();
  }

  /** Ends the worker; whoever waits is told why. */
  end(why) {
    this.#over ??= why;
    this.#worker.terminate();
    for (const { reject } of this.#waiting.values()) reject(this.#over);
    this.#waiting.clear();
  }

  #hear(data) {
    const held = this.#held ?? [];
    this.#held = null;
    for (const post of held) post();
    const waiting = this.#waiting.get(data.id);
    if (data.progress) waiting?.onProgress(data.progress);
    else if (this.#waiting.delete(data.id)) waiting.resolve(data);
  }
}

/** The buffer of one source, whole: the caller's own wherever it can move. */
async function bufferOf(source) {
  if (source instanceof ArrayBuffer) return source;
  if (ArrayBuffer.isView(source)) {
    const { buffer, byteOffset, byteLength } = source;
    const isWhole = byteLength === buffer.byteLength && buffer instanceof ArrayBuffer;
    return isWhole ? buffer : new Uint8Array(new Uint8Array(buffer, byteOffset, byteLength)).buffer;
  }
  if (source instanceof Blob) return source.arrayBuffer();
  if (source instanceof Response) {
    if (!source.ok) throw new SnitError({ code: 'fetch', what: `The file was not fetched: ${source.status} ${source.statusText}`.trim(), place: source.url });
    return source.arrayBuffer();
  }
  throw new SnitError({ code: 'source', what: 'A source is a Uint8Array, an ArrayBuffer, a Blob, a Response, or an iterable of these.' });
}

/** How a file begins whose rows take few bytes: Parquet, and the two kinds of Arrow; a package is Parquet inside. */
const NARROW = ['PAR1', 'ARRO', '\u00ff\u00ff\u00ff\u00ff'];
const PACKAGE = '.snit';
/** So many times as many bytes take the rows of others: text and sheets. */
const WIDE = 6;

/** The size of a file as if it were Parquet, from which the worker tells how many rows may come. */
function bytesOfRows(name, buffer) {
  const start = String.fromCharCode(...new Uint8Array(buffer, 0, Math.min(4, buffer.byteLength)));
  return NARROW.includes(start) || name.endsWith(PACKAGE) ? buffer.byteLength : Math.floor(buffer.byteLength / WIDE);
}

const isMany = (source) => !ArrayBuffer.isView(source) && typeof source === 'object' && source !== null && (Symbol.iterator in source || Symbol.asyncIterator in source);

const nameOf = (source) => {
  const path = source instanceof Response && source.url ? new URL(source.url).pathname.split('/').pop() : '';
  return source?.name || decodeURIComponent(path) || 'data';
};

/** Workers that were started ahead. */
const ahead = { worker: [], importer: [], rehearsed: null };
const worker = () => ahead.worker.pop() ?? new Port(WORKER);
const importer = () => ahead.importer.pop() ?? new Port(IMPORTER);

/** Starts what the next `open` needs, so that it need not wait for it; both rehearse until a file comes, or for about half a second. */
export async function warm() {
  if (ahead.worker.length === 0) ahead.worker.push(new Port(WORKER));
  if (ahead.importer.length === 0) {
    ahead.importer.push(new Port(IMPORTER));
    ahead.rehearsed = rehearse(ahead.worker[0], ahead.importer[0]).catch(() => {});
  }
  await ahead.rehearsed;
}

/** The importer reads a file of its own making again and again, and the worker takes it over: the browser compiles what it sees often. */
async function rehearse(taker, reader) {
  const { body, attachments } = await reader.ask({ rehearse: true });
  await taker.ask({ body, attachments, plain: true }, attachments);
  await taker.ask({ body: request.columns({ measures: [{ sum: 'antal' }] }, 'da', []), plain: true });
}

/** Has a file read by an importer of its own, which is thrown away afterwards. */
async function imported(source, { name = nameOf(source), language, onProgress, expect }, append) {
  const reader = importer();
  try {
    const buffer = await bufferOf(source);
    expect(bytesOfRows(name, buffer));
    const answer = await reader.ask({ name, language, buffer, append, plain: true }, [buffer], onProgress);
    if (answer.refusal) throw new SnitError(answer.refusal);
    return answer;
  } finally {
    reader.end(stopped('The file is read.'));
  }
}

/** What a reply of the worker holds under `name`; a refusal is thrown. */
function replied({ unreadable, body }, name) {
  if (unreadable) throw new SnitError({ code: 'request', what: 'The worker cannot read the request: the files beside snit.js are not of the same build.' });
  if (body?.refused) throw new SnitError(body.refused);
  if (body?.[name] === undefined) throw stopped('The worker gave no answer that can be read.');
  return body[name];
}

/** A request in bytes; what is wrong with the slice is thrown as every other error is. */
function written(write) {
  try {
    return write();
  } catch (error) {
    throw new SnitError({ code: 'request', what: error.message });
  }
}

/** A level of an answer: for each row the position of its member. */
class Key {
  #members;

  constructor({ level, codes }, members) {
    this.level = level;
    this.codes = codes;
    this.#members = members;
  }

  get members() {
    return this.#members.codes;
  }

  get labels() {
    return this.#members.labels;
  }

  strings() {
    const { codes } = this.#members;
    return Array.from(this.codes, (code) => codes[code]);
  }
}

/** A table as slices see it. */
function table({ name, rows, fields }) {
  const named = (wanted) => fields.filter(({ isMeasure }) => isMeasure === wanted).map((field) => field.name);
  return { name, rows, levels: named(false), measures: named(true).filter((name) => !name.startsWith('indicator:')) };
}

/** What is open: one worker with the data. */
class Opened {
  #port = worker();
  #language;
  /** Members by table and level: each list crosses once. */
  #members = new Map();
  tables = [];

  constructor(language) {
    this.#language = language;
  }

  get rows() {
    return this.tables.reduce((sum, { rows }) => sum + rows, 0);
  }

  async slice(slice, { lane } = {}) {
    const body = written(() => request.columns(slice, this.#language, [...this.#members.keys()]));
    const answer = await this.#port.ask({ body, lane, plain: true });
    if (answer.outdated) return undefined;
    const parts = replied(answer, 'columns').map((part) => this.#part(part));
    return slice.histograms?.length ? parts : parts[0];
  }

  async forget() {
    replied(await this.#port.ask({ body: request.forget(), plain: true }), 'forgotten');
  }

  async memory() {
    return (await this.#port.ask({ memory: true })).memory;
  }

  close() {
    this.#port.end(stopped('It is closed.'));
  }

  /** A large file will come: those who are to share its rows start while it is read. */
  expect(bytes, workers) {
    this.#port.tell({ expect: bytes, workers });
  }

  /** Takes over what an importer read. */
  async adopt({ body, attachments }, workers) {
    const answer = await this.#port.ask({ body, attachments, workers, plain: true }, attachments);
    this.tables = replied(answer, 'opened').map(table);
  }

  #part({ length, keys, values: columns, notices }) {
    const key = (found) => {
      if (found.members) this.#members.set(found.of, found.members);
      return new Key(found, this.#members.get(found.of));
    };
    return { length, keys: keys.map(key), columns, notices };
  }
}

/** Opens a file, or several of the same columns one after another. Buffers move to the worker. */
export async function open(source, { name, language = 'en', onProgress, workers } = {}) {
  const opened = new Opened(language);
  try {
    let isMore = false;
    for await (const one of isMany(source) ? source : [source]) {
      const expect = (bytes) => opened.expect(bytes, workers);
      const reading = imported(one, { name, language, onProgress, expect }, isMore);
      // While one of many files is read, the reader of the next one starts.
      if (isMany(source)) ahead.importer.push(new Port(IMPORTER));
      await opened.adopt(await reading, workers);
      isMore = true;
    }
    if (isMany(source)) ahead.importer.pop()?.end(stopped('There is no further file.'));
    if (!isMore) throw new SnitError({ code: 'source', what: 'There is no file to open.' });
    return opened;
  } catch (error) {
    opened.close();
    throw error;
  }
}
