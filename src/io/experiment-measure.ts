import type { Cell, Measure } from '../experiments/trial/types.ts';
import type { Collector } from './collect.ts';
import { known } from './experiment-names.ts';
import type { ExperimentFile } from './experiment-shape.ts';
import type { Path } from './path.ts';

type MeasureFile = ExperimentFile['estimands'][number]['measure'];
type CellFile = NonNullable<MeasureFile['of']>;

function cellOf(cell: CellFile, file: ExperimentFile, path: Path, problems: Collector): Cell {
  const plain: Cell = typeof cell === 'string' ? { arm: cell } : (cell as Cell);
  known(
    plain.arm,
    file.arms.map(({ id }) => id),
    typeof cell === 'string' ? path : [...path, 'arm'],
    problems,
  );
  if (plain.stratum !== undefined) known(plain.stratum, Object.keys(file.strata ?? {}), [...path, 'stratum'], problems);
  return plain;
}

/** Kinds of measures that need no second cell. */
const alone: readonly string[] = ['level', 'gini', 'correlation', 'rank'];

/** A measure as it is computed: cells by name, the first arm as reference, every name checked. */
export function measureOf(measure: MeasureFile, file: ExperimentFile, path: Path, problems: Collector): Measure {
  const { kind, outcome, order, ground, over, minus } = measure;
  if (kind !== 'correlation' && outcome === undefined) problems.add('missing-key', [...path, 'outcome']);
  if (outcome !== undefined) known(outcome, Object.keys(file.outcomes), [...path, 'outcome'], problems);
  if (kind === 'rank' ? !order : measure.of === undefined) problems.add('missing-key', [...path, kind === 'rank' ? 'order' : 'of']);
  if (ground !== undefined)
    known(
      ground,
      (file.grounds ?? []).map(({ id }) => id),
      [...path, 'ground'],
      problems,
    );
  const first: Cell = { arm: file.arms[0]?.id ?? '' };
  const of = measure.of === undefined ? first : cellOf(measure.of, file, [...path, 'of'], problems);
  const stratum = of.stratum === undefined ? {} : { stratum: of.stratum };
  return {
    kind,
    of,
    ...(alone.includes(kind)
      ? {}
      : { against: measure.against === undefined ? { ...first, ...stratum } : cellOf(measure.against, file, [...path, 'against'], problems) }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(order ? { order: order.map((cell, n) => cellOf(cell, file, [...path, 'order', n], problems)) } : {}),
    ...(ground === undefined ? {} : { ground }),
    ...(measure.from === undefined ? {} : { from: measure.from }),
    ...(measure.to === undefined ? {} : { to: measure.to }),
    ...(over ? { over: measureOf(over, file, [...path, 'over'], problems) } : {}),
    ...(minus ? { minus: measureOf(minus, file, [...path, 'minus'], problems) } : {}),
  };
}
