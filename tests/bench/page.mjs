// The half of the harness that runs in a peer's tab: it keeps the bytes, and times what the peer does with them.

/** Offers what `run.mjs` calls as `bench`. */
export function install(peer) {
  let bytes = null;
  globalThis.bench = {
    ready: peer.start().then(() => true),

    /** Fetches a file, untimed. */
    async fetch(url) {
      bytes = new Uint8Array(await (await fetch(url)).arrayBuffer());
      return bytes.length;
    },

    /** From bytes in memory to rows, and on to the first answer. The page lets go of the bytes. */
    async load(format, question) {
      const given = bytes;
      bytes = null;
      const begun = performance.now();
      const rows = await peer.load(given, format);
      const loaded = performance.now();
      await peer.ask(question);
      return { rows, loadMs: loaded - begun, firstAnswerMs: performance.now() - begun };
    },

    /** The same from many files, fetched one after another while they are read. */
    async loadChunks(urls, format) {
      const begun = performance.now();
      const rows = await peer.loadChunks(urls, format);
      return { rows, loadMs: performance.now() - begun };
    },

    /** The answer to a question from scratch. */
    async answer(question) {
      await peer.prepare?.(question);
      return answered(await peer.ask(question));
    },

    /** How long a question takes from scratch, several times over. */
    async ask(question, runs) {
      const times = [];
      for (let run = 0; run < runs; run += 1) {
        await peer.prepare?.(question);
        const begun = performance.now();
        await peer.ask(question);
        times.push(performance.now() - begun);
      }
      return times;
    },

    /** Draws a brush along: one question after another, with whatever the earlier ones left. */
    async brush(questions) {
      const move = peer.move ?? peer.ask;
      const times = [];
      let answer;
      for (const question of questions) {
        const begun = performance.now();
        answer = await move(question);
        times.push(performance.now() - begun);
      }
      return { times, answer: answered(answer) };
    },

    /** What a peer does before a brush can be drawn along, where it does anything. */
    async activate(question) {
      const begun = performance.now();
      await peer.activate?.(question);
      return performance.now() - begun;
    },

    collect: () => globalThis.gc?.(),
  };
}

/** Plain arrays, so that the answer can leave the tab. */
function answered(parts) {
  const plain = (columns) => columns.map((column) => Array.from(column));
  return parts.map(({ keys, numbers }) => ({ keys: plain(keys), numbers: plain(numbers) }));
}
