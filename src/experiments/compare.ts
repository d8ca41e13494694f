import { studentTwoSided } from './distributions.ts';
import { estimate } from './estimate.ts';
import { holm } from './holm.ts';
import { replicationsNeeded } from './needed.ts';
import { differences, pairingGain } from './pairing.ts';
import { moments } from './sums.ts';
import type { Better, Difference, Finding } from './types.ts';
import { wilson } from './wilson.ts';

/** Chance of one false "difference" in a table. */
export const LEVEL = 0.05;

/** What a comparison needs to know of an indicator. */
export interface Compared {
  readonly id: string;
  readonly better: 'up' | 'down' | 'neutral';
  /** Shown first: these are a family of their own for Holm's adjustment. */
  readonly main?: boolean;
}

/** Closed values by indicator id, one per replication, in replication order. */
export type ClosedValues = Readonly<Record<string, ArrayLike<number>>>;

interface Row {
  readonly indicator: Compared;
  readonly a: ArrayLike<number>;
  readonly b: ArrayLike<number>;
  readonly change: Float64Array;
  readonly n: number;
  readonly mean: number;
  readonly sd: number;
  readonly identical: boolean;
  readonly p: number | null;
}

function readRow(indicator: Compared, reference: ClosedValues, scenario: ClosedValues): Row {
  const a = reference[indicator.id];
  const b = scenario[indicator.id];
  if (!a || !b) throw new RangeError(`No values for the indicator "${indicator.id}".`);
  const change = differences(a, b);
  const { n, mean, sd } = moments(change);
  const identical = change.every((d) => d === 0);
  const p = n < 2 ? null : identical ? 1 : studentTwoSided((mean / sd) * Math.sqrt(n), n - 1);
  return { indicator, a, b, change, n, mean, sd, identical, p };
}

/** In how many replications the scenario did better; ties count half. Null for neutral indicators and a single replication. */
function betterIn(change: Float64Array, better: Compared['better']): Better | null {
  const n = change.length;
  if (better === 'neutral' || n < 2) return null;
  const sign = better === 'up' ? 1 : -1;
  const wins = change.reduce((count, d) => count + (d === 0 ? 0.5 : d * sign > 0 ? 1 : 0), 0);
  return { wins, n, share: wins / n, ...wilson(wins, n) };
}

function finding(row: Row, pHolm: number | null, level: number): Finding {
  if (row.n < 2 || pHolm === null) return { word: 'unknown' };
  if (row.identical) return { word: 'identical' };
  if (pHolm >= LEVEL) return { word: 'no-difference', needed: replicationsNeeded(row.mean, row.sd, level) };
  const direction = row.mean > 0 ? 'up' : 'down';
  const { better } = row.indicator;
  return { word: 'difference', direction, verdict: better === 'neutral' ? 'neutral' : better === direction ? 'better' : 'worse' };
}

/** Rows adjusted together, and the level that the next finding among them has to reach. */
function familyOf(family: readonly Row[]): { readonly adjusted: ReadonlyMap<Row, number>; readonly level: number } {
  const p = holm(family.map((row) => row.p!));
  const undecided = p.filter((one) => one >= LEVEL).length;
  return { adjusted: new Map(family.map((row, place) => [row, p[place]!])), level: LEVEL / Math.max(1, undecided) };
}

/**
 * The paired comparison of a scenario with its reference, indicator by indicator.
 *
 * Holm's adjustment runs over the indicators that changed in at least one replication: the main ones among themselves, since tables show these first,
 * and each other one among all, so that a line says the same wherever it is read. The number of replications needed is reckoned at the level the
 * next finding has to reach, 0.05 over the indicators of its family still undecided, so that it is never fewer than were run.
 * Intervals stay pointwise. Throws a RangeError on a missing, infinite or NaN value and on unequal numbers of replications.
 */
export function compare(indicators: readonly Compared[], reference: ClosedValues, scenario: ClosedValues): Record<string, Difference> {
  const rows = indicators.map((indicator) => readRow(indicator, reference, scenario));
  const changed = rows.filter((row) => row.p !== null && !row.identical);
  const all = familyOf(changed);
  const main = familyOf(changed.filter(({ indicator }) => indicator.main));
  return Object.fromEntries(
    rows.map((row) => {
      const { adjusted, level } = row.indicator.main ? main : all;
      const pHolm = adjusted.get(row) ?? row.p;
      const difference: Difference = {
        estimate: estimate(row.change, 'paired-difference'),
        better: betterIn(row.change, row.indicator.better),
        pairingGain: row.n < 2 ? null : pairingGain(row.a, row.b),
        p: row.p,
        pHolm,
        finding: finding(row, pHolm, level),
      };
      return [row.indicator.id, difference];
    }),
  );
}
