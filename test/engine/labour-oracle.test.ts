import { expect, test } from 'vitest';
import { hires, nextVacancies } from '../../src/engine/mechanisms/displacement.ts';

const SEEKERS = 10_000;
const MATCHING = 0.06;
const WITHDRAWN = 0.25;
const GAIN = 0.3;

interface Market {
  /** Hires a month, and each person's chance: those helped, those not. */
  readonly made: number;
  readonly helped: number;
  readonly others: number;
}

/** Vacancies run until they stand still, a share of seekers searching `GAIN` more than the others. */
function steady(inflow: number, elasticity: number, share: number): Market {
  const search = SEEKERS * (1 + GAIN * share);
  let vacancies = inflow * SEEKERS;
  for (let month = 0; month < 5000; month++) {
    vacancies = nextVacancies(vacancies, inflow * SEEKERS, hires(vacancies, search, MATCHING), WITHDRAWN, search, SEEKERS, elasticity);
  }
  const made = hires(vacancies, search, MATCHING);
  const chance = (s: number) => 1 - Math.exp((-s * made) / search);
  return { made, helped: chance(1 + GAIN), others: chance(1) };
}

const percent = (ratio: number) => 100 * (ratio - 1);

/**
 * As printed, for a quarter and three quarters helped, in % of the chance (or the hires) before anyone was helped:
 * helped less others, spill-over on the others, net hires.
 */
const rows = [
  ['tight', 0.12, 0, [29, 28], [-1, -4], [6, 17]],
  ['mid', 0.04, 0, [28, 25], [-6, -16], [1, 2]],
  ['slack', 0.015, 0, [28, 24], [-7, -18], [0, 0]],
  ['slack', 0.015, 0.5, [29, 27], [-3, -9], [4, 11]],
  ['any', 0.04, 1, [29, 29], [0, 0], [8, 23]],
] as const;

test.each(rows)('%s market, inflow %d a seeker, elasticity %d', (_name, inflow, elasticity, gap, spill, net) => {
  const before = steady(inflow, elasticity, 0);
  [0.25, 0.75].forEach((share, k) => {
    const after = steady(inflow, elasticity, share);
    const found = [(100 * (after.helped - after.others)) / before.others, percent(after.others / before.others), percent(after.made / before.made)];
    const printed = [gap[k]!, spill[k]!, net[k]!];
    found.forEach((value, q) => {
      expect(Math.abs(value - printed[q]!), `found ${found.map((x) => x.toFixed(2))}, printed ${printed}`).toBeLessThanOrEqual(0.55);
    });
  });
});

test('vacancies that stand still are filled or withdrawn as fast as they come', () => {
  for (const [, inflow] of rows.slice(0, 3)) {
    const { made } = steady(inflow, 0, 0);
    const vacancies = (inflow * SEEKERS - made) / WITHDRAWN;
    expect(hires(vacancies, SEEKERS, MATCHING)).toBeCloseTo(made, 6);
  }
});

test('hires never pass vacancies nor search, and no vacancy or no search hires nobody', () => {
  for (const [v, a] of [
    [10, 1e9],
    [1e9, 10],
    [50, 50],
  ] as const) {
    expect(hires(v, a, MATCHING)).toBeLessThanOrEqual(v * (1 + 1e-12));
    expect(hires(v, a, MATCHING)).toBeLessThanOrEqual(MATCHING * a * (1 + 1e-6));
  }
  expect([hires(0, 100, MATCHING), hires(100, 0, MATCHING), hires(-1, 5, MATCHING)]).toEqual([0, 0, 0]);
});

test('fixed inflow ignores search; fully elastic inflow follows it one for one; vacancies never go below none', () => {
  expect(nextVacancies(100, 20, 10, 0.25, 300, 100, 0)).toBe(85);
  expect(nextVacancies(100, 20, 10, 0.25, 300, 100, 1)).toBeCloseTo(125, 9);
  expect(nextVacancies(100, 20, 10, 0.25, 400, 100, 0.5)).toBeCloseTo(105, 9);
  expect(nextVacancies(1, 0, 10, 0.25, 1, 1, 0)).toBe(0);
});
