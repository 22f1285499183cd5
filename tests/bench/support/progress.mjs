// A line for whoever waits.

const begun = performance.now();

/** What has just been found, with the time since the beginning. */
export function say(line) {
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(`${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}  ${line}`);
}
