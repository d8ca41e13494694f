import { expect, test } from 'vitest';
import { indicators, parameters } from '../../src/engine/index.ts';
import { type Draw, influences, shares } from '../../src/experiments/neutrality.ts';
import { assumedParameters, priorValue } from '../../src/experiments/prior.ts';
import { rankCorrelation, ranks } from '../../src/experiments/ranks.ts';

const indicator = (id: string) => indicators.find((i) => i.id === id)!;

test('ranks share ties, and Spearman meets a published example', () => {
  expect(ranks([10, 20, 10, 5])).toEqual([2.5, 4, 2.5, 1]);
  // Hours of television against IQ, a common textbook example: rho = −29/165.
  const iq = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
  const hours = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
  expect(rankCorrelation(iq, hours)).toBeCloseTo(-29 / 165, 12);
  expect(rankCorrelation([1, 2, 3], [4, 4, 4])).toBe(0);
});

test('the median draw is the default, the ends are those of the plausible range, integers are whole', () => {
  for (const [id, p] of assumedParameters(parameters)) {
    const whole = p.kind !== undefined && p.kind !== 'number';
    expect([id, priorValue(p, 0.5)]).toEqual([id, whole ? Math.round(p.value) : expect.closeTo(p.value, 9)]);
    expect([id, priorValue(p, 0)]).toEqual([id, whole ? Math.round(p.range[0]) : p.range[0]]);
    expect(priorValue(p, 0.999999)).toBeLessThanOrEqual(p.range[1] + (whole ? 0.5 : 0));
  }
});

const draw = (value: number, jobs: number, needs: number): Draw => ({
  values: { 'a.pushes': value, 'a.idle': 1 },
  differences: { reform: { 'durable-jobs': jobs, needs } },
});

test('a win follows the sense of the indicator, ties count for a half', () => {
  const draws = [draw(1, 5, 1), draw(2, -1, -1), draw(3, 0, 0), draw(4, 2, -3)];
  const [jobs, needs] = shares(draws, ['reform'], [indicator('durable-jobs'), indicator('needs')]);
  expect([jobs!.wins, jobs!.share]).toEqual([2.5, 0.625]);
  expect(needs!.wins).toBe(2.5);
  expect(jobs!.low).toBeLessThan(0.625);
  expect(() => shares(draws, ['reform'], [indicator('exits')])).toThrow('neutral');
});

test('the parameter that pushes an effect is found, one that never moves is not', () => {
  const draws = Array.from({ length: 40 }, (_, k) => draw(k, 2 * k + (k % 3), -k));
  expect(influences(draws, 'reform', indicator('durable-jobs')).map((i) => i.parameter)).toEqual(['a.pushes']);
  expect(influences(draws, 'reform', indicator('needs'))[0]!.correlation).toBeCloseTo(1, 12);
});
