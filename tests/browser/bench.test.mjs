// The comparison with other engines is only worth what its judges are: answers that differ are noticed, goals that are missed are too.

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { goals } from '../bench/goals.mjs';
import { QUESTIONS } from '../bench/questions.mjs';
import { difference } from '../bench/support/agree.mjs';

const question = { by: ['sex'], sums: ['contacts', 'cost_dkk'] };
const answer = (contacts, costs, keys = ['K', 'M']) => [{ keys: [keys], numbers: [contacts, costs] }];

test('the same answer in another order is the same', () => {
  assert.equal(difference(question, answer([1, 2], [0.5, 0.25]), answer([2, 1], [0.25, 0.5], ['M', 'K'])), null);
});

test('a sum of doubles may differ in its last digits, a whole number may not', () => {
  const one = answer([1e9, 2], [1e9, 0.25]);
  assert.equal(difference(question, one, answer([1e9, 2], [1e9 + 0.5, 0.25])), null);
  assert.match(difference(question, one, answer([1e9, 2], [1e9 + 2, 0.25])), /K: 1000000000 against 1000000002/);
  assert.match(difference(question, one, answer([1e9 + 1, 2], [1e9, 0.25])), /K: 1000000000 against 1000000001/);
});

test('a group that is not there is noticed, one that is empty is not missed', () => {
  assert.match(difference(question, answer([1, 2], [3, 4]), answer([1], [3], ['K'])), /2 groups against 1/);
  assert.equal(difference(question, answer([1, 0], [3, 0]), answer([1], [3], ['K'])), null);
  assert.match(difference(question, answer([1, 2], [3, 4]), answer([1, 2], [3, 4], ['K', 'X'])), /no group M/);
});

test('the first ten are compared in their order', () => {
  const top = { ...question, top: 2 };
  const turned = answer([2, 1], [4, 3], ['M', 'K']);
  assert.match(difference(top, answer([1, 2], [3, 4]), turned), /another order/);
});

test('a goal holds up to its bound and not beyond', () => {
  const asked = (time) => Object.fromEntries(Object.keys(QUESTIONS).map((name) => [name, { median: time }]));
  const judged = (ours) => {
    const questions = { ours: asked(ours), dense: asked(10) };
    return goals({ cubes: { 10_000_000: { questions } }, formats: {} }).map(({ holds }) => holds);
  };
  assert.deepEqual(judged(5.9), [true, true]);
  assert.deepEqual(judged(10), [true, false]);
  assert.deepEqual(judged(11), [false, false]);
});
