import type { RunRequest, Trial } from '../../engine/index.ts';
import { ATOM, type Atom, atomsOf, measuresOf } from './atoms.ts';
import type { Job, Played } from './play.ts';
import { measureOver } from './measure.ts';
import type { Experiment, Ground, Row } from './types.ts';
import { factorOf, nothingOf, profileVerdict, verdictOf } from './verdict.ts';

/** Months simulated: until the last unit has been followed for as long as is asked. */
export const monthsOf = ({ enrol, months, waves }: Experiment): number => months + Math.max(enrol - 1, ...(waves ?? [0]));

/** Month in which the first units begin. */
const startOf = ({ waves }: Experiment): number => (waves ? Math.min(...waves) : 0);

function trialOf(experiment: Experiment): Trial {
  const services = experiment.arms.flatMap(({ service }) => (service ? [service] : []));
  let next = 0;
  const outcomes = Object.values(experiment.outcomes);
  return {
    unit: experiment.unit === 'territory' ? 'person' : experiment.unit,
    who: experiment.who,
    ...(experiment.bodies ? { bodies: experiment.bodies } : {}),
    enrol: experiment.enrol,
    months: experiment.months,
    groups: experiment.arms.map(({ share, people, structures, service, takeUp, lasts, undo }) => ({
      share,
      ...(people ? { people } : {}),
      ...(structures ? { structures } : {}),
      ...(service ? { service: next++ } : {}),
      ...(takeUp === undefined ? {} : { takeUp }),
      ...(lasts === undefined ? {} : { lasts }),
      ...(undo ? { undo } : {}),
    })),
    ...(experiment.saturations ? { saturations: experiment.saturations } : {}),
    ...(experiment.waves ? { waves: experiment.waves } : {}),
    ...(experiment.postsFollow ? { postsFollow: true } : {}),
    track: [...new Set(outcomes.flatMap(({ reading, readings = {} }) => [...(reading === undefined ? [] : [reading]), ...Object.keys(readings)]))],
    strata: Object.values(experiment.strata),
    services,
  };
}

/** The runs of one replication on one ground: one for the trial, or one an arm when the unit is the territory. */
function runsOf(experiment: Experiment, { rules, territory }: Ground, seed: string, replication: number): RunRequest[] {
  const { population, arms } = experiment;
  const base = { territory, population, months: monthsOf(experiment), seed, replication, trial: trialOf(experiment) };
  if (experiment.unit !== 'territory') return [{ ...base, rules, arms: arms.slice(1).map(({ set }) => ({ set, unit: 'person' as const, share: 0 })) }];
  const none = arms.slice(1).map(() => ({ set: {}, unit: 'person' as const, share: 0 }));
  const from = startOf(experiment);
  return arms.map(({ set, lasts }) => ({
    ...base,
    arms: none,
    rules:
      Object.keys(set).length === 0
        ? rules
        : { ...rules, timeline: [...rules.timeline, { at: from, ...(lasts === undefined ? {} : { until: from + lasts }), set }] },
  }));
}

/** Every job of an experiment: each ground, each replication. */
export function jobsOf(experiment: Experiment, seed: string, replications: number): Job[] {
  const atoms = atomsOf(experiment);
  return experiment.grounds.flatMap((ground) => {
    const own: Atom[] = atoms.filter((one) => one.ground === ground.id);
    return Array.from({ length: replications }, (_, replication) => ({
      population: experiment.population * (experiment.unit === 'territory' ? experiment.arms.length : 2),
      months: monthsOf(experiment),
      replication,
      runs: runsOf(experiment, ground, seed, replication),
      arms: experiment.arms.map(({ id }) => id),
      strata: Object.keys(experiment.strata),
      saturations: experiment.saturations ?? [],
      territory: experiment.unit === 'territory',
      start: startOf(experiment),
      atoms: own,
    }));
  });
}

/** What the replications of each ground gave, put side by side, one replication a line, in the order of `atomsOf`. */
function gathered(experiment: Experiment, jobs: readonly Job[], played: readonly Played[]): Played[] {
  const all = atomsOf(experiment);
  const replications = Math.max(...jobs.map(({ replication }) => replication)) + 1;
  const out = Array.from({ length: replications }, (_, replication) => ({ replication, atoms: new Float64Array(all.length * ATOM) }));
  const places = new Map(all.map(({ key }, n) => [key, n]));
  jobs.forEach(({ atoms, replication }, j) => {
    atoms.forEach(({ key }, n) => {
      out[replication]!.atoms.set(played[j]!.atoms.subarray(n * ATOM, (n + 1) * ATOM), places.get(key)! * ATOM);
    });
  });
  return out;
}

/** The rows of an experiment once all its jobs are done. A measure that cannot be made (nobody in a cell) is undecided. */
export function rowsOf(experiment: Experiment, jobs: readonly Job[], played: readonly Played[]): Row[] {
  const runs = gathered(experiment, jobs, played);
  return experiment.estimands.map((estimand): Row => {
    const points = measuresOf(estimand).map((measure) => measureOver(experiment, measure, estimand.scale, runs));
    const model = points.at(-1);
    if (!model || points.some((one) => one === undefined)) return { experiment, estimand, model: undefined, verdict: 'undecided' };
    const made = points as NonNullable<(typeof points)[number]>[];
    const verdict = estimand.points
      ? profileVerdict(estimand, made)
      : verdictOf(estimand.target, model, estimand.agrees, estimand.published, estimand.scale * nothingOf(estimand.measure));
    const factor = verdict === 'off' ? factorOf(model, estimand.published) : undefined;
    return { experiment, estimand, model, verdict, ...(estimand.points ? { points: made } : {}), ...(factor === undefined ? {} : { factor }) };
  });
}
