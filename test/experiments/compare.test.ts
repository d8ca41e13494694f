import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare } from '../../src/experiments/compare.ts';
import { holm } from '../../src/experiments/holm.ts';
import { readable, replicationsNeeded } from '../../src/experiments/needed.ts';
import { pairingGain } from '../../src/experiments/pairing.ts';
import { wilson } from '../../src/experiments/wilson.ts';
import { normals } from './builders.ts';
import oracles from './oracles.json' with { type: 'json' };

const up = { id: 'x', better: 'up' } as const;
const down = { id: 'x', better: 'down' } as const;
const neutral = { id: 'x', better: 'neutral' } as const;
const only = (indicator: typeof up | typeof down | typeof neutral, a: number[], b: number[]) => compare([indicator], { x: a }, { x: b }).x!;

describe('oracles', () => {
  test.each(oracles.holm)('Holm of $p is statsmodels’', ({ p, holm: expected }) => {
    holm(p).forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 12));
  });
  test.each(oracles.wilson)('%d of %d: statsmodels’ Wilson interval', (wins, n, low, high) => {
    expect(wilson(wins!, n!).low).toBeCloseTo(low!, 12);
    expect(wilson(wins!, n!).high).toBeCloseTo(high!, 12);
  });
  test.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('%d of %d: Wilson’s interval printed by Newcombe (1998), table I, method 3', (wins, n, low, high) => {
    expect(wilson(wins, n).low).toBeCloseTo(low, 4);
    expect(wilson(wins, n).high).toBeCloseTo(high, 4);
  });
  test.each(oracles.power)('an effect of %d at level %d needs statsmodels’ %d, within two replications and one step of rounding', (effect, level, exact) => {
    const needed = replicationsNeeded(effect!, 1, level!);
    if (exact! > 100_000) return expect(needed).toBeNull();
    expect(needed).toBeGreaterThanOrEqual(Math.floor(exact!) - 1);
    expect(needed).toBeLessThanOrEqual(readable(Math.ceil(exact!) + 2));
  });
  test.each(oracles.paired.map((pair) => [pair.a.length, pair] as const))('the paired test over %d replications is scipy’s', (_, pair) => {
    const { p, pHolm } = only(up, pair.a, pair.b);
    expect(p! / pair.p).toBeCloseTo(1, 9);
    expect(pHolm).toBe(p);
  });
});

describe('replications needed', () => {
  test('figures are rounded up to what can be read', () => {
    expect([1, 7, 10, 11, 46, 51, 113, 201, 501, 1234, 4999, 12_001, 99_000].map(readable)).toEqual([
      1, 7, 10, 15, 50, 60, 120, 250, 600, 1300, 5000, 13_000, 100_000,
    ]);
  });
  test('no effect, or one too small, has no figure', () => {
    expect(replicationsNeeded(0, 1)).toBeNull();
    expect(replicationsNeeded(0.001, 1)).toBeNull();
    expect(replicationsNeeded(-0.5, 1)).toBe(replicationsNeeded(0.5, 1));
  });
  test('running as many as were said to be needed tells the difference about four times in five', () => {
    const needed = replicationsNeeded(0.5, 1)!;
    const normal = normals(7);
    let told = 0;
    for (let study = 0; study < 1000; study++) {
      const b = Array.from({ length: needed }, () => 0.5 + normal());
      if (only(up, new Array<number>(needed).fill(0), b).finding.word === 'difference') told++;
    }
    expect(told).toBeGreaterThan(760);
    expect(told).toBeLessThan(870);
  });
  test('they are never fewer than were run', () => {
    const lists = fc.array(fc.array(fc.double({ min: -1, max: 1.3, noNaN: true }), { minLength: 12, maxLength: 12 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(lists, (rows) => {
        const indicators = rows.map((_, i) => ({ id: `i${i}`, better: 'up' as const }));
        const values = (of: (row: number[]) => number[]) => Object.fromEntries(rows.map((row, i) => [`i${i}`, of(row)]));
        const found = compare(
          indicators,
          values((row) => row.map(() => 0)),
          values((row) => row),
        );
        for (const { finding } of Object.values(found))
          if (finding.word === 'no-difference' && finding.needed !== null) expect(finding.needed).toBeGreaterThan(12);
      }),
    );
  });
});

describe('findings', () => {
  const a = [10, 12, 11, 13, 10, 12];
  const more = [13, 15.5, 14, 16, 13.5, 15];
  test.each([
    [up, more, 'up', 'better'],
    [down, more, 'up', 'worse'],
    [neutral, more, 'up', 'neutral'],
    [down, a.map((v) => v - 3 + 0.1 * (v % 3)), 'down', 'better'],
  ] as const)('%o against six replications', (indicator, b, direction, verdict) => {
    expect(only(indicator, a, [...b]).finding).toEqual({ word: 'difference', direction, verdict });
  });
  test('no change at all is identical, and stays out of Holm’s family', () => {
    const found = compare([{ id: 'same', better: 'up' }, up], { same: a, x: a }, { same: a, x: more });
    expect(found.same!.finding).toEqual({ word: 'identical' });
    expect(found.same!.pairingGain).toBeNull();
    expect(found.x!.pHolm).toBe(found.x!.p);
  });
  test('the same change in every replication is a difference without width', () => {
    const found = only(
      up,
      a,
      a.map((v) => v + 2),
    );
    expect(found.finding.word).toBe('difference');
    expect([found.p, found.estimate.low, found.pairingGain]).toEqual([0, 2, null]);
  });
  test('one replication: unknown, and nothing else is said', () => {
    const found = only(up, [1], [5]);
    expect(found).toMatchObject({ finding: { word: 'unknown' }, better: null, pairingGain: null, p: null, pHolm: null });
    expect(only(up, [1], [1]).finding.word).toBe('unknown');
  });
  test('a word that a lone indicator deserves is lost among many', () => {
    const b = a.map((v, i) => v + [0.9, -0.1, 0.8, 0.2, 1.1, 0.3][i]!);
    expect(only(up, a, b).finding.word).toBe('difference');
    const noise = Array.from({ length: 9 }, (_, i) => ({ id: `n${i}`, better: 'up' as const }));
    const values = (x: number[], s: number) => ({ x, ...Object.fromEntries(noise.map(({ id }, i) => [id, a.map((_, r) => s * Math.sin(i + 7 * r))])) });
    const { finding, p } = compare([up, ...noise], values(a, 0), values(b, 1)).x!;
    expect(p).toBeLessThan(0.05);
    expect(finding.word).toBe('no-difference');
    expect(finding).toHaveProperty('needed', 15);
  });
  test('main indicators are adjusted among themselves, whatever others are looked at; the others among all', () => {
    const b = a.map((v, i) => v + [0.9, -0.1, 0.8, 0.2, 1.1, 0.3][i]!);
    const noise = Array.from({ length: 9 }, (_, i) => ({ id: `n${i}`, better: 'up' as const }));
    const values = (x: number[], s: number) => ({ x, ...Object.fromEntries(noise.map(({ id }, i) => [id, a.map((_, r) => s * Math.sin(i + 7 * r))])) });
    const alone = only(up, a, b);
    const main = compare([{ ...up, main: true }, ...noise], values(a, 0), values(b, 1));
    const flat = compare([up, ...noise], values(a, 0), values(b, 1));
    expect(main.x).toEqual(alone);
    expect(main.n0).toEqual(flat.n0);
    expect(flat.x!.finding.word).toBe('no-difference');
  });
  test('among twenty indicators where nothing happens, a false difference appears in about one table in twenty at most', () => {
    const normal = normals(11);
    const indicators = Array.from({ length: 20 }, (_, i) => ({ id: `i${i}`, better: 'up' as const }));
    const draw = () => Object.fromEntries(indicators.map(({ id }) => [id, Float64Array.from({ length: 10 }, normal)]));
    let wrong = 0;
    for (let table = 0; table < 400; table++) {
      if (Object.values(compare(indicators, draw(), draw())).some(({ finding }) => finding.word === 'difference')) wrong++;
    }
    expect(wrong).toBeGreaterThan(4);
    expect(wrong).toBeLessThan(36);
  });
  test('missing, unequal and NaN values are refused', () => {
    expect(() => compare([up], {}, { x: [1] })).toThrow(/"x"/);
    expect(() => only(up, [1, 2], [1])).toThrow(RangeError);
    expect(() => only(up, [1, 2], [1, Number.NaN])).toThrow(RangeError);
  });
});

describe('better in k of n', () => {
  test('ties count half, and down is better when less is better', () => {
    expect(only(up, [1, 1, 1, 1], [2, 2, 1, 0]).better).toMatchObject({ wins: 2.5, n: 4, share: 0.625 });
    expect(only(down, [1, 1, 1, 1], [2, 2, 1, 0]).better).toMatchObject({ wins: 1.5, n: 4, share: 0.375 });
    expect(only(neutral, [1, 1, 1, 1], [2, 2, 1, 0]).better).toBeNull();
  });
});

describe('pairing', () => {
  test('by hand: A = 1 2 3 and B = 2 4 3', () => {
    expect(pairingGain([1, 2, 3], [2, 4, 3])).toBe(4);
  });
  test('shared luck is worth what theory says: 2(s² + e²) ÷ 2e²', () => {
    const normal = normals(5);
    const luck = Float64Array.from({ length: 20_000 }, () => 3 * normal());
    const [a, b] = [luck.map((l) => l + normal()), luck.map((l) => l + 1 + normal())];
    expect(pairingGain(a, b)! / 10).toBeGreaterThan(0.95);
    expect(pairingGain(a, b)! / 10).toBeLessThan(1.05);
  });
  test('independent runs gain nothing', () => {
    const normal = normals(6);
    const draw = () => Float64Array.from({ length: 20_000 }, normal);
    expect(Math.abs(pairingGain(draw(), draw())! - 1)).toBeLessThan(0.05);
  });
});
