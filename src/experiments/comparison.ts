import type { Indicator, RunResult } from '../engine/index.ts';
import { closedValues, completeReplications, pick } from './closed.ts';
import { compare } from './compare.ts';
import { estimate } from './estimate.ts';
import { resultDigest } from './result-digest.ts';
import type { ComparisonResult, Estimate, PosteriorUsed, ScenarioResult } from './types.ts';

type Warnings = ComparisonResult['warnings'];

export interface Assembly {
  readonly command: ComparisonResult['command'];
  readonly modelVersion: string;
  readonly seed: string;
  /** Id of the territory. */
  readonly territory: string;
  readonly population: number;
  readonly months: number;
  /** The first is the reference. */
  readonly scenarios: readonly Pick<ScenarioResult, 'id' | 'title'>[];
  /** By scenario, in the order of `scenarios`; runs in any order. */
  readonly results: readonly (readonly RunResult[])[];
  readonly indicators: readonly Indicator[];
  /** Where parameters were drawn; without it they are held at their default values. */
  readonly posterior?: PosteriorUsed | undefined;
  /** Added after those every result carries. */
  readonly warnings?: Warnings;
}

const standing = (replications: number, posterior: PosteriorUsed | undefined): Warnings => [
  posterior ? { code: 'posterior', values: { posterior: posterior.id, particles: posterior.particles } } : { code: 'default-parameters', values: {} },
  ...(replications < 2 ? [{ code: 'one-replication', values: {} }] : []),
];

function levels(values: Readonly<Record<string, Float64Array>>): Record<string, Estimate> {
  return Object.fromEntries(Object.entries(values).map(([id, own]) => [id, estimate(own, 'level')]));
}

/**
 * The result of a comparison, from the replications that every scenario has finished; the same bits whatever order they came in.
 * Call it again as more come in: `replications` says how many count. Throws a RangeError when none is complete yet (see
 * `completeReplications`), on NaN, and when scenarios and results differ in number.
 */
export function assemble(assembly: Assembly): ComparisonResult {
  const { command, modelVersion, seed, territory, population, months, scenarios, results, indicators } = assembly;
  if (scenarios.length !== results.length) throw new RangeError(`${scenarios.length} scenarios but results for ${results.length}.`);
  const complete = completeReplications(results);
  if (complete.length === 0) throw new RangeError('No replication is finished in every scenario.');
  const runs = results.map((own) => pick(own, complete));
  const values = runs.map((own) => closedValues(indicators, own));
  const [reference, ...others] = scenarios;
  return {
    schema: 'parcours/result@1',
    modelVersion,
    command,
    seed,
    territory,
    population,
    months,
    replications: complete.length,
    scenarios: scenarios.map(({ id, title }, s) => ({ id, title, digest: resultDigest(runs[s]!), indicators: levels(values[s]!) })),
    ...(assembly.posterior ? { posterior: assembly.posterior } : {}),
    differences: others.map(({ id }, s) => ({ scenario: id, against: reference!.id, indicators: compare(indicators, values[0]!, values[s + 1]!) })),
    digest: resultDigest(runs.flat()),
    warnings: [...standing(complete.length, assembly.posterior), ...(assembly.warnings ?? [])],
  };
}
