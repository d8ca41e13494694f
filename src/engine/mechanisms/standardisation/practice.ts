import { exp } from '../../core/math.ts';
import type { World } from '../../world/world.ts';
import { header } from '../../world/world.ts';
import { STYLES, styleAt, styleShare } from '../../world/people.ts';
import { AXES, PRACTICE } from '../../world/structures.ts';

/** Mean over phases of the distance between two practices, forms or specifications. */
export function distance(a: Float64Array, i: number, b: Float64Array, j: number): number {
  let sum = 0;
  for (let q = 0; q < PRACTICE; q += AXES) {
    const d0 = a[i * PRACTICE + q] - b[j * PRACTICE + q];
    const d1 = a[i * PRACTICE + q + 1] - b[j * PRACTICE + q + 1];
    sum += Math.sqrt(d0 * d0 + d1 * d1);
  }
  return (sum * AXES) / PRACTICE;
}

/** Moves row `i` of `a` by a share of the way to row `j` of `b`. */
export function approach(a: Float64Array, i: number, b: Float64Array, j: number, share: number): void {
  for (let q = 0; q < PRACTICE; q++) a[i * PRACTICE + q] += share * (b[j * PRACTICE + q] - a[i * PRACTICE + q]);
}

/** How well the practice of `j` suits a style, before it is set against the mean: mean over phases of exp(−d²/2w²). */
function suits({ structures: s }: World, j: number, z: number, width: number): number {
  let sum = 0;
  for (let q = j * PRACTICE; q < (j + 1) * PRACTICE; q += AXES) {
    const d0 = s.practice[q] - styleAt(z, 0);
    const d1 = s.practice[q + 1] - styleAt(z, 1);
    sum += exp(-(d0 * d0 + d1 * d1) / (2 * width * width));
  }
  return (sum * AXES) / PRACTICE;
}

/**
 * The yield of each structure's hours by style, relative to the mean of the start: until month 0 the mean is learnt, so that it is then 1
 * over people followed, whatever their styles; later changes of practice move it.
 */
export function refit(world: World, width: number, learning: boolean): void {
  const { structures: s, counts, head } = world;
  let mean = 0;
  let weight = 0;
  for (let j = 0; j < counts.structures; j++) {
    const followed = s.caseload[j] + 1;
    weight += followed;
    for (let z = 0; z < STYLES; z++) {
      const raw = suits(world, j, z, width);
      s.fit[j * STYLES + z] = raw;
      mean += followed * styleShare(z) * raw;
    }
  }
  if (learning) head[header.fitBase] = mean / weight;
  for (let q = 0; q < counts.structures * STYLES; q++) s.fit[q] /= head[header.fitBase];
}
