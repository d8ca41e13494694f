import { expect } from 'vitest';
import type { Context } from '../../src/engine/context.ts';
import { createKernel, choose, weigh } from '../../src/engine/kernel/kernel.ts';
import { priceOfAnHour, yieldShare } from '../../src/engine/kernel/effort.ts';
import { HORIZON, newOption, newSituation, type Situation } from '../../src/engine/kernel/terms.ts';
import { evaluation, feltShare } from '../../src/engine/mechanisms/evaluation.ts';
import { workload } from '../../src/engine/mechanisms/workload.ts';

/**
 * One worker and three classes of files (easy, middle, hard), as the design of the decision kernel states them, worked out by hand there:
 * 110 hours, 1,000 € for each result, 38 € an hour, a colleague's eye worth 0.7, six months ahead.
 */
const HOURS = 110;
const SHARES = [0.35, 0.4, 0.25];
const YIELD = [0.035, 0.018, 0.008];
const HALF = [0.6, 1.2, 2.5];
const FLOOR = [0.25, 0.4, 0.8];
const MISSION = 60;
const RESULT = 1000 / 38;
const PAIN = 2;
const REFUSAL = 2;
const ELSEWHERE = 0.5;

export type Rule = 'number' | 'rate' | 'pooled';
/** Share of a result that is felt: eight judged with an eye of .7 on each other, or two hundred with .05. */
export const felt: Readonly<Record<Rule, number>> = { number: feltShare(8, 0.7), rate: feltShare(8, 0.7), pooled: feltShare(200, 0.05) };

export interface Desk {
  readonly price: number;
  /** Hours of each class, floor included. */
  readonly hours: readonly number[];
  /** Durable exits a month of each class with those hours. */
  readonly gain: readonly number[];
}

export function desk(files: number, share: number): Desk {
  const extra = new Float64Array(3);
  const worth = YIELD.map((d) => d * (MISSION + share * RESULT));
  const people = SHARES.map((part) => files * part);
  const price = priceOfAnHour(HOURS, 3, people, worth, HALF, FLOOR, 0, PAIN, extra);
  return { price, hours: FLOOR.map((floor, c) => floor + extra[c]!), gain: YIELD.map((d, c) => d * yieldShare(extra[c]!, HALF[c]!)) };
}

/** Kernel terms read only what the oracle states; anything else would show as not a number. */
const context = { technology: { 'relief-worth': [0.25] } } as unknown as Context;
const kernel = createKernel([...(evaluation.terms ?? []), ...(workload.terms ?? [])]);
const accept = newOption({ holds: 1, enters: 1 });
const refuse = newOption({ elsewhere: ELSEWHERE, act: REFUSAL, refuses: 1 });

export function situationOf({ price, hours, gain }: Desk, c: number, rule: Rule, stake = 1): Situation {
  const mean = gain.reduce((total, own, k) => total + SHARES[k]! * own, 0);
  const value = stake * felt[rule] * RESULT;
  return {
    ...newSituation(),
    mission: MISSION,
    gain: gain[c]!,
    counted: gain[c]!,
    hours: hours[c]!,
    price,
    own: rule === 'pooled' ? 0 : value,
    joint: rule === 'pooled' ? value : 0,
    rate: rule === 'rate' ? 1 : 0,
    asked: HORIZON * mean,
  };
}

/** Chance of a refusal, by the real kernel with the real terms of mission, target, load and act. */
export function refusal(situation: Situation, precision = 1): number {
  weigh(kernel, 0, accept, situation, context);
  weigh(kernel, 1, refuse, situation, context);
  choose(kernel, 2, precision);
  expect(kernel.chances[0]! + kernel.chances[1]!).toBeCloseTo(1, 12);
  return kernel.chances[1]!;
}
