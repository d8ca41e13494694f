import { parameters } from '../engine/index.ts';
import { setFree, type Narrower } from '../experiments/abc/prior.ts';
import { type Calibration, mayBeFree } from '../experiments/calibration.ts';
import { levelNames } from '../experiments/level-names.ts';
import * as v from 'valibot';
import { calibrationShape, type CalibrationFile, freeShape, targetShape } from './calibration-shape.ts';
import { type Collector, collector, inOrder, isFatal, told } from './collect.ts';
import { parseJson } from './json.ts';
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
 * bounds out of their plausible range, levels that do not exist or that such short runs do not read.
 */
export function readCalibration(text: string | Uint8Array, file: string, territories: readonly Named[] = []): Read<Calibration> {
  const { located, problems: syntax } = parseJson(text, file);
  if (!located) return { ok: false, problems: syntax };
  const problems = collector(file, located.at);
  const shaped = checkShape(calibrationShape, located.value, problems);
  checkAsked(located.value, territories, problems);
  const all = inOrder(told([...syntax, ...problems.list]));
  if (!shaped || all.some(isFatal)) return { ok: false, problems: all };
  return { ok: true, value: calibrationOf(shaped), warnings: all };
}

/** A calibration from a file that is without fault. */
export function calibrationOf({ $schema: _, schema: __, ...file }: CalibrationFile): Calibration {
  return {
    ...file,
    parameters: file.parameters.map(({ id, ...narrower }) => setFree(id, parameters.get(id)!, narrower as Narrower)),
    targets: file.targets.map(({ because: ___, ...target }) => target),
  };
}

/** Checks what names and bounds mean, in whatever of the file has the right form. */
function checkAsked(file: unknown, territories: readonly Named[], problems: Collector): void {
  const { territory, months, parameters: free, targets } = (typeof file === 'object' && file !== null ? file : {}) as Record<string, unknown>;
  if (typeof territory === 'string' && territory !== AVERAGE && !isPath(territory) && territories.length > 0 && !matchTerritory(territory, territories))
    problems.add('unknown-territory', ['territory'], { found: show(territory), nearest: nearestTerritory(territory, territories) });
  const parts = sound(freeShape, free);
  for (const [i, one] of parts) checkFree(one, ['parameters', i], problems);
  refuseTwice(
    parts.map(([i, { id }]) => [['parameters', i, 'id'], id]),
    problems,
  );
  const aims = sound(targetShape, targets);
  for (const [i, { level }] of aims) checkLevel(level, ['targets', i, 'level'], months, problems);
  refuseTwice(
    aims.map(([i, { level }]) => [['targets', i, 'level'], level]),
    problems,
  );
}

function checkLevel(level: string, path: Path, months: unknown, problems: Collector): void {
  const known = levelNames.get(level);
  if (!known) problems.add('unknown-level', path, { found: show(level), nearest: nearest(level, levelNames.keys()) });
  else if (typeof months === 'number' && known.months > months)
    problems.add('level-needs-months', path, { found: show(level), expected: String(known.months) });
}

function refuseTwice(names: readonly (readonly [Path, string])[], problems: Collector): void {
  names.forEach(([path, name], k) => {
    if (names.findIndex(([, other]) => other === name) < k) problems.add('named-twice', path, { found: show(name) });
  });
}

function checkFree(one: FreeFile, at: Path, problems: Collector): void {
  const parameter = parameters.get(one.id);
  if (!parameter) problems.add('unknown-parameter', [...at, 'id'], { found: show(one.id), nearest: nearest(one.id, parameters.keys()) });
  else if (!mayBeFree(one.id)) problems.add('not-free', [...at, 'id'], { found: show(one.id) });
  else checkBounds(one, parameter.range, at, problems);
}

function checkBounds({ low, high, scale }: FreeFile, [least, most]: readonly [number, number], at: Path, problems: Collector): void {
  for (const [name, bound] of Object.entries({ low, high }))
    if (bound !== undefined && !(least <= bound && bound <= most))
      problems.add('not-between', [...at, name], { found: show(bound), expected: `${least}..${most}` });
  if ((low ?? least) >= (high ?? most)) problems.add('low-not-below-high', [...at, low === undefined ? 'high' : 'low'], { found: show(low ?? high) });
  if (scale === 'log' && (low ?? least) <= 0) problems.add('log-of-nothing', [...at, 'scale'], { found: show(low ?? least) });
}
