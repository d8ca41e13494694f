import { type Indicator, modelVersion, type RunResult } from '../../src/engine/index.ts';
import { completeReplications, pick } from '../../src/experiments/closed.ts';
import { assemble } from '../../src/experiments/comparison.ts';
import { type Experiment, regroup } from '../../src/experiments/plan.ts';
import type { ComparisonResult, PosteriorUsed } from '../../src/experiments/types.ts';

/** An experiment, and where its replications draw their parameters when they do. */
export interface Asked extends Experiment {
  readonly posterior?: PosteriorUsed;
}

/** What is known so far: a result over the replications finished in every scenario, and their runs. */
export interface Outcome {
  readonly experiment: Asked;
  readonly result: ComparisonResult;
  /** By scenario, in replication order. */
  readonly runs: readonly (readonly RunResult[])[];
}

export interface Gathered {
  readonly complete: number;
  /** Makes the outcome: worth calling only when `complete` is above zero. */
  readonly outcome: () => Outcome;
}

/** Runs in the order of the plan, missing ones undefined, brought together: how many replications count, and what they say. */
export function gather(experiment: Asked, indicators: readonly Indicator[], results: readonly (RunResult | undefined)[]): Gathered {
  const { scenarios, territory, population, months, seed, posterior } = experiment;
  const grouped = regroup(results, scenarios.length);
  const complete = completeReplications(grouped);
  return {
    complete: complete.length,
    outcome: () => ({
      experiment,
      result: assemble({
        command: 'compare',
        modelVersion,
        seed,
        territory: territory.id,
        population,
        months,
        scenarios,
        results: grouped,
        indicators,
        posterior,
      }),
      runs: grouped.map((own) => pick(own, complete)),
    }),
  };
}
