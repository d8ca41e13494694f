import type { Context } from '../context.ts';
import { JOB_LENGTH, RULES } from '../world/structures.ts';

/** Months after which a file is closed whatever became of the job, and after which a durable job seldom ends. */
export const FIRST_YEAR = 12;

/** Months a job must last before structure `j` counts it: as it practises the rule, and no longer than a file is kept. */
export const monthsToCount = ({ world: { structures: s }, rules }: Context, j: number): number =>
  Math.min(FIRST_YEAR, Math.round(rules.evaluation['exit-length'][s.arm[j]] * s.practised[j * RULES + JOB_LENGTH]));

/** Share of jobs still held after `months`, when `end` of them end each month. */
export function held(end: number, months: number): number {
  let share = 1;
  for (let m = 0; m < months; m++) share *= 1 - end;
  return share;
}

/** Share of short hires that take the person off benefit and are still held after the months that make them count, calls made to those placed included. */
export const shortHeld = (context: Context, j: number): number =>
  (1 - context.rules.labour['few-hours'][0]) * held(context.rules.labour['short-end'][0] * (1 - context.world.structures.kept[j]), monthsToCount(context, j));

/** The same of durable jobs, which end sooner in their first year. */
export const durableHeld = (context: Context, j: number): number => held(context.rules.labour['durable-end-early'][0], monthsToCount(context, j));
