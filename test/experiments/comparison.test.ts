import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { completeReplications } from '../../src/experiments/closed.ts';
import { assemble, type Assembly } from '../../src/experiments/comparison.ts';
import { resultDigest } from '../../src/experiments/result-digest.ts';
import { indicators, run, runs, shuffled } from './builders.ts';

const results = [runs(0, 10), runs(1, 10, 4), runs(2, 10)];
const title = (label: string) => ({ fr: label, en: label });
const asked: Assembly = {
  command: 'compare',
  modelVersion: '0.1.0+test',
  seed: 'parcours',
  territory: 'aude',
  population: 1000,
  months: 24,
  scenarios: ['a', 'b', 'c'].map((id) => ({ id, title: title(id) })),
  results,
  indicators,
};

test('levels are closed over their window and differences are paired with the first scenario', () => {
  const found = assemble(asked);
  const jobs = (s: number) => results[s]!.map(({ series }) => series.jobs!.slice(12).reduce((total, v) => total + v, 0));
  const mean = (values: number[]) => values.reduce((total, v) => total + v, 0) / values.length;
  expect(found.scenarios[1]!.indicators.jobs!.mean).toBeCloseTo(mean(jobs(1)), 9);
  expect(found.differences.map(({ scenario, against }) => [scenario, against])).toEqual([
    ['b', 'a'],
    ['c', 'a'],
  ]);
  expect(found.differences[0]!.indicators.jobs!.estimate.mean).toBeCloseTo(mean(jobs(1)) - mean(jobs(0)), 9);
  expect(found.differences[0]!.indicators.jobs!.finding).toEqual({ word: 'difference', direction: 'up', verdict: 'better' });
  expect(found.differences[0]!.indicators.jobs!.pairingGain).toBeGreaterThan(3);
  expect(found.differences[0]!.indicators.people!.finding.word).toBe('identical');
  expect(found.replications).toBe(10);
});

test('the same bits whatever the order results come in', () => {
  const expected = JSON.stringify(assemble(asked));
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
      expect(JSON.stringify(assemble({ ...asked, results: results.map((own, s) => shuffled(own, seed + s)) }))).toBe(expected);
    }),
    { numRuns: 20 },
  );
});

test('while results come in, only replications that every scenario has finished count', () => {
  const partial = [results[0]!.slice(0, 7), shuffled(results[1]!.slice(1, 6), 3), results[2]!];
  expect(completeReplications(partial)).toEqual([1, 2, 3, 4, 5]);
  const found = assemble({ ...asked, results: partial });
  const same = assemble({ ...asked, results: results.map((own) => own.slice(1, 6)) });
  expect(found).toEqual(same);
  expect(found.digest).not.toBe(assemble(asked).digest);
  expect(() => assemble({ ...asked, results: [results[0]!, [], results[2]!] })).toThrow(RangeError);
});

test('the digest is SHA-256 of the sorted keys and digests, and any run moves it', () => {
  const all = results.flat();
  const lines = all.map(({ key, digest }) => `${key} ${digest}`).sort();
  expect(assemble(asked).digest).toBe(
    createHash('sha256')
      .update(lines.map((line) => `${line}\n`).join(''))
      .digest('hex'),
  );
  expect(assemble(asked).scenarios[2]!.digest).toBe(resultDigest(results[2]!));
  expect(resultDigest([{ ...all[0]!, digest: '0'.repeat(64) }, ...all.slice(1)])).not.toBe(resultDigest(all));
});

test('one replication: a level without width, a difference unknown, and a warning', () => {
  const found = assemble({ ...asked, results: results.map((own) => own.slice(0, 1)) });
  expect(found.scenarios[0]!.indicators.jobs!.low).toBeNull();
  expect(found.differences[0]!.indicators.jobs!.finding.word).toBe('unknown');
  expect(found.warnings.map(({ code }) => code)).toEqual(['default-parameters', 'one-replication']);
});

test('a single scenario has levels and no difference', () => {
  const found = assemble({ ...asked, command: 'run', scenarios: asked.scenarios.slice(0, 1), results: results.slice(0, 1) });
  expect(found.differences).toEqual([]);
  expect(Object.keys(found.scenarios[0]!.indicators)).toEqual(['jobs', 'debt', 'people', 'rate']);
});

test('NaN, a missing series, a replication twice and a scenario without results are refused', () => {
  const spoilt = run({ scenario: 1, replication: 0 });
  spoilt.series.jobs![20] = Number.NaN;
  const pair = { ...asked, scenarios: asked.scenarios.slice(0, 2) };
  expect(() => assemble({ ...pair, results: [runs(0, 1), [spoilt]] })).toThrow(/"jobs"/);
  const { jobs: _, ...rest } = run({ scenario: 1, replication: 0 }).series;
  expect(() => assemble({ ...pair, results: [runs(0, 1), [{ ...spoilt, series: rest }]] })).toThrow(/"jobs"/);
  expect(() => assemble({ ...pair, results: [runs(0, 2), [...runs(1, 1), ...runs(1, 1)]] })).toThrow(/same replication/);
  expect(() => assemble({ ...asked, results: results.slice(0, 2) })).toThrow(/3 scenarios/);
});

test('the result is plain data: JSON gives it back', () => {
  const found = assemble(asked);
  expect(JSON.parse(JSON.stringify(found))).toEqual(found);
});
