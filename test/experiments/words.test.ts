import { expect, test } from 'vitest';
import { compare } from '../../src/experiments/compare.ts';
import { estimate } from '../../src/experiments/estimate.ts';
import { digitsToShow, findingSentence, headline, levelSentence, pairingSentence } from '../../src/experiments/words.ts';

const label = { fr: 'Emplois', en: 'Jobs' };
const jobs = { id: 'jobs', label, unit: 'persons', digits: 0, better: 'up' } as const;
const difference = (b: number[]) => compare([jobs], { jobs: b.map(() => 0) }, { jobs: b }).jobs!;

test('a difference is told by its size, its bounds from near to far, and its verdict', () => {
  const { key, values } = findingSentence(difference([-9, -11, -10, -10.5, -9.5]), jobs);
  expect(key).toBe('difference.down.worse');
  expect(values.mean).toEqual({ amount: 10, unit: 'persons', digits: 0, change: true });
  const [low, high] = [values.low, values.high].map((v) => (v as { amount: number }).amount);
  expect(low).toBeGreaterThan(0);
  expect(low).toBeLessThan(high!);
});

test('no difference says how many were run and how many would be needed', () => {
  const { key, values } = findingSentence(difference([1, -1, 2, -1, 0.5]), jobs);
  expect(key).toBe('no-difference');
  expect(values.n).toEqual({ number: 5, digits: 0 });
  expect((values.needed as { number: number }).number).toBeGreaterThan(5);
  expect(findingSentence(difference([1, -1, 2, -2]), jobs).key).toBe('no-difference.out-of-reach');
});

test('identical and unknown are told as such', () => {
  expect(findingSentence(difference([0, 0, 0]), jobs).key).toBe('identical');
  expect(findingSentence(difference([4]), jobs)).toEqual({ key: 'unknown', values: {} });
});

test('a level without interval is worded apart', () => {
  expect(levelSentence(estimate([3, 4, 5], 'level'), jobs).key).toBe('level');
  expect(levelSentence(estimate([3], 'level'), jobs).key).toBe('level.one');
});

test('a headline holds the finding, after the scenario when there is one', () => {
  const found = difference([1, 1.1, 1.2]);
  expect(headline(found, jobs).values.finding).toEqual(findingSentence(found, jobs));
  expect(headline(found, jobs, { fr: 'GIP', en: 'GIP' }).key).toBe('headline.scenario');
});

test('small figures get the digits they need, large ones no more than declared', () => {
  expect(digitsToShow([0.04, 0.01, 0.07], 0)).toBe(2);
  expect(digitsToShow([12, 9], 1)).toBe(1);
  expect(digitsToShow([0, 0], 1)).toBe(1);
  expect(digitsToShow([1e-6], 0)).toBe(6);
  for (const noise of [4e-7, -1e-9, 1e-300]) expect([digitsToShow([noise], 1), digitsToShow([noise, 0.04], 0)]).toEqual([1, 2]);
});

test('what pairing gained: a factor, nothing, or unknown', () => {
  expect([12, 1, 0.4, null].map((gain) => pairingSentence(gain).key)).toEqual(['pairing.gain', 'pairing.none', 'pairing.none', 'pairing.unknown']);
});
