import type { Context } from '../../context.ts';
import { SUPPORT, USES } from '../../world/structures.ts';
import { header, type World } from '../../world/world.ts';

/** Months before month 0 over which the usual state of services is learnt. */
const LEARNT = 12;

/**
 * Interviews that can be held, relative to the usual: a share `byServices` of them is held by workers of the services that may not refuse, as many as
 * their staff allows and as meetings, reports, checks and habits to rebuild leave them time. Until month 0 the usual is learnt. Left out: unequal bodies.
 */
export function interviewsHeld({ world, month, rules }: Context, byServices: number): number {
  const { head } = world;
  if (month.now < 0) {
    if (month.now >= -LEARNT) head[header.interviewers] += timeLeft(world) / LEARNT;
    return 1;
  }
  const usual = head[header.interviewers];
  return usual > 0 ? 1 - byServices + (byServices * (rules.capacity.staff[0] / 100) * timeLeft(world)) / usual : 1;
}

/** Share of paid time that the services which may not refuse had left for people last month. */
function timeLeft({ structures: s, counts }: World): number {
  let left = 0;
  let paid = 0;
  for (let j = 0; j < counts.structures; j++) {
    if (s.mayRefuse[j] || s.closed[j]) continue;
    left += s.minutes[j * USES + SUPPORT];
    for (let u = 0; u < USES; u++) paid += s.minutes[j * USES + u];
  }
  return paid > 0 ? left / paid : 0;
}
