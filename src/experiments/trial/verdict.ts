import type { Estimate } from '../types.ts';
import { type Band, type Estimand, type Measure, type Published, type Target, type Verdict, verdicts } from './types.ts';

/** What of a figure says that there is no effect: one for a ratio, zero for the rest, a figure less another included. */
export function nothingOf({ kind, minus, measure }: Pick<Measure, 'kind'> & { readonly minus?: unknown; readonly measure?: unknown }): number {
  if (minus !== undefined) return 0;
  if (kind === 'group') return measure === undefined ? 0 : nothingOf(measure as Measure);
  return kind === 'ratio' || kind === 'hazard-ratio' ? 1 : 0;
}

/**
 * What an estimate makes of a target. Effect and level: it agrees when its interval meets the band and is no wider; too wide is undecided.
 * Sign: its interval must stand on the right side of zero. Null: its interval must lie within the margin. `nothing`: the figure of no effect.
 */
export function verdictOf(target: Target, model: Estimate, agrees: Band, published: Published, nothing = 0): Verdict {
  const { low, high } = model;
  if (low === null || high === null) return 'undecided';
  if (target === 'null') return nullVerdict(low, high, agrees, nothing);
  if (target === 'sign') return signVerdict(low, high, agrees);
  const floor = agrees.low ?? Number.NEGATIVE_INFINITY;
  const ceiling = agrees.high ?? Number.POSITIVE_INFINITY;
  if (high >= floor && low <= ceiling) return high - low <= ceiling - floor ? 'agrees' : 'undecided';
  return opposite(target, low, high, published, agrees, nothing) ? 'wrong-sign' : 'off';
}

function nullVerdict(low: number, high: number, agrees: Band, nothing: number): Verdict {
  const { low: floor = nothing, high: ceiling = nothing } = agrees;
  if (low >= floor && high <= ceiling) return 'kept';
  const clear = low > nothing || high < nothing;
  return clear && (low + high) / 2 > ceiling ? 'broken' : clear && (low + high) / 2 < floor ? 'broken' : 'undecided';
}

/** A sign is a band open on one side, whose other side is the value that separates the two. */
function signVerdict(low: number, high: number, agrees: Band): Verdict {
  if (agrees.low !== undefined) return low > agrees.low ? 'agrees' : high < agrees.low ? 'wrong-sign' : 'undecided';
  const bound = agrees.high ?? 0;
  return high < bound ? 'agrees' : low > bound ? 'wrong-sign' : 'undecided';
}

/** On the other side of no effect from what was published. A level has no sign. */
function opposite(target: Target, low: number, high: number, { point }: Published, agrees: Band, nothing: number): boolean {
  if (target === 'level') return false;
  const { low: floor = Number.NEGATIVE_INFINITY, high: ceiling = Number.POSITIVE_INFINITY } = agrees;
  const expected = point !== undefined ? point - nothing : floor >= nothing ? 1 : ceiling <= nothing ? -1 : 0;
  return (expected > 0 && high < nothing) || (expected < 0 && low > nothing);
}

/** A profile agrees when each of its points does; otherwise it is as bad as its worst point. */
export function profileVerdict(estimand: Estimand, points: readonly Estimate[]): Verdict {
  const each = (estimand.points ?? []).map(({ agrees }, k) => verdictOf('effect', points[k]!, agrees, {}));
  return each.sort((a, b) => verdicts.indexOf(a) - verdicts.indexOf(b))[0] ?? 'undecided';
}

/** Model over published, for a row that is off. */
export const factorOf = (model: Estimate, { point }: Published): number | undefined => (point === undefined || point === 0 ? undefined : model.mean / point);

export const good = (verdict: Verdict): boolean => verdict === 'agrees' || verdict === 'kept';
