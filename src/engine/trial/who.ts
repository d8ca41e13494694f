import type { Context } from '../context.ts';
import type { Who } from '../core/trial.ts';
import { NONE } from '../world/people.ts';
import { statuses } from '../world/status.ts';
import { bodies } from '../world/structures.ts';
import { readingByKey } from './readings.ts';

/** Households by place in the column. */
export const households = ['single', 'lone-parent', 'couple', 'couple-with-children'] as const;

export type Fits = (context: Context, i: number) => boolean;

/** A filter ready to be asked. A place among others (`rank`) is not asked here: see `ranked`. */
export function fitter({ status, household, body, within = {} }: Who): Fits {
  const letters = status === undefined ? undefined : new Set([...status].map((letter) => statuses.findIndex((one) => one.letter === letter)));
  const homes = household === undefined ? undefined : new Set(household.map((name) => households.indexOf(name as (typeof households)[number])));
  const networks = body === undefined ? undefined : new Set(body.map((key) => bodies.findIndex((one) => one.key === key)));
  const bounds = Object.entries(within).map(([key, [low, high]]) => ({ read: readingByKey.get(key)!.read, low, high }));
  return (context, i) => {
    const { people, structures } = context.world;
    if (letters && !letters.has(people.status[i])) return false;
    if (homes && !homes.has(people.household[i])) return false;
    if (networks && (people.lead[i] === NONE || !networks.has(structures.body[people.lead[i]]))) return false;
    for (const { read, low, high } of bounds) {
      const value = read(context, i);
      if (!(low <= value && value <= high)) return false;
    }
    return true;
  };
}

/** Which of `values` stand between two shares of their rising order, ties by place. */
export function ranked(values: ArrayLike<number>, from: number, to: number): Uint8Array {
  const order = Array.from({ length: values.length }, (_, k) => k).sort((a, b) => values[a] - values[b] || a - b);
  const out = new Uint8Array(values.length);
  order.forEach((k, place) => {
    const at = (place + 0.5) / values.length;
    if (from <= at && at < to) out[k] = 1;
  });
  return out;
}
