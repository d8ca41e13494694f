import { type Calibration, type Effects, valuesAt } from './calibration.ts';
import { withValues } from './posterior.ts';
import { jobsOf, rowsOf } from './trial/jobs.ts';
import type { Job, Played } from './trial/play.ts';
import type { Experiment } from './trial/types.ts';

/** An experiment with some of its estimands: only what they need is read. */
export const withEstimands = (experiment: Experiment, ids: readonly string[]): Experiment => ({
  ...experiment,
  estimands: experiment.estimands.filter(({ id }) => ids.includes(id)),
});

/**
 * The jobs of each experiment at one set of values, `place` being its number among all. Like the run in which levels are read, each has its own people
 * and its own luck, so that what luck adds to an effect is in what is compared with the publication, and widens the posterior by as much.
 */
export function effectJobs({ experiments, replications, parameters: free, seed }: Calibration, place: number, point: readonly number[]): Job[][] {
  const values = valuesAt(free, point);
  return experiments.map((experiment) => {
    const read = jobsOf(experiment, seed, replications).filter(({ atoms }) => atoms.length > 0);
    return withValues(read, () => values).map((job) => ({
      ...job,
      runs: job.runs.map((run) => ({ ...run, replication: place * replications + job.replication })),
    }));
  });
}

/** What each estimand gave over the replications of its experiment, put together: with so few, a ratio is that of their sums. `played` is in the order of `effectJobs`. */
export const effectsOf = ({ experiments, replications }: Calibration, jobs: readonly (readonly Job[])[], played: readonly (readonly Played[])[]): Effects =>
  Object.fromEntries(
    experiments.map((experiment, e) => {
      const rows = rowsOf(
        experiment,
        jobs[e]!.filter(({ replication }) => replication === 0),
        pooled(played[e]!, replications),
      );
      return [experiment.id, Object.fromEntries(rows.map(({ estimand, model }) => [estimand.id, model?.mean]))];
    }),
  );

/** Replications in a row added up: what a job gives adds over replications. */
function pooled(played: readonly Played[], replications: number): Played[] {
  return Array.from({ length: played.length / replications }, (_, g) => {
    const own = played.slice(g * replications, (g + 1) * replications);
    return { replication: 0, atoms: own[0]!.atoms.map((_value, n) => own.reduce((sum, { atoms }) => sum + atoms[n]!, 0)) };
  });
}
