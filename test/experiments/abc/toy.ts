import { openLuck } from '../../../src/experiments/abc/luck.ts';
import { openSequence, type Weighed } from '../../../src/experiments/abc/sequential.ts';

/** A mean with a standard normal prior, seen through a run’s own luck (`noise`) and a target’s error: its posterior is known in closed form. */
export interface Toy {
  readonly target: number;
  readonly noise: number;
  readonly error: number;
  readonly particles: number;
  readonly generations: number;
  readonly seed: string;
}

/** Mean and standard deviation of the posterior: precision 1 of the prior, and that of the target. */
export function closedForm({ target, noise, error }: Toy): { readonly mean: number; readonly sd: number } {
  const variance = noise * noise + error * error;
  return { mean: target / (1 + variance), sd: Math.sqrt(variance / (1 + variance)) };
}

export function runToy({ target, noise, error, particles, generations, seed }: Toy): Weighed {
  const sequence = openSequence({ free: 1, targets: [target], errors: [error], particles, generations, seed });
  const luck = openLuck(seed, 'toy.run');
  for (;;) {
    const from = sequence.done * particles;
    const result = sequence.add(sequence.next().map(([y], i) => [y! + noise * luck.normal(from + i, 0)]));
    if (sequence.done === generations) return result;
  }
}
