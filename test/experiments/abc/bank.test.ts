import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { coverage, evenness, narrowed } from '../../../src/experiments/abc/coverage.ts';
import { spreads } from '../../../src/experiments/abc/distance.ts';
import { rejection } from '../../../src/experiments/abc/rejection.ts';
import { shareUnder } from '../../../src/experiments/abc/weighted.ts';
import { type BankFile, bankCalibration, bankFile, openBank } from '../../../src/tools/bank-runs.ts';

const file = JSON.parse(readFileSync(resolve(import.meta.dirname, '../../..', bankFile), 'utf8')) as BankFile;
const bank = openBank(file);
const free = bankCalibration(file.runs).parameters;
const TRUTHS = 200;
/** Runs kept: enough for the regression, few enough to be near. */
const KEEP = Math.min(500, Math.floor(file.runs / 5));
const CONFIDENCE = 0.999;

/** Posteriors of 200 runs that each play the truth, from all the others. */
const studies = Array.from({ length: TRUTHS }, (_, truth) => ({
  truth: bank.scores[truth]!,
  sample: rejection(bank, { targets: bank.summaries[truth]!, units: spreads(bank.summaries), keep: KEEP, without: truth }),
}));

/** Places of the truths in their posteriors for one parameter, the posteriors drawn towards their middle by a factor. */
const places = (j: number, factor = 1): number[] =>
  studies.map(({ truth, sample: { scores, weights } }) => {
    const own = scores.map((s) => s[j]!);
    return shareUnder(narrowed(own, weights, factor), weights, truth[j]!);
  });

test.each(free.map(({ id }, j) => [id, j] as const))('on the bank, intervals of %s hold 200 truths as often as they claim', (_, j) => {
  expect(coverage(places(j), CONFIDENCE).filter(({ honest }) => !honest)).toEqual([]);
  expect(evenness(places(j), 10).p).toBeGreaterThan(0.001);
});

test('posteriors 30 % too narrow are caught, for every parameter', () => {
  for (const [j, { id }] of free.entries()) {
    const faults = coverage(places(j, 0.7), CONFIDENCE).filter(({ honest }) => !honest);
    expect([id, faults.length]).toEqual([id, expect.toSatisfy((n: number) => n >= 2)]);
  }
  const all = free.flatMap((_, j) => places(j, 0.7));
  expect(coverage(all, CONFIDENCE).filter(({ honest }) => honest)).toEqual([]);
  expect(evenness(all, 10).p).toBeLessThan(1e-6);
});

test('the bank teaches: truths are found more closely than before looking', () => {
  for (const [j] of free.entries()) {
    const gaps = studies.map(({ truth, sample: { scores, weights } }) => {
      const total = weights.reduce((a, b) => a + b, 0);
      return truth[j]! - scores.reduce((sum, s, i) => sum + (weights[i]! / total) * s[j]!, 0);
    });
    expect(Math.sqrt(gaps.reduce((sum, gap) => sum + gap * gap, 0) / TRUTHS)).toBeLessThan(0.95);
  }
});
