import type { World } from '../../world/world.ts';
import { header } from '../../world/world.ts';
import { shareToWork } from '../../world/structures.ts';

/** No practice leaves either side with less than this, relative to the mean of the start. Assumed. */
const LEAST = 0.1;

/**
 * What an hour of each structure brings on either side, work and needs, by the share of time it gives to each. Until month 0 the mean share is
 * learnt over people followed, so that the mean is then 1; later changes of practice move it. `moves`: yield moved by a share of time.
 */
export function aim(world: World, moves: number, learning: boolean): void {
  const { structures: s, counts, head } = world;
  if (learning) {
    let sum = 0;
    let weight = 0;
    for (let j = 0; j < counts.structures; j++) {
      sum += (s.caseload[j] + 1) * shareToWork(s, j);
      weight += s.caseload[j] + 1;
    }
    head[header.aimBase] = sum / weight;
  }
  for (let j = 0; j < counts.structures; j++) {
    const lean = 2 * moves * (shareToWork(s, j) - head[header.aimBase]);
    s.toWork[j] = Math.max(LEAST, 1 + lean);
    s.toNeeds[j] = Math.max(LEAST, 1 - lean);
  }
}
