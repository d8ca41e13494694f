import { parameters } from '../engine/index.ts';
import { setFree, type Narrower } from '../experiments/abc/prior.ts';
import { type Calibration, mayBeFree, type Target } from '../experiments/calibration.ts';
import { withEstimands } from '../experiments/calibration-effects.ts';
import * as v from 'valibot';
import { calibrationShape, type CalibrationFile, freeShape, REPLICATIONS, targetShape } from './calibration-shape.ts';
import { checkAims, checkWhere } from './calibration-targets.ts';
import { type Collector, collector, inOrder, isFatal, told } from './collect.ts';
import { parseJson } from './json.ts';
import { type KnownExperiments, noExperiments } from './known-experiments.ts';
import { isPath, matchTerritory, type Named, nearestTerritory } from './names.ts';
import { nearest } from './nearest.ts';
import type { Path } from './path.ts';
import type { Read } from './problem.ts';
import { checkShape } from './shape.ts';
import { show } from './show.ts';

/** The word for the average département, which no file describes. */
export const AVERAGE = 'average';

type FreeFile = CalibrationFile['parameters'][number];

/** The items of a list that have their form, each with its place: the others have been told. */
function sound<S extends v.GenericSchema>(shape: S, list: unknown): [place: number, item: v.InferOutput<S>][] {
  return Array.isArray(list) ? list.flatMap((item, i) => (v.is(shape, item) ? [[i, item] as [number, v.InferOutput<S>]] : [])) : [];
}

/**
 * Reads a calibration (`parcours/calibration@1`) and tells everything wrong with it at once: JSON, form, parameters that may not be set free,
 * bounds out of their plausible range, levels that do not exist or that such short runs do not read, experiments that may not be aimed at.
 */
export function readCalibration(
  text: string | Uint8Array,
  file: string,
  territories: readonly Named[] = [],
  experiments: KnownExperiments = noExperiments,
): Read<Calibration> {
  const { located, problems: syntax } = parseJson(text, file);
  if (!located) return { ok: false, problems: syntax };
  const problems = collector(file, located.at);
  const shaped = checkShape(calibrationShape, located.value, problems);
  checkAsked(located.value, territories, experiments, problems);
  const all = inOrder(told([...syntax, ...problems.list]));
  if (!shaped || all.some(isFatal)) return { ok: false, problems: all };
  return { ok: true, value: calibrationOf(shaped, experiments), warnings: all };
}

/** A calibration from a file that is without fault. */
function calibrationOf({ $schema: _, schema: __, ...file }: CalibrationFile, experiments: KnownExperiments): Calibration {
  const targets = file.targets.map(({ because: ___, ...target }) => target as Target);
  const aimed = targets.flatMap((target) => ('experiment' in target ? [target] : []));
  const ids = [...new Set(aimed.map(({ experiment }) => experiment))];
  const { replications = REPLICATIONS, ...asked } = file;
  return {
    ...(asked as Omit<Calibration, 'parameters' | 'targets' | 'experiments' | 'replications'>),
    parameters: file.parameters.map(({ id, ...narrower }) => setFree(id, parameters.get(id)!, narrower as Narrower)),
    targets,
    experiments: ids.map((id) =>
      withEstimands(
        experiments.find(id)!,
        aimed.flatMap(({ experiment, estimand }) => (experiment === id ? [estimand] : [])),
      ),
    ),
    replications,
  };
}

/** Checks what names and bounds mean, in whatever of the file has the right form. */
function checkAsked(file: unknown, territories: readonly Named[], experiments: KnownExperiments, problems: Collector): void {
  const asked = (typeof file === 'object' && file !== null ? file : {}) as Record<string, unknown>;
  const { territory, months, parameters: free, targets } = asked;
  if (typeof territory === 'string' && territory !== AVERAGE && !isPath(territory) && territories.length > 0 && !matchTerritory(territory, territories))
    problems.add('unknown-territory', ['territory'], { found: show(territory), nearest: nearestTerritory(territory, territories) });
  const parts = sound(freeShape, free);
  for (const [i, one] of parts) checkFree(one, ['parameters', i], problems);
  refuseTwice(
    parts.map(([i, { id }]) => [['parameters', i, 'id'], id]),
    problems,
  );
  const aims = sound(targetShape, targets);
  checkAims(aims, months, experiments, problems);
  refuseTwice(
    aims.flatMap(([i, { level, experiment, estimand }]): [Path, string][] => {
      if (level !== undefined) return [[['targets', i, 'level'], level]];
      return experiment === undefined || estimand === undefined ? [] : [[['targets', i, 'estimand'], `${experiment} ${estimand}`]];
    }),
    problems,
  );
  if (Array.isArray(targets) && targets.length > 0 && aims.length === targets.length) checkWhere(asked, aims, problems);
}

function refuseTwice(names: readonly (readonly [Path, string])[], problems: Collector): void {
  names.forEach(([path, name], k) => {
    if (names.findIndex(([, other]) => other === name) < k) problems.add('named-twice', path, { found: show(name) });
  });
}

type Bounds = readonly [number, number];

function checkFree(one: FreeFile, at: Path, problems: Collector): void {
  const parameter = parameters.get(one.id);
  if (!parameter) problems.add('unknown-parameter', [...at, 'id'], { found: show(one.id), nearest: nearest(one.id, parameters.keys()) });
  else if (!mayBeFree(one.id)) problems.add('not-free', [...at, 'id'], { found: show(one.id) });
  else checkBounds(one, parameter.range, parameter.possible ?? parameter.range, at, problems);
}

/** Bounds are the plausible ones when they are not stated; stated, they may go as far as what is possible: a territory may differ from others. */
function checkBounds({ low, high, scale }: FreeFile, [least, most]: Bounds, [lowest, highest]: Bounds, at: Path, problems: Collector): void {
  for (const [name, bound] of Object.entries({ low, high }))
    if (bound !== undefined && !(lowest <= bound && bound <= highest))
      problems.add('not-between', [...at, name], { found: show(bound), expected: `${lowest}..${highest}` });
  if ((low ?? least) >= (high ?? most)) problems.add('low-not-below-high', [...at, low === undefined ? 'high' : 'low'], { found: show(low ?? high) });
  if (scale === 'log' && (low ?? least) <= 0) problems.add('log-of-nothing', [...at, 'scale'], { found: show(low ?? least) });
}
