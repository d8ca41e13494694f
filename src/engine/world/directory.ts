import { type Context, tally } from '../context.ts';
import { uniform } from '../core/draws.ts';
import { CAME_BACK, CLASSES, GROUPS, groupOfClass, NONE } from './people.ts';
import { tell } from './moves.ts';
import { EMPLOYMENT, OPERATOR } from './organise.ts';
import { nearness, openRoads, zoneNearness } from './travel.ts';

const weights = new Float64Array(65_536);
/** Networks. */
const BODIES = 6;
const reach = new Float64Array(BODIES);
const mix = new Float64Array(GROUPS);
/** Weight of a service with no skill in the group of needs seen, beside its skill. Assumed. */
const UNSKILLED = 0.35;

/**
 * The structure an orienting body sends a person to: drawn among those of the territory by the share of people each network leads,
 * its posts, the volume it won, its skill in the group of needs seen, and how near it is. `shares` by zone and body, of this month's `networkShares`; `avoid` is never
 * chosen; `k` numbers the draw of the month.
 */
export function chooseStructure(context: Context, i: number, group: number, shares: Float64Array, avoid: number, k: number): number {
  const { structures: s, counts, people } = context.world;
  const from = people.zone[i] * BODIES;
  let sum = 0;
  for (let j = 0; j < counts.structures; j++) {
    const skill = UNSKILLED + s.skill[j * GROUPS + group];
    weights[j] = j === avoid ? 0 : shares[from + s.body[j]] * s.posts[j] * s.volume[j] * skill * nearness(context.world, i, j);
    sum += weights[j];
  }
  return fall(weights, counts.structures, sum, uniform(context.streams['orientation.choice'], context.world.people.id[i], context.month.now, k));
}

/** The structure asked, or, when it serves only the residents of another zone, its like where the person lives. */
export function competent({ structures: s, people, counts }: Context['world'], i: number, j: number): number {
  if (!s.local[j] || s.zone[j] === people.zone[i]) return j;
  for (let k = 0; k < counts.structures; k++) if (s.local[k] && s.body[k] === s.body[j] && s.zone[k] === people.zone[i]) return k;
  return j;
}

/** A structure among those that may not refuse, by posts and how near it is. −1 when there is none. */
export function lastResort(context: Context, i: number, k: number): number {
  const { structures: s, counts } = context.world;
  let sum = 0;
  for (let j = 0; j < counts.structures; j++) {
    weights[j] = s.mayRefuse[j] ? 0 : s.posts[j] * nearness(context.world, i, j);
    sum += weights[j];
  }
  if (sum === 0) return -1;
  return fall(weights, counts.structures, sum, uniform(context.streams['orientation.choice'], context.world.people.id[i], context.month.now, k));
}

/** Room for `networkShares`, by zone and network: what is held, or more of it. */
export const sharesFor = ({ counts }: Context['world'], held: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> =>
  held.length === counts.zones * BODIES ? held : new Float64Array(counts.zones * BODIES);

/**
 * Share of people each network leads, per unit of what `chooseStructure` weighs in it at the present mix of needs, as seen from each zone: what makes the
 * draw meet the territory's split everywhere, near its seats or far from them.
 */
export function networkShares(context: Context, led: readonly number[], out: Float64Array): void {
  const { world, scratch } = context;
  const { structures: s, counts } = world;
  if (out.length < counts.zones * BODIES) throw new RangeError('Shares of networks are held by zone: see sharesFor.');
  mix.fill(1);
  for (let c = 0; c < CLASSES; c++) mix[groupOfClass(c)] += scratch.classPeople[c];
  let all = 0;
  for (let g = 0; g < GROUPS; g++) all += mix[g];
  openRoads(context);
  for (let z = 0; z < counts.zones; z++) {
    reach.fill(0);
    for (let j = 0; j < counts.structures; j++) {
      const near = zoneNearness(world, z, j);
      for (let g = 0; g < GROUPS; g++) reach[s.body[j]] += ((s.posts[j] * s.volume[j] * (UNSKILLED + s.skill[j * GROUPS + g]) * mix[g]) / all) * near;
    }
    for (let b = 0; b < BODIES; b++) out[z * BODIES + b] = reach[b] > 0 ? led[b] / reach[b] : 0;
  }
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

/** Whether someone nobody sent waits this month, because a service keeps its places for those its funder sends. Places go by lottery, never by row. */
export function keptOut(context: Context, i: number, j: number): boolean {
  const { world, streams, month, scratch } = context;
  const { people, structures: s } = world;
  if (s.door[j] >= 1 || !(people.flags[i] & CAME_BACK || people.sender[i] !== NONE)) return false;
  if (uniform(streams['collective-stance.door'], people.id[i], month.now) < s.door[j]) return false;
  scratch.tally[tally.keptWaiting]++;
  tell(context, i, 'collective-stance.waits');
  return true;
}
