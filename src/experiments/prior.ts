import type { Parameter } from '../engine/index.ts';

/**
 * A value of the plausible range of `p` at the quantile `u` of its prior: half the weight below the default, half above, even on each side,
 * so that the median draw is the default. Whole for integers, booleans and choices.
 */
export function priorValue({ value, range: [low, high], kind = 'number' }: Parameter, u: number): number {
  const drawn = u < 0.5 ? low + 2 * u * (value - low) : value + (2 * u - 1) * (high - value);
  return kind === 'number' ? drawn : Math.round(drawn);
}

/** The parameters that a study of what is only assumed may move: uncertain, graded as assumed, with a range. */
export const assumedParameters = (all: ReadonlyMap<string, Parameter>): readonly (readonly [string, Parameter])[] =>
  [...all].filter(([, p]) => p.role === 'uncertainty' && p.evidence === 'assumed' && p.range[0] < p.range[1]);
