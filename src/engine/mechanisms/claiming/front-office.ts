import type { Context } from '../../context.ts';
import { exp, log } from '../../core/math.ts';
import { openRoads, zoneNearness } from '../../world/travel.ts';
import { header, type World } from '../../world/world.ts';

/** What is left of a front office that one cannot reach: by post, by phone, on screen. Assumed. */
const REMOTE = 0.1;
/** Months before month 0 over which the usual state of front offices is learnt. */
const LEARNT = 12;

/**
 * What the front offices of the bodies that may not refuse can give those who claim, by zone: workers present for each person entitled, where people of
 * each zone go to the offices near them, to the larger ones more, and so crowd those next door when their own empties. Distance takes its share.
 * Claims follow by an elasticity, relative to the last year before month 0, when the mean over people is 1. Left out: opening hours, and a queue of claims of its own.
 */
export function openFrontOffices(context: Context, elasticity: number): void {
  const { world, month } = context;
  const { zones, counts, head } = world;
  openRoads(context);
  let people = 0;
  for (let a = 0; a < counts.zones; a++) people += zones.entitled[a];
  const workers = share(world);
  if (people === 0 || workers === 0) {
    zones.front.fill(1);
    return;
  }
  let mean = 0;
  for (let a = 0; a < counts.zones; a++) {
    zones.front[a] = log(Math.max(given(world, a), (REMOTE * workers) / people));
    mean += zones.front[a] * zones.entitled[a];
  }
  mean /= people;
  if (month.now < 0 && month.now >= -LEARNT) head[header.frontOffice] += mean / LEARNT;
  const usual = month.now < 0 ? mean : head[header.frontOffice];
  for (let a = 0; a < counts.zones; a++) zones.front[a] = exp(elasticity * (zones.front[a] - usual));
}

/** People of each zone share themselves among the offices they can reach, by workers and distance. Leaves in `front` the workers that each zone reaches; returns all of them. */
function share(world: World): number {
  const { structures: s, zones, counts } = world;
  let workers = 0;
  s.callers.fill(0);
  for (let j = 0; j < counts.structures; j++) if (open(world, j)) workers += s.workers[j];
  for (let a = 0; a < counts.zones; a++) {
    const reached = within(world, a);
    zones.front[a] = reached;
    if (reached === 0) continue;
    for (let j = 0; j < counts.structures; j++) if (open(world, j)) s.callers[j] += (zones.entitled[a] * s.workers[j] * zoneNearness(world, a, j)) / reached;
  }
  return workers;
}

/** Workers for each person entitled, at the offices where people of zone `a` go, less what distance takes; `front` still holds the workers it reaches. */
function given(world: World, a: number): number {
  const { structures: s, zones, counts } = world;
  const reached = zones.front[a];
  let sum = 0;
  if (reached === 0) return 0;
  for (let j = 0; j < counts.structures; j++) {
    if (!open(world, j) || s.callers[j] === 0) continue;
    const near = zoneNearness(world, a, j);
    sum += ((s.workers[j] * near) / reached) * near * (s.workers[j] / s.callers[j]);
  }
  return sum;
}

/** Workers of front offices as they count from zone `a`, less what distance takes. */
function within(world: World, a: number): number {
  const { structures: s, counts } = world;
  let sum = 0;
  for (let j = 0; j < counts.structures; j++) if (open(world, j)) sum += s.workers[j] * zoneNearness(world, a, j);
  return sum;
}

const open = ({ structures: s }: World, j: number): boolean => s.mayRefuse[j] === 0 && s.closed[j] === 0;
