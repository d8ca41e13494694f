import type { Indicator } from '../engine/index.ts';
import type { ComparisonResult, Difference, Estimate } from '../experiments/types.ts';
import type { Column, Table } from './tables.ts';

type Written = Pick<Indicator, 'id' | 'unit' | 'window'>;

interface Row {
  readonly scenario: string;
  readonly against: string | null;
  readonly indicator: Written;
  readonly level: Estimate;
  readonly difference: Difference | null;
}

const estimates = ['mean', 'low', 'high', 'p5', 'p95'] as const;

const texts: readonly (readonly [string, (row: Row) => string | null])[] = [
  ['scenario', (r) => r.scenario],
  ['against', (r) => r.against],
  ['indicator', (r) => r.indicator.id],
  ['unit', (r) => r.indicator.unit],
  ['window', (r) => r.indicator.window],
];

const numbers: readonly (readonly [string, (row: Row) => number | null | undefined])[] = [
  ...estimates.map((key) => [`level_${key}`, (r: Row) => r.level[key]] as const),
  ...estimates.map((key) => [`difference_${key}`, (r: Row) => r.difference?.estimate[key]] as const),
  ['better_replications', (r) => r.difference?.better?.wins],
  ['better_share', (r) => r.difference?.better?.share],
  ['better_low', (r) => r.difference?.better?.low],
  ['better_high', (r) => r.difference?.better?.high],
  ['pairing_gain', (r) => r.difference?.pairingGain],
  ['p', (r) => r.difference?.p],
  ['p_holm', (r) => r.difference?.pHolm],
];

const needed = ({ difference }: Row): number | null => (difference?.finding.word === 'no-difference' ? difference.finding.needed : null);
const verdict = ({ difference }: Row): string | null => (difference?.finding.word === 'difference' ? difference.finding.verdict : null);

function rowsOf(result: ComparisonResult, indicators: readonly Written[]): Row[] {
  return result.scenarios.flatMap(({ id, indicators: levels }, place) => {
    const difference = place === 0 ? undefined : result.differences[place - 1];
    return indicators.map((indicator): Row => {
      const level = levels[indicator.id];
      if (!level) throw new RangeError(`The result has no level of "${indicator.id}".`);
      return { scenario: id, against: difference?.against ?? null, indicator, level, difference: difference?.indicators[indicator.id] ?? null };
    });
  });
}

/** `comparison`: one row per scenario and indicator, its level and, but for the reference, its paired difference. */
export function comparisonTable(result: ComparisonResult, indicators: readonly Written[]): Table {
  const rows = rowsOf(result, indicators);
  const columns: Column[] = [
    ...texts.map(([name, of]): Column => ({ name, kind: 'text', values: rows.map(of) })),
    { name: 'replications', kind: 'integer', values: rows.map((r) => r.level.n) },
    ...numbers.map(([name, of]): Column => ({ name, kind: 'number', values: rows.map((r) => of(r) ?? null) })),
    { name: 'finding', kind: 'text', values: rows.map((r) => r.difference?.finding.word ?? null) },
    { name: 'verdict', kind: 'text', values: rows.map(verdict) },
    { name: 'replications_needed', kind: 'integer', values: rows.map(needed) },
  ];
  return { rows: rows.length, columns };
}
