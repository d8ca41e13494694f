import type { Context } from '../../context.ts';
import { SUPPORT, USES } from '../../world/structures.ts';
import { header, type World } from '../../world/world.ts';

/** Months before month 0 over which the usual state of services is learnt. */
const LEARNT = 12;

/**
 * Interviews that can be held, relative to the usual: a share `byServices` of them is held by workers of the services that may not refuse, as far as posts are
 * filled and meetings, reports, checks and habits to rebuild leave time. Until month 0 the usual is learnt. Left out: posts that these services win or lose.
 */
export function interviewsHeld({ world, month }: Context, byServices: number): number {
  const { head } = world;
  if (month.now < 0) {
    if (month.now >= -LEARNT) head[header.interviewers] += timeLeft(world) / LEARNT;
    return 1;
  }
  const usual = head[header.interviewers];
  return usual > 0 ? 1 - byServices + (byServices * timeLeft(world)) / usual : 1;
}

/** Minutes for people last month, for each post of the services that may not refuse. */
function timeLeft({ structures: s, counts }: World): number {
  let left = 0;
  let posts = 0;
  for (let j = 0; j < counts.structures; j++) {
    if (s.mayRefuse[j] || s.closed[j]) continue;
    left += s.minutes[j * USES + SUPPORT];
    posts += s.posts[j];
  }
  return posts > 0 ? left / posts : 0;
}
