import { type Streams, uniform } from '../core/draws.ts';
import { NONE } from './people.ts';
import { IDENTITY_AXES, TIES } from './structures.ts';
import type { World } from './world.ts';

/** Mean identity of each network's professions: work first (−1) to social first (1), own mandate (−1) to joint work (1). Assumed. */
const IDENTITY = [
  [-0.6, -0.2],
  [0.5, 0],
  [0.6, 0.3],
  [-0.1, 0.3],
  [0.4, 0.4],
  [-0.7, -0.4],
] as const;
/** Half-width of the spread of teams within a network. Assumed. */
const SPREAD = 0.3;

/**
 * Professional identities at the start, measured from their mean weighted by posts, in mean distances between tied partners:
 * so that what they cost or change is nothing on average when the run opens. Rules are practised as they are decided.
 */
export function identify(world: World, streams: Streams): void {
  const { structures: s, counts } = world;
  s.contracted.fill(1);
  s.reading.fill(1);
  s.practised.fill(1);
  for (let a = 0; a < IDENTITY_AXES; a++) {
    let sum = 0;
    let posts = 0;
    for (let j = 0; j < counts.structures; j++) {
      const own = IDENTITY[s.body[j]][a] + SPREAD * (2 * uniform(streams['populate.identity'], j, 0, a) - 1);
      s.identity[j * IDENTITY_AXES + a] = own;
      sum += own * s.posts[j];
      posts += s.posts[j];
    }
    for (let j = 0; j < counts.structures; j++) s.identity[j * IDENTITY_AXES + a] -= sum / posts;
  }
  const mean = measure(world);
  if (mean === 0) {
    world.ties.distance.fill(1);
    return;
  }
  for (let k = 0; k < counts.structures * IDENTITY_AXES; k++) s.identity[k] /= mean;
  measure(world);
}

/** Writes the professional distance of each tie, and returns its mean: 0 when there is no tie. */
export function measure({ structures: s, ties, counts }: World): number {
  let sum = 0;
  let n = 0;
  for (let j = 0; j < counts.structures; j++) {
    for (let t = j * TIES; t < (j + 1) * TIES; t++) {
      const k = ties.partner[t];
      if (k === NONE) continue;
      const first = s.identity[j * IDENTITY_AXES] - s.identity[k * IDENTITY_AXES];
      const second = s.identity[j * IDENTITY_AXES + 1] - s.identity[k * IDENTITY_AXES + 1];
      ties.distance[t] = Math.sqrt(first * first + second * second);
      sum += ties.distance[t];
      n++;
    }
  }
  return n === 0 ? 0 : sum / n;
}
