import { closeIndicator, type Indicator, type RunResult } from '../engine/index.ts';

/** Replications that every scenario has finished, in rising order. Throws a RangeError when one scenario has the same one twice. */
export function completeReplications(results: readonly (readonly RunResult[])[]): number[] {
  const done = results.map((runs) => {
    const numbers = new Set(runs.map((run) => run.replication));
    if (numbers.size !== runs.length) throw new RangeError('A scenario has two results for the same replication.');
    return numbers;
  });
  const [first = new Set<number>(), ...others] = done;
  return [...first].filter((r) => others.every((numbers) => numbers.has(r))).sort((a, b) => a - b);
}

/** The runs of these replications, in their order. */
export function pick(runs: readonly RunResult[], replications: readonly number[]): RunResult[] {
  const byNumber = new Map(runs.map((run) => [run.replication, run]));
  return replications.map((r) => {
    const run = byNumber.get(r);
    if (!run) throw new RangeError(`Replication ${r} is missing.`);
    return run;
  });
}

function closed(indicator: Indicator, run: RunResult): number {
  const needs = indicator.kind === 'ratio' ? [indicator.id, indicator.numerator, indicator.denominatorId] : [indicator.id];
  for (const id of needs) if (!run.series[id]) throw new RangeError(`Replication ${run.replication} has no series "${id}".`);
  const value = closeIndicator(indicator, run.series);
  if (!Number.isFinite(value)) throw new RangeError(`Indicator "${indicator.id}" of replication ${run.replication} closes at ${value}.`);
  return value;
}

/** The closed value of each indicator in each run. Refuses what is not a finite number: a bug upstream, never a result. */
export function closedValues(indicators: readonly Indicator[], runs: readonly RunResult[]): Record<string, Float64Array> {
  return Object.fromEntries(indicators.map((indicator) => [indicator.id, Float64Array.from(runs, (run) => closed(indicator, run))]));
}
