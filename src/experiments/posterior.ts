import { openLuck } from './abc/luck.ts';
import type { Particles } from './calibration.ts';
import type { Experiment } from './plan.ts';
import type { Job } from './trial/play.ts';
import type { PosteriorUsed } from './types.ts';

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

/** What a computation does with a posterior: what its result says of it, and the values each replication draws. */
export interface Drawing {
  readonly posterior: PosteriorUsed;
  readonly drawn: NonNullable<Experiment['drawn']>;
}

/** The draws of a study whose replications take their parameters from a posterior: one way for the page and the command line. */
export function drawingOf(posterior: Drawable & Pick<PosteriorUsed, 'id' | 'digest' | 'tolerance'>, seed: string): Drawing {
  const { id, digest, tolerance, particles } = posterior;
  return { posterior: { id, digest, particles: particles.weights.length, tolerance }, drawn: (replication) => drawParticle(posterior, seed, replication) };
}

/** Errors stretched by less are as good as stated. */
const STRETCHED = 1.05;

/** Whether a posterior meets its published levels only with errors wider than stated. */
export const isStretched = ({ tolerance }: Pick<PosteriorUsed, 'tolerance'>): boolean => tolerance > STRETCHED;
