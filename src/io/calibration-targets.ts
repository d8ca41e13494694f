import type { InferOutput } from 'valibot';
import { levelNames } from '../experiments/level-names.ts';
import type { targetShape } from './calibration-shape.ts';
import type { Collector } from './collect.ts';
import { known } from './experiment-names.ts';
import type { KnownExperiments } from './known-experiments.ts';
import { nearest } from './nearest.ts';
import type { Path } from './path.ts';
import { show } from './show.ts';

type TargetFile = InferOutput<typeof targetShape>;

/** Targets that have their form, each with its place in the file. */
export type Aims = readonly (readonly [place: number, target: TargetFile])[];

/** Checks what each target names: a level that such runs read, or an estimand of an experiment made for calibration. */
export function checkAims(aims: Aims, months: unknown, experiments: KnownExperiments, problems: Collector): void {
  for (const [i, target] of aims) {
    const path: Path = ['targets', i];
    const given = (['level', 'experiment'] as const).filter((key) => target[key] !== undefined);
    if (given.length !== 1) problems.add('one-of', path, { expected: 'level, experiment', found: given.join(', ') || '—' });
    if (target.level !== undefined) checkLevel(target.level, [...path, 'level'], months, problems);
    if (target.experiment !== undefined) checkEffect(target, target.experiment, path, experiments, problems);
    else if (target.estimand !== undefined) problems.add('without-experiment', [...path, 'estimand'], { found: show(target.estimand) });
  }
}

function checkLevel(level: string, path: Path, months: unknown, problems: Collector): void {
  const name = levelNames.get(level);
  if (!name) problems.add('unknown-level', path, { found: show(level), nearest: nearest(level, levelNames.keys()) });
  else if (typeof months === 'number' && name.months > months) problems.add('level-needs-months', path, { found: show(level), expected: String(name.months) });
}

/** A row that tests the model may never set it: only experiments made for calibration are aimed at, and one figure of theirs. */
function checkEffect({ estimand }: TargetFile, id: string, path: Path, { ids, find }: KnownExperiments, problems: Collector): void {
  const experiment = find(id);
  const forCalibration = (): string => ids.filter((one) => find(one)?.use === 'calibration').join(', ');
  if (!experiment) problems.add('unknown-experiment', [...path, 'experiment'], { found: show(id), expected: forCalibration(), nearest: nearest(id, ids) });
  else if (experiment.use !== 'calibration') problems.add('not-for-calibration', [...path, 'experiment'], { found: show(id), expected: forCalibration() });
  if (estimand === undefined) problems.add('missing-key', [...path, 'estimand']);
  if (!experiment || estimand === undefined) return;
  const { estimands } = experiment;
  const here = [...path, 'estimand'];
  const named = estimands.map((one) => one.id);
  if (!known(estimand, named, here, problems)) return;
  if (estimands.find((one) => one.id === estimand)?.points)
    problems.add('profile-aimed', here, { found: show(estimand), expected: estimands.flatMap((one) => (one.points ? [] : [one.id])).join(', ') || '—' });
}

/** Where levels are read goes with levels, and how often experiments are played with experiments. */
export function checkWhere(asked: Readonly<Record<string, unknown>>, aims: Aims, problems: Collector): void {
  const levels = aims.some(([, { level }]) => level !== undefined);
  for (const key of ['territory', 'population', 'months'] as const) {
    if (levels && asked[key] === undefined) problems.add('level-needs-place', [key]);
    if (!levels && asked[key] !== undefined) problems.add('without-level', [key], { of: 'key' });
  }
  if (asked.replications !== undefined && aims.every(([, { experiment }]) => experiment === undefined))
    problems.add('replications-without-experiment', ['replications'], { of: 'key' });
}
