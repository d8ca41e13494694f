import { beforeAll, expect, test } from 'vitest';
import { settle, simulate, type World } from '../../src/engine/index.ts';
import { statuses } from '../../src/engine/world/status.ts';
import { allOff, alike, countOf, declared, month, type Rates, type Spread, statesOf, statusOf } from './skeleton.ts';
import { requestOf, territoryOf, undivided } from './worlds.ts';

const MONTHS = 18;
const REPLICATIONS = 5;

interface Seen {
  readonly from: World;
  /** The state of each row before month 0 and at the end of each month: nobody enters, so a row is a person. */
  readonly rows: readonly (readonly (string | undefined)[])[];
  /** People by state at the end of each month. */
  readonly months: readonly Spread[];
}

const runs: Seen[] = [];

beforeAll(() => {
  for (let replication = 0; replication < REPLICATIONS; replication++) {
    const request = requestOf({
      territory: undivided(territoryOf('aude')),
      rules: allOff,
      parameters: alike,
      population: 2000,
      months: MONTHS,
      replication,
      seed: 'chain',
    });
    const from = settle(request);
    const rows = [statesOf(from)];
    simulate(request, { from, onMonth: ({ world }) => rows.push(statesOf(world)) });
    runs.push({ from, rows, months: rows.slice(1).map(countOf) });
  }
});

const byStatus = (spread: Spread): Map<string, number> => {
  const out = new Map<string, number>();
  for (const [state, n] of spread) out.set(statusOf(state), (out.get(statusOf(state)) ?? 0) + n);
  return out;
};

/** Mean and variance of the people in each status, month by month: everyone moves apart from the others, by the same chain. */
function expected(from: World, rates: Rates) {
  const mean = Array.from({ length: MONTHS }, () => new Map<string, number>());
  const variance = Array.from({ length: MONTHS }, () => new Map<string, number>());
  const cache = new Map<string, Spread>();
  const next = (state: string): Spread => {
    if (!cache.has(state)) cache.set(state, month(from, state, rates));
    return cache.get(state)!;
  };
  for (const [start, people] of countOf(statesOf(from))) {
    let spread: Spread = new Map([[start, 1]]);
    for (let m = 0; m < MONTHS; m++) {
      const after: Spread = new Map();
      for (const [state, share] of spread) for (const [to, chance] of next(state)) after.set(to, (after.get(to) ?? 0) + share * chance);
      spread = after;
      for (const [status, p] of byStatus(spread)) {
        mean[m]!.set(status, (mean[m]!.get(status) ?? 0) + people * p);
        variance[m]!.set(status, (variance[m]!.get(status) ?? 0) + people * p * (1 - p));
      }
    }
  }
  return { mean, variance };
}

/** Largest gap between what was seen and what the chain expects, in standard errors of the sum over replications. */
function widest(rates: Rates): { z: number; where: string } {
  const worst = { z: 0, where: '' };
  const forms = runs.map(({ from }) => expected(from, rates));
  for (let m = 0; m < MONTHS; m++) {
    for (const { letter } of statuses) {
      let gap = 0;
      let variance = 0;
      runs.forEach(({ months }, r) => {
        gap += (byStatus(months[m]!).get(letter) ?? 0) - (forms[r]!.mean[m]!.get(letter) ?? 0);
        variance += forms[r]!.variance[m]!.get(letter) ?? 0;
      });
      const z = gap === 0 ? 0 : Math.abs(gap) / Math.sqrt(variance);
      if (z > worst.z) Object.assign(worst, { z, where: `status ${letter}, month ${m}: ${gap.toFixed(1)} people` });
    }
  }
  return worst;
}

const classed = (state: string): string => state.split(' ').slice(0, 2).join(' ');
const GONE = 'gone for good';

/** Largest gap between the moves of people from one month to the next, and those the chain expects, in standard errors. */
function drift(rates: Rates): { z: number; where: string } {
  const gaps = new Map<string, number>();
  const variances = new Map<string, number>();
  const add = (sums: Map<string, number>, where: string, value: number) => sums.set(where, (sums.get(where) ?? 0) + value);
  for (const { from, rows } of runs) {
    for (let m = 0; m < MONTHS; m++) {
      rows[m]!.forEach((before, i) => {
        const after = rows[m + 1]![i];
        if (before !== undefined) add(gaps, `${classed(before)} to ${after === undefined ? GONE : statusOf(after)}`, 1);
      });
      for (const [state, people] of countOf(rows[m]!)) {
        const moves: Spread = byStatus(month(from, state, rates));
        moves.set(GONE, 1 - [...moves.values()].reduce((a, b) => a + b, 0));
        for (const [to, chance] of moves) {
          add(gaps, `${classed(state)} to ${to}`, -people * chance);
          add(variances, `${classed(state)} to ${to}`, people * chance * (1 - chance));
        }
      }
    }
  }
  const worst = { z: 0, where: '' };
  for (const [where, gap] of gaps) {
    const z = Math.abs(gap) < 1e-6 ? 0 : Math.abs(gap) / Math.sqrt(Math.max(0, variances.get(where) ?? 0));
    if (z > worst.z) Object.assign(worst, { z, where: `${where}: ${gap.toFixed(1)} people` });
  }
  return worst;
}

test('the chain is one: from every state the chances sum to 1, or to less where one may be gone for good', () => {
  for (const state of runs[0]!.months.flatMap((spread) => [...spread.keys()])) {
    const total = [...month(runs[0]!.from, state).values()].reduce((a, b) => a + b, 0);
    if (/[DL] 1[12]/.test(state)) expect(total).toBeLessThan(1);
    else expect(total).toBeCloseTo(1, 12);
  }
});

test('with every mechanism off nobody waits, and only the statuses of the chain are left', () => {
  for (const { months } of runs) for (const spread of months) for (const letter of byStatus(spread).keys()) expect('NEASDLV').toContain(letter);
  for (const { months } of runs) for (const spread of months.slice(1)) expect(byStatus(spread).get('A')).toBeGreaterThan(300);
});

test('with every mechanism off the stocks follow the chain of the declared rates, month by month', () => {
  const { z, where } = widest(declared);
  expect(z, where).toBeLessThan(4.5);
});

test('and so do the moves of each class from each status to each other', () => {
  const { z, where } = drift(declared);
  expect(z, where).toBeLessThan(4);
});

test.each([
  ['short-end', 1.4],
  ['short-lasts', 1.8],
  ['leave', 1.6],
  ['insured', 1.4],
  ['durable-end', 1.8],
  ['rights-after', 1.5],
])('a chain whose rate %s is %d times as large is told apart', (name, factor) => {
  expect(drift((rate) => declared(rate) * (rate === name ? factor : 1)).z).toBeGreaterThan(4);
});

test('and so is one whose longest insurance is twice as long, by how many draw it', () => {
  expect(widest((rate) => declared(rate) * (rate === 'rights-most' ? 2 : 1)).z).toBeGreaterThan(4.5);
});
