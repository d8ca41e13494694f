import type { Context } from '../../context.ts';
import { at, expCurve } from '../../core/curve.ts';

const FULL_HOURS = 20;

/**
 * Share of claims left once people know what is asked of those on the minimum income: hours, and the risk of losing it, counted in hours as those who
 * hold the right count them. The distressed expect to fail more. Left out: what each has heard of the rules, taken as known.
 */
export function notDeterred({ world: { people }, rules, on }: Context, i: number): number {
  if (!on.has('conditionality')) return 1;
  const c = rules.conditionality;
  const arm = people.arm[i];
  const failing = c['failure-base'][arm] + c['failure-distress'][arm] * people.distress[i];
  const risk = c.monitoring[arm] * failing * (1 - c.warning[arm]) * c['sanction-share'][arm];
  return at(expCurve, (-c.deterrence[arm] * (c.hours[arm] + c['loss-hours'][arm] * risk)) / FULL_HOURS);
}
