import { indicators } from '../engine/index.ts';
import { type Cell, compared, DEEPEST, type Estimand, type Measure } from '../experiments/trial/types.ts';
import type { Collector } from './collect.ts';
import { checkSaturation } from './experiment-checks.ts';
import type { CellFile, MeasureFile } from './experiment-measure-shape.ts';
import { known } from './experiment-names.ts';
import { ofTerritory, windowOf } from './experiment-outcome.ts';
import type { ExperimentFile } from './experiment-shape.ts';
import type { Path } from './path.ts';
import { show } from './show.ts';

/** Kinds that read people one by one, and may read a quantile of them. */
const ofPeople: readonly Measure['kind'][] = ['level', 'difference', 'relative', 'ratio', 'rank'];
/** Where a measure holds another. */
const nests = ['measure', 'over', 'minus'] as const;

const plainCell = (cell: CellFile): Cell => (typeof cell === 'string' ? { arm: cell } : (cell as Cell));

function cellOf(cell: CellFile, file: ExperimentFile, path: Path, problems: Collector): Cell {
  const plain = plainCell(cell);
  const here = typeof cell === 'string' ? path : [...path, 'arm'];
  const ids = file.arms.map(({ id }) => id);
  if (typeof plain.arm === 'string') known(plain.arm, ids, here, problems);
  else
    plain.arm.forEach((arm, n) => {
      known(arm, ids, [...here, n], problems);
    });
  if (plain.stratum !== undefined) known(plain.stratum, Object.keys(file.strata ?? {}), [...path, 'stratum'], problems);
  checkSaturation(cell, file, path, problems);
  return plain;
}

/** The people of a cell, arms in any order: two cells that say the same are the same. */
const peopleOf = ({ arm, stratum, saturation }: Cell): string => JSON.stringify([[arm].flat().toSorted(), stratum, saturation]);

/** A measure as it is computed: cells by name, the first arm as reference, every name checked, in it and in those it holds. */
export function measureOf(measure: MeasureFile, file: ExperimentFile, path: Path, problems: Collector, depth = 1): Measure {
  const { kind, order, ground, quantile, from, to } = measure;
  checkParts(measure, file, path, problems);
  const first: Cell = { arm: file.arms[0]?.id ?? '' };
  const of = measure.of === undefined ? first : cellOf(measure.of, file, [...path, 'of'], problems);
  const stratum = of.stratum === undefined ? {} : { stratum: of.stratum };
  const against = measure.against === undefined ? { ...first, ...stratum } : cellOf(measure.against, file, [...path, 'against'], problems);
  if (compared.includes(kind) && measure.of !== undefined && peopleOf(of) === peopleOf(against))
    problems.add('against-itself', [...path, measure.against === undefined ? 'of' : 'against'], { found: show(of.arm) });
  (order ?? []).forEach((cell, n) => {
    const same = order!.findIndex((one) => peopleOf(plainCell(one)) === peopleOf(plainCell(cell)));
    if (same < n) problems.add('against-itself', [...path, 'order', n], { found: show(plainCell(cell).arm) });
  });
  return {
    kind,
    of,
    ...(compared.includes(kind) ? { against } : {}),
    ...(measure.outcome === undefined ? {} : { outcome: measure.outcome }),
    ...(order ? { order: order.map((cell, n) => cellOf(cell, file, [...path, 'order', n], problems)) } : {}),
    ...(ground === undefined ? {} : { ground }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    ...(quantile === undefined ? {} : { quantile }),
    ...nested(measure, file, path, problems, depth),
  };
}

/** The measures that a measure holds. One too deep is told, and not read. */
function nested(measure: MeasureFile, file: ExperimentFile, path: Path, problems: Collector, depth: number): Partial<Pick<Measure, (typeof nests)[number]>> {
  return Object.fromEntries(
    nests.flatMap((key) => {
      const one = measure[key];
      if (!one) return [];
      if (depth < DEEPEST) return [[key, measureOf(one, file, [...path, key], problems, depth + 1)]];
      problems.add('measure-too-deep', [...path, key], { expected: String(DEEPEST) });
      return [];
    }),
  );
}

/** What each kind needs, and what it cannot have. */
function checkParts(measure: MeasureFile, file: ExperimentFile, path: Path, problems: Collector): void {
  const { kind, outcome, ground, quantile } = measure;
  const needed = kind === 'group' ? ['measure'] : [...(kind === 'correlation' ? [] : ['outcome']), kind === 'rank' ? 'order' : 'of'];
  for (const key of needed) if (measure[key as keyof MeasureFile] === undefined) problems.add('missing-key', [...path, key]);
  for (const key of strangers(measure)) problems.add('not-with-kind', [...path, key], { found: kind, of: 'key' });
  if (outcome !== undefined) known(outcome, Object.keys(file.outcomes), [...path, 'outcome'], problems);
  const grounds = (file.grounds ?? []).map(({ id }) => id);
  if (ground !== undefined) known(ground, grounds, [...path, 'ground'], problems);
  const read = outcome === undefined ? undefined : file.outcomes[outcome];
  if (read && (measure.from ?? measure.to) !== undefined) windowOf(measure, { from: read.from ?? 1, to: read.to ?? file.months }, file.months, path, problems);
  const whole = { found: read?.indicator ?? read?.survey };
  if (!ofTerritory(read)) return;
  const apart = file.assignment.unit === 'territory';
  if (!ofPeople.includes(kind) || quantile !== undefined || (kind !== 'level' && !apart)) problems.add('territory-figure', [...path, 'kind'], whole);
  for (const [at, cell] of cellsOf(measure)) if (isPart(cell)) problems.add('territory-figure', [...path, ...at], whole);
}

/** Whether a cell is less than its arms. */
const isPart = (cell: CellFile | undefined): boolean => typeof cell === 'object' && (cell.stratum ?? cell.saturation) !== undefined;

/** The cells that a measure names, each with its place. */
const cellsOf = ({ of, against, order = [] }: MeasureFile): readonly (readonly [at: Path, cell: CellFile | undefined])[] => [
  [['of'], of],
  [['against'], against],
  ...order.map((cell, n) => [['order', n], cell] as const),
];

/** Keys that would be read by nothing. */
function strangers(measure: MeasureFile): string[] {
  const { kind } = measure;
  const windowless = kind === 'group' || kind === 'correlation';
  const useless: readonly (readonly [key: keyof MeasureFile, useless: boolean])[] = [
    ['measure', kind !== 'group'],
    ['outcome', windowless],
    ['of', kind === 'group' || kind === 'rank' || (kind === 'correlation' && isPart(measure.of))],
    ['ground', kind === 'group'],
    ['from', windowless],
    ['to', windowless],
    ['against', !compared.includes(kind)],
    ['order', kind !== 'rank'],
    ['quantile', !ofPeople.includes(kind)],
  ];
  return useless.flatMap(([key, one]) => (one && measure[key] !== undefined ? [key] : []));
}

/** Shares become points and relative gains percentages; the other units are those of the outcome. Surveys and some indicators are in % already. */
export function scaleOf(unit: Estimand['unit'], { kind, outcome, measure }: MeasureFile, outcomes: ExperimentFile['outcomes']): number {
  if (kind === 'group') return measure ? scaleOf(unit, measure, outcomes) : 1;
  if (unit !== 'points' && unit !== '%') return 1;
  if (kind === 'relative') return 100;
  const one = outcomes[outcome ?? ''];
  const inPercent = one?.survey !== undefined || indicators.some(({ id, unit: of }) => id === one?.indicator && of === '%');
  return kind !== 'rank' && !inPercent ? 100 : 1;
}
