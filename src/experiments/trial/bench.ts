import type { Experiment, Row } from './types.ts';
import { uses, verdicts } from './types.ts';
import { good } from './verdict.ts';

/** What the bench comes to. Calibration rows and rows only shown are never counted, and those added later are counted apart. */
export interface Score {
  readonly tests: number;
  readonly agree: number;
  readonly undecided: number;
  readonly off: number;
  readonly wrongSign: number;
  readonly nulls: number;
  readonly kept: number;
}

const of = (rows: readonly Row[], use: Experiment['use']): Row[] => rows.filter(({ experiment }) => experiment.use === use);

/** The misses first, each kind in the order of the experiments. */
export const missesFirst = (rows: readonly Row[]): Row[] => rows.toSorted((a, b) => verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict));

/** Rows in blocks by what they are for, misses first in each. */
export const blocks = (rows: readonly Row[]): readonly { readonly use: Experiment['use']; readonly rows: readonly Row[] }[] =>
  uses.map((use) => ({ use, rows: missesFirst(of(rows, use)) })).filter((block) => block.rows.length > 0);

export function scoreOf(rows: readonly Row[], use: 'test' | 'blind' = 'test'): Score {
  const tests = of(rows, use);
  const count = (...wanted: readonly Row['verdict'][]) => tests.filter(({ verdict }) => wanted.includes(verdict)).length;
  const nulls = tests.filter(({ estimand }) => estimand.target === 'null');
  return {
    tests: tests.length,
    agree: tests.filter(({ verdict }) => good(verdict)).length,
    undecided: count('undecided'),
    off: count('off'),
    wrongSign: count('wrong-sign', 'broken'),
    nulls: nulls.length,
    kept: nulls.filter(({ verdict }) => verdict === 'kept').length,
  };
}
