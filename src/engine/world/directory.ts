import type { Context } from '../context.ts';
import { uniform } from '../core/draws.ts';
import { CLASSES, GROUPS, groupOfClass, NONE } from './people.ts';
import { EMPLOYMENT, OPERATOR } from './organise.ts';

const weights = new Float64Array(65_536);
const reach = new Float64Array(8);
const mix = new Float64Array(GROUPS);
/** Weight of a service with no skill in the group of needs seen, beside its skill. Assumed. */
const UNSKILLED = 0.35;

/**
 * The structure an orienting body sends a person to: drawn among those of the territory by the share of people each network leads,
 * its posts, and its skill in the group of needs seen. `shares` by body; `avoid` is never chosen; `k` numbers the draw of the month.
 */
export function chooseStructure(context: Context, i: number, group: number, shares: Float64Array, avoid: number, k: number): number {
  const { structures: s, counts } = context.world;
  let sum = 0;
  for (let j = 0; j < counts.structures; j++) {
    const skill = UNSKILLED + s.skill[j * GROUPS + group];
    weights[j] = j === avoid ? 0 : shares[s.body[j]] * s.posts[j] * skill;
    sum += weights[j];
  }
  return fall(weights, counts.structures, sum, uniform(context.streams['orientation.choice'], context.world.people.id[i], context.month.now, k));
}

/** A structure among those that may not refuse, by posts. −1 when there is none. */
export function lastResort(context: Context, i: number, k: number): number {
  const { structures: s, counts } = context.world;
  let sum = 0;
  for (let j = 0; j < counts.structures; j++) {
    weights[j] = s.mayRefuse[j] ? 0 : s.posts[j];
    sum += weights[j];
  }
  if (sum === 0) return -1;
  return fall(weights, counts.structures, sum, uniform(context.streams['orientation.choice'], context.world.people.id[i], context.month.now, k));
}

/** Share of people each network leads, per unit of what `chooseStructure` weighs in it at the present mix of needs: what makes the draw meet the territory's split. */
export function networkShares({ world, scratch }: Context, led: readonly number[], out: Float64Array): void {
  const { structures: s, counts } = world;
  mix.fill(1);
  for (let c = 0; c < CLASSES; c++) mix[groupOfClass(c)] += scratch.classPeople[c];
  let all = 0;
  for (let g = 0; g < GROUPS; g++) all += mix[g];
  reach.fill(0);
  for (let j = 0; j < counts.structures; j++) {
    for (let g = 0; g < GROUPS; g++) reach[s.body[j]] += (s.posts[j] * (UNSKILLED + s.skill[j * GROUPS + g]) * mix[g]) / all;
  }
  for (let b = 0; b < out.length; b++) out[b] = reach[b] > 0 ? led[b] / reach[b] : 0;
}

/** Moves a share of those led by the employment service to private operators. */
export function outsource(led: number[], share: number): void {
  const work = led[EMPLOYMENT] + led[OPERATOR];
  led[EMPLOYMENT] = work * (1 - share);
  led[OPERATOR] = work * share;
}

function fall(w: Float64Array, n: number, sum: number, u: number): number {
  let left = u * sum;
  let last = NONE;
  for (let j = 0; j < n; j++) {
    if (w[j] === 0) continue;
    last = j;
    left -= w[j];
    if (left < 0) return j;
  }
  return last;
}
