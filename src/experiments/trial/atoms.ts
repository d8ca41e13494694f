import type { Cell, Estimand, Experiment, Measure, Outcome } from './types.ts';

/** What one replication gives towards a measure, in a few numbers that add up over replications. */
export interface Atom {
  readonly key: string;
  readonly kind: 'mean' | 'hazard' | 'gini' | 'correlation' | 'indicator';
  readonly ground: string;
  readonly cell: Cell;
  readonly outcome?: Outcome;
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
  const kind =
    measure.kind === 'hazard-ratio'
      ? 'hazard'
      : measure.kind === 'gini' || measure.kind === 'correlation'
        ? measure.kind
        : outcome?.indicator || outcome?.survey
          ? 'indicator'
          : 'mean';
  return { key: JSON.stringify([kind, ground, cell, outcome]), kind, ground, cell, ...(outcome ? { outcome } : {}) };
}

export const cellAtom = (experiment: Experiment, measure: Measure, which: 'of' | 'against'): Atom =>
  atom(experiment, measure, measure[which] ?? reference(experiment));
export const orderAtoms = (experiment: Experiment, measure: Measure): Atom[] => (measure.order ?? []).map((cell) => atom(experiment, measure, cell));

/** The first arm: what others are compared with when nothing else is said. */
const reference = (experiment: Experiment): Cell => ({ arm: experiment.arms[0]!.id });

function atomsOfMeasure(experiment: Experiment, measure: Measure): Atom[] {
  const own =
    measure.kind === 'rank'
      ? orderAtoms(experiment, measure)
      : measure.kind === 'level' || measure.kind === 'gini' || measure.kind === 'correlation'
        ? [cellAtom(experiment, measure, 'of')]
        : [cellAtom(experiment, measure, 'of'), cellAtom(experiment, measure, 'against')];
  return [...own, ...[measure.over, measure.minus].flatMap((more) => (more ? atomsOfMeasure(experiment, more) : []))];
}

/** The measure at each point of a profile, or the measure alone. */
export const measuresOf = ({ measure, points }: Estimand): Measure[] => points?.map(({ from, to }) => ({ ...measure, from, to })) ?? [measure];

/** Every number that an experiment needs of a replication, once. */
export function atomsOf(experiment: Experiment): Atom[] {
  const all = experiment.estimands.flatMap((estimand) => measuresOf(estimand).flatMap((measure) => atomsOfMeasure(experiment, measure)));
  return [...new Map(all.map((one) => [one.key, one])).values()];
}
