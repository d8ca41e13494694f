import { closeIndicator, type Indicator, type RunResult } from '../engine/index.ts';

/** Whether what an indicator is out of is zero in every run of a scenario: its figure is then no figure. */
export function hasNothingBeneath(indicator: Indicator, runs: readonly RunResult[]): boolean {
  if (indicator.kind !== 'ratio') return false;
  const toItself = { ...indicator, numerator: indicator.denominatorId };
  return runs.every(({ series }) => closeIndicator(toItself, series) === 0);
}
