// Using the page by keyboard alone: every stop on the way must show where the focus is.

import assert from 'node:assert/strict';

/** How many stops are tried before something counts as out of reach. */
const MOST_STOPS = 300;

/** What has the focus, in words, and what of it cannot be seen; no name where the page ends and the browser begins. */
function focused() {
  const element = document.activeElement;
  if (element === document.body) return {};
  const name = `${element.tagName.toLowerCase()} »${(element.ariaLabel ?? element.innerText ?? '').trim().slice(0, 60)}«`;
  // A field may show the ring on its frame, a box that is drawn as its label on the label or on what stands beside it.
  const drawn = [element, element.parentElement, element.closest('label'), element.nextElementSibling].filter(Boolean);
  const hasRing = drawn.some((one) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(one);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
  });
  if (!hasRing) return { name, fault: 'the focus cannot be seen' };
  const box = element.getBoundingClientRect();
  const isInside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
  return isInside ? { name } : { name, fault: 'the focus is outside the window' };
}

/** Presses a key and gives the name of the stop it leads to; fails where the focus cannot be seen. */
async function step(page, key, stops) {
  await page.keyboard.press(key);
  const { name, fault } = await page.evaluate(focused);
  assert.equal(fault, undefined, `${name}, after ${stops.slice(-3).join(', ')}`);
  return name;
}

/** Presses Tab, or another key, until the focus is on `goal`. */
export async function tabTo(page, goal, key = 'Tab') {
  const stops = [];
  while (!(await hasFocus(goal))) {
    if (stops.length === MOST_STOPS) assert.fail(`${goal} is not reached; the last stops were ${stops.slice(-8).join(', ')}`);
    stops.push(await step(page, key, stops));
  }
}

/** Presses Tab to the end of the page; gives the names of the stops. */
export async function tabToTheEnd(page) {
  const stops = [];
  for (let name; (name = await step(page, 'Tab', stops)) !== undefined; stops.push(name)) {
    assert.ok(stops.length < MOST_STOPS, `the page has no end: ${stops.slice(-8).join(', ')}`);
  }
  return stops;
}

/** Whether the focus is on an element. */
export async function hasFocus(goal) {
  if ((await goal.count()) === 0) return false;
  return goal.first().evaluate((element) => element === document.activeElement);
}

/** Fails when what had the focus is gone and nothing took it over. */
export async function keepsFocus(page, when) {
  assert.ok(await page.evaluate(() => document.activeElement !== document.body), `the focus is lost ${when}`);
}

/** Goes to an element and presses Enter. */
export async function enter(page, goal, key) {
  await tabTo(page, goal, key);
  await page.keyboard.press('Enter');
}
