import { describe, expect, test } from 'vitest';
import { desk, felt, refusal, type Rule, situationOf } from './static-oracle.ts';

const EASY = 0;
const HARD = 2;
const chance = (files: number, rule: Rule, c: number, stake = 1) => refusal(situationOf(desk(files, felt[rule]), c, rule, stake));

/** As printed: files, λ, hours easy/middle/hard, then P(refuse) easy/hard for a number, a rate, and two hundred judged together. */
describe.each([
  [40, 0.12, [2.4, 3.1, 2.6], [0.0, 0.22], [0.0, 0.72], [0.0, 0.22]],
  [70, 0.35, [1.8, 1.9, 0.8], [0.0, 0.42], [0.0, 0.83], [0.01, 0.33]],
  [100, 0.7, [1.4, 1.0, 0.8], [0.01, 0.8], [0.03, 0.95], [0.05, 0.65]],
  [130, 1.01, [1.2, 0.6, 0.8], [0.04, 0.95], [0.14, 0.98], [0.17, 0.85]],
  [160, 1.48, [0.9, 0.4, 0.8], [0.32, 0.99], [0.55, 1.0], [0.51, 0.97]],
] as const)('with %d files', (files, price, hours, number, rate, pooled) => {
  const near = (found: number, printed: number, half: number) =>
    expect(Math.abs(found - printed), `${found} printed ${printed}`).toBeLessThanOrEqual(half * 1.1);
  const ownDesk = desk(files, felt.number);

  test('an hour has the printed price', () => near(ownDesk.price, price, 0.005));
  test('hours fall as printed', () => hours.forEach((printed, c) => near(ownDesk.hours[c]!, printed, 0.05)));
  test.each([
    ['number', number],
    ['rate', rate],
    ['pooled', pooled],
  ] as const)('refusals under a %s', (rule, [easy, hard]) => {
    near(chance(files, rule, EASY), easy, 0.005);
    near(chance(files, rule, HARD), hard, 0.005);
  });
});

const loads = [40, 55, 70, 85, 100, 115, 130, 145, 160];
const rules: readonly Rule[] = ['number', 'rate', 'pooled'];

test.each([
  ['number', [EASY, 1, HARD]],
  ['rate', [EASY]],
  ['pooled', [EASY]],
] as const)('under a %s refusals rise with files', (rule, classes) => {
  for (const c of classes) for (let k = 1; k < loads.length; k++) expect(chance(loads[k]!, rule, c)).toBeGreaterThan(chance(loads[k - 1]!, rule, c));
});

test('a rate is never kinder than a number, and hurts the hard far more than the easy', () => {
  for (const files of loads) for (const c of [0, 1, 2]) expect(chance(files, 'rate', c)).toBeGreaterThan(chance(files, 'number', c));
  expect(chance(70, 'rate', HARD) - chance(70, 'number', HARD)).toBeGreaterThan(10 * (chance(70, 'rate', EASY) - chance(70, 'number', EASY)));
});

test('pooling refuses fewer hard cases and more easy ones: neither rule wins everywhere', () => {
  for (const files of loads.slice(2)) {
    expect(chance(files, 'pooled', HARD)).toBeLessThan(chance(files, 'number', HARD));
    expect(chance(files, 'pooled', EASY)).toBeGreaterThan(chance(files, 'number', EASY));
  }
});

test('hard cases are the first to get floor hours alone', () => {
  expect(desk(70, felt.number).hours[HARD]).toBe(0.8);
  expect(desk(70, felt.number).hours[1]).toBeGreaterThan(0.4);
  expect(desk(160, felt.number).hours[1]).toBe(0.4);
  expect(desk(160, felt.number).hours[EASY]).toBeGreaterThan(0.25);
});

test('with nothing at stake, what is counted and who is judged make no difference', () => {
  for (const files of loads) {
    const own = desk(files, 0);
    for (const c of [0, 1, 2]) {
      const [number, rate, pooled] = rules.map((rule) => refusal(situationOf(own, c, rule, 0)));
      expect(rate).toBe(number);
      expect(pooled).toBe(number);
    }
  }
});

test('sharper choices make the likely likelier', () => {
  const situation = situationOf(desk(100, felt.number), HARD, 'number');
  expect(refusal(situation, 2)).toBeGreaterThan(refusal(situation, 1));
  expect(refusal(situation, 0)).toBe(0.5);
});
