import { alone, type Cell, type Estimand, type Experiment, type Measure, type Outcome } from './types.ts';

/** What one replication gives towards a measure, in a few numbers that add up over replications. */
export interface Atom {
  readonly key: string;
  readonly kind: 'mean' | 'hazard' | 'gini' | 'correlation' | 'indicator';
  readonly ground: string;
  readonly cell: Cell;
  readonly outcome?: Outcome;
  readonly quantile?: number;
}

/** Numbers an atom takes. */
export const ATOM = 5;

const windowed = (experiment: Experiment, { outcome, from, to }: Measure): Outcome | undefined => {
  const one = outcome === undefined ? undefined : experiment.outcomes[outcome];
  return one && { ...one, from: from ?? one.from, to: to ?? one.to };
};

function atom(experiment: Experiment, measure: Measure, cell: Cell): Atom {
  const outcome = windowed(experiment, measure);
  const ground = measure.ground ?? experiment.grounds[0]!.id;
  const { quantile } = measure;
  const kind =
    measure.kind === 'hazard-ratio' || measure.kind === 'hazard'
      ? 'hazard'
      : measure.kind === 'gini' || measure.kind === 'correlation'
        ? measure.kind
        : outcome?.indicator || outcome?.survey
          ? 'indicator'
          : 'mean';
  const key = JSON.stringify([kind, ground, cell, outcome, quantile]);
  return { key, kind, ground, cell, ...(outcome ? { outcome } : {}), ...(quantile === undefined ? {} : { quantile }) };
}

export const cellAtom = (experiment: Experiment, measure: Measure, which: 'of' | 'against'): Atom =>
  atom(experiment, measure, measure[which] ?? reference(experiment));
export const orderAtoms = (experiment: Experiment, measure: Measure): Atom[] => (measure.order ?? []).map((cell) => atom(experiment, measure, cell));

/** The first arm: what others are compared with when nothing else is said. */
const reference = (experiment: Experiment): Cell => ({ arm: experiment.arms[0]!.id });

function atomsOfMeasure(experiment: Experiment, measure: Measure): Atom[] {
  const more = [measure.measure, measure.over, measure.minus].flatMap((one) => (one ? atomsOfMeasure(experiment, one) : []));
  return [...ownAtoms(experiment, measure), ...more];
}

function ownAtoms(experiment: Experiment, measure: Measure): Atom[] {
  if (measure.kind === 'group') return [];
  if (measure.kind === 'rank') return orderAtoms(experiment, measure);
  if (alone.includes(measure.kind)) return [cellAtom(experiment, measure, 'of')];
  return [cellAtom(experiment, measure, 'of'), cellAtom(experiment, measure, 'against')];
}

/** The measure at each point of a profile, or the measure alone. */
export const measuresOf = ({ measure, points }: Estimand): Measure[] =>
  points?.map(({ from, to }) => ({ ...within(measure, from, to), from, to })) ?? [measure];

/** A measure and those inside it read over a window, but those that say their own. */
function within(measure: Measure, from: number, to: number): Measure {
  const own = measure.from !== undefined || measure.to !== undefined;
  const inner = (one: Measure | undefined, key: 'measure' | 'over' | 'minus') => (one ? { [key]: within(one, from, to) } : {});
  const { measure: group, over, minus } = measure;
  return { ...measure, ...(own ? {} : { from, to }), ...inner(group, 'measure'), ...inner(over, 'over'), ...inner(minus, 'minus') };
}

/** Every number that an experiment needs of a replication, once. */
export function atomsOf(experiment: Experiment): Atom[] {
  const all = experiment.estimands.flatMap((estimand) => measuresOf(estimand).flatMap((measure) => atomsOfMeasure(experiment, measure)));
  return [...new Map(all.map((one) => [one.key, one])).values()];
}
