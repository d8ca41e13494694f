import type { Indicator, Lives, RunResult } from '../engine/index.ts';
import { letterOf } from '../experiments/life.ts';

/** A column of a result file: every row has a value, or null where nothing can be said. */
export type Column =
  | { readonly name: string; readonly kind: 'text'; readonly values: readonly (string | null)[] }
  | { readonly name: string; readonly kind: 'integer' | 'number'; readonly values: ArrayLike<number | null> };

export interface Table {
  readonly rows: number;
  readonly columns: readonly Column[];
}

/** The runs of a scenario, in replication order. */
export interface ScenarioRuns {
  readonly id: string;
  readonly runs: readonly RunResult[];
}

/** One scenario's closed values by indicator id, in the order of its runs. */
export type Closed = Readonly<Record<string, ArrayLike<number>>>;

const reserved = new Set(['scenario', 'replication', 'month', 'run_key', 'run_digest']);

function checked(ids: readonly string[]): readonly string[] {
  const bad = ids.find((id, i) => reserved.has(id) || ids.indexOf(id) !== i);
  if (bad !== undefined) throw new RangeError(`"${bad}" cannot name a column: it is reserved or there twice.`);
  return ids;
}

const number = (name: string, values: ArrayLike<number | null>): Column => ({ name, kind: 'number', values });
const integer = (name: string, values: ArrayLike<number | null>): Column => ({ name, kind: 'integer', values });
const text = (name: string, values: readonly (string | null)[]): Column => ({ name, kind: 'text', values });

/** `runs`: one row per scenario and replication, with the run's key and digest and one column of closed values per indicator. */
export function runsTable(scenarios: readonly (ScenarioRuns & { readonly closed: Closed })[], indicators: readonly Pick<Indicator, 'id'>[]): Table {
  const all = scenarios.flatMap(({ id, runs }) => runs.map((run) => ({ id, run })));
  const columns = checked(indicators.map(({ id }) => id)).map((id) => {
    const values = scenarios.flatMap(({ closed, runs }) => {
      const own = closed[id];
      if (own?.length !== runs.length) throw new RangeError(`Closed values of "${id}" and runs differ in number.`);
      return Array.from(own);
    });
    return number(id, Float64Array.from(values));
  });
  return {
    rows: all.length,
    columns: [
      text(
        'scenario',
        all.map(({ id }) => id),
      ),
      integer(
        'replication',
        all.map(({ run }) => run.replication),
      ),
      text(
        'run_key',
        all.map(({ run }) => run.key),
      ),
      text(
        'run_digest',
        all.map(({ run }) => run.digest),
      ),
      ...columns,
    ],
  };
}

/** `series`: one row per scenario, replication and month (from 0), one column per indicator. */
export function seriesTable(scenarios: readonly ScenarioRuns[], indicators: readonly Pick<Indicator, 'id'>[], months: number): Table {
  const all = scenarios.flatMap(({ id, runs }) => runs.map((run) => ({ id, run })));
  const rows = all.length * months;
  const perRow = <T>(of: (place: number, month: number) => T): T[] => Array.from({ length: rows }, (_, i) => of(Math.floor(i / months), i % months));
  const columns = checked(indicators.map(({ id }) => id)).map((id) => {
    const values = new Float64Array(rows);
    all.forEach(({ run }, place) => {
      const own = run.series[id];
      if (own?.length !== months) throw new RangeError(`The series "${id}" of replication ${run.replication} does not have ${months} months.`);
      values.set(own, place * months);
    });
    return number(id, values);
  });
  return {
    rows,
    columns: [
      text(
        'scenario',
        perRow((place) => all[place]!.id),
      ),
      integer(
        'replication',
        perRow((place) => all[place]!.run.replication),
      ),
      integer(
        'month',
        perRow((_, month) => month),
      ),
      ...columns,
    ],
  };
}

/** The name of a month's column among sequences. */
export const monthColumn = (month: number): string => `m${month}`;

/**
 * `sequences`: one row per scenario, replication and person of the sample, one column of letters per month (`m0`, `m1`, …): the wide form
 * that sequence analysis reads. `arm` is 0 outside trials. The same people stand in every scenario, in the same order.
 */
export function sequencesTable(scenarios: readonly ScenarioRuns[], months: number): Table {
  const all = scenarios.flatMap(({ id, runs }) => runs.map((run) => ({ id, run, lives: livesIn(run, months) })));
  const rows = all.flatMap(({ id, run, lives }) => Array.from(lives.ids, (person, k) => ({ id, replication: run.replication, person, k, lives })));
  const columns: Column[] = [
    text(
      'scenario',
      rows.map(({ id }) => id),
    ),
    integer(
      'replication',
      rows.map(({ replication }) => replication),
    ),
    integer(
      'person',
      rows.map(({ person }) => person),
    ),
    integer(
      'arm',
      rows.map(({ lives, k }) => lives.arms[k]!),
    ),
  ];
  for (let month = 0; month < months; month++) {
    columns.push(
      text(
        monthColumn(month),
        rows.map(({ lives, k }) => letterOf(lives.statuses[k * months + month]!)),
      ),
    );
  }
  return { rows: rows.length, columns };
}

function livesIn({ lives, replication }: RunResult, months: number): Lives {
  if (lives?.months !== months) throw new RangeError(`Replication ${replication} has no sequences of ${months} months.`);
  return lives;
}
