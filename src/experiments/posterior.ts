import { openLuck } from './abc/luck.ts';
import type { Particles } from './calibration.ts';
import type { Job } from './trial/play.ts';

/** What a replication needs of a posterior. */
export interface Drawable {
  readonly parameters: readonly string[];
  readonly particles: Pick<Particles, 'weights' | 'values'>;
}

/**
 * Parameter values of replication `r`: a particle drawn by its weight from the seed and `r` alone, so that every scenario of a replication has the same
 * values and more replications never change earlier ones.
 */
export function drawParticle({ parameters, particles: { weights, values } }: Drawable, seed: string, r: number): Record<string, number> {
  const total = weights.reduce((sum, w) => sum + w, 0);
  let left = openLuck(seed, 'posterior').uniform(r, 0) * total;
  let place = weights.findIndex((w) => {
    left -= w;
    return left < 0;
  });
  if (place < 0) place = weights.length - 1;
  return Object.fromEntries(parameters.map((id, j) => [id, values[place]![j]!]));
}

/** Jobs of virtual experiments, each with the values of its replication. What an experiment or one of its arms sets itself wins over them. */
export const withValues = (jobs: readonly Job[], drawn: (replication: number) => Readonly<Record<string, number>>): Job[] =>
  jobs.map((job) => ({ ...job, runs: job.runs.map((run) => ({ ...run, parameters: drawn(job.replication) })) }));
