import type { RunRequest, RunResult, Rules, Territory } from '../engine/index.ts';

export interface Planned {
  readonly id: string;
  readonly title: { readonly fr: string; readonly en: string };
  readonly rules: Rules;
}

export interface Experiment {
  /** The first is the reference. */
  readonly scenarios: readonly Planned[];
  readonly territory: Territory;
  readonly population: number;
  readonly months: number;
  readonly seed: string;
  readonly replications: number;
  /** Parameter values of each replication, the same in every scenario. Without it, defaults. */
  readonly drawn?: (replication: number) => Readonly<Record<string, number>>;
}

/** Every run of an experiment, replication by replication (0 of each scenario, 1 of each, …), so that what is done is always comparable. */
export function plan({ scenarios, replications, territory, population, months, seed, drawn }: Experiment): RunRequest[] {
  return Array.from({ length: replications }, (_, replication) => {
    const own = drawn ? { parameters: drawn(replication) } : {};
    return scenarios.map(({ rules }): RunRequest => ({ rules, territory, population, months, seed, replication, ...own }));
  }).flat();
}

/** Which scenario (its place) and replication the request at `index` of a plan is. */
export function placeOf(index: number, scenarios: number): { readonly scenario: number; readonly replication: number } {
  const scenario = index % scenarios;
  return { scenario, replication: (index - scenario) / scenarios };
}

/** Results in the order of a plan, regrouped by scenario; those still missing are left out. */
export function regroup(results: readonly (RunResult | undefined)[], scenarios: number): RunResult[][] {
  return Array.from({ length: scenarios }, (_, scenario) =>
    results.filter((result, index): result is RunResult => result !== undefined && placeOf(index, scenarios).scenario === scenario),
  );
}
