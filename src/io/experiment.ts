import {
  bodies,
  households,
  levers,
  type Parameter,
  parameters,
  personAttributes,
  readingByKey,
  type Rules,
  structureAttributes,
  type Territory,
} from '../engine/index.ts';
import type { Estimand, Experiment, Ground, Unit } from '../experiments/trial/types.ts';
import { nothingOf } from '../experiments/trial/verdict.ts';
import { openBundles } from './bundle.ts';
import { canonicalRules } from './canonical-rules.ts';
import { type Collector, collector, inOrder, isFatal, told } from './collect.ts';
import { checkBounds, checkDesign } from './experiment-checks.ts';
import { measureOf, scaleOf } from './experiment-measure.ts';
import { known } from './experiment-names.ts';
import { outcomeOf } from './experiment-outcome.ts';
import { type ExperimentFile, experimentShape } from './experiment-shape.ts';
import { parseJson } from './json.ts';
import { engineCatalogue } from './known.ts';
import { nearest } from './nearest.ts';
import type { Path } from './path.ts';
import type { Read } from './problem.ts';
import { checkShape } from './shape.ts';
import { show } from './show.ts';
import { checkValue } from './value.ts';

/** What the reader needs of the world outside the file: rule books and territories, by name. */
export interface Surroundings {
  rules(id: string): Rules | undefined;
  readonly scenarioIds: readonly string[];
  /** The average département when asked for nothing. */
  territory(name: string | undefined, zones: number | undefined): Territory | undefined;
}

const DEFAULT_POPULATION = 3_000;
/** Scopes of values that an arm of each unit may hold: a wider one would not be the arm’s alone. */
const scopes: Readonly<Record<Unit, readonly Parameter['scope'][]>> = {
  person: ['person'],
  caseworker: ['person'],
  structure: ['person', 'structure'],
  zone: ['person', 'structure'],
  territory: ['person', 'structure', 'zone', 'funder', 'territory'],
};

/**
 * Reads a virtual experiment (`parcours/experiment@1`) and tells everything wrong with it at once: form, names of levers, readings, attributes,
 * outcomes and arms, values out of bounds, values that a unit cannot hold for itself alone.
 */
export function readExperiment(text: string | Uint8Array, file: string, around: Surroundings): Read<Experiment> {
  const { located, problems: syntax } = parseJson(text, file);
  if (!located) return { ok: false, problems: syntax };
  const problems = collector(file, located.at);
  const shaped = checkShape(experimentShape, located.value, problems);
  const made = shaped && assemble(shaped, around, problems);
  const all = inOrder(told([...syntax, ...problems.list]));
  if (!made || all.some(isFatal)) return { ok: false, problems: all };
  return { ok: true, value: made, warnings: all };
}

/** Shares are written with a few decimals: a sum this far from 1 is 1. */
const SLACK = 1e-3;

function assemble(file: ExperimentFile, around: Surroundings, problems: Collector): Experiment {
  const { assignment, arms, outcomes } = file;
  const even = arms.every(({ share }) => share === undefined);
  const left = Math.max(0, 1 - arms.reduce((sum, { share = 0 }) => sum + share, 0)) / Math.max(1, arms.filter(({ share }) => share === undefined).length);
  const shared = arms.reduce((sum, { share = 0 }) => sum + share, 0);
  if (shared > 1 + SLACK || (shared < 1 - SLACK && arms.every(({ share }) => share !== undefined)))
    problems.add('arm-shares', ['arms'], { found: show(Number(shared.toFixed(6))), expected: '1' });
  if (assignment.posts === 'follow' && arms.every(({ service }) => service === undefined)) problems.add('posts-without-service', ['assignment', 'posts']);
  if (assignment.unit === 'territory' && (assignment.waves?.length ?? 1) !== 1)
    problems.add('one-wave', ['assignment', 'waves'], { found: show(assignment.waves?.length) });
  if (file.who) checkWho(file.who, ['who'], problems);
  for (const [name, who] of Object.entries(file.strata ?? {})) checkWho(who, ['strata', name], problems);
  checkDesign(file, problems);
  const windows = Object.fromEntries(Object.entries(outcomes).map(([name, one]) => [name, outcomeOf(one, file, ['outcomes', name], problems)]));
  return {
    id: file.id,
    title: file.title,
    story: file.story,
    use: file.use,
    sources: file.sources.map(({ url, ...source }) => ({ ...source, ...(url === undefined ? {} : { url }) })),
    population: file.population ?? DEFAULT_POPULATION,
    months: file.months,
    enrol: file.enrol ?? 1,
    unit: assignment.unit,
    ...(assignment.bodies ? { bodies: assignment.bodies.map((key, n) => bodyOf(key, ['assignment', 'bodies', n], problems)) } : {}),
    ...(assignment.saturations ? { saturations: assignment.saturations } : {}),
    ...(assignment.posts === 'follow' ? { postsFollow: true } : {}),
    ...(assignment.waves ? { waves: assignment.waves } : {}),
    who: (file.who ?? {}) as Experiment['who'],
    strata: (file.strata ?? {}) as Experiment['strata'],
    arms: arms.map((arm, n) => armOf(arm, n, even ? 1 / arms.length : (arm.share ?? left), takeUpOf(arm, file), assignment.unit, problems)),
    grounds: groundsOf(file, around, problems),
    outcomes: windows,
    estimands: file.estimands.map((one, n) => estimandOf(one, file, ['estimands', n], problems)),
  };
}

type WhoFile = NonNullable<ExperimentFile['who']>;
type EditsFile = NonNullable<ExperimentFile['arms'][number]['people']>;

function checkWho({ household, body, within = {}, rank }: WhoFile, path: Path, problems: Collector): void {
  (household ?? []).forEach((name, n) => {
    known(name, households, [...path, 'household', n], problems);
  });
  (body ?? []).forEach((name, n) => {
    known(
      name,
      bodies.map(({ key }) => key),
      [...path, 'body', n],
      problems,
    );
  });
  for (const [name, [low, high]] of Object.entries(within)) {
    known(name, [...readingByKey.keys()], [...path, 'within', name], problems, 'key');
    if (low > high) problems.add('bounds-crossed', [...path, 'within', name], { found: `${low}, ${high}` });
  }
  if (!rank) return;
  known(rank.of, [...readingByKey.keys()], [...path, 'rank', 'of'], problems);
  if (rank.from >= rank.to) problems.add('low-not-below-high', [...path, 'rank', 'from'], { found: show(rank.from) });
}

function bodyOf(key: string, path: Path, problems: Collector): number {
  const keys = bodies.map((one) => one.key as string);
  return known(key, keys, path, problems) ? keys.indexOf(key) : 0;
}

function editsOf(
  edits: EditsFile,
  attributes: Readonly<Record<string, { readonly low: number; readonly high: number }>>,
  path: Path,
  problems: Collector,
): Experiment['arms'][number]['people'] {
  return Object.fromEntries(
    Object.entries(edits).map(([name, edit]) => {
      const here = [...path, name];
      if (known(name, Object.keys(attributes), here, problems, 'key') && typeof edit === 'number') {
        const { low, high } = attributes[name]!;
        if (!(low <= edit && edit <= high)) problems.add('out-of-bounds', here, { found: show(edit), expected: `${low}..${high}` });
      }
      return [name, typeof edit === 'number' ? { set: edit } : edit];
    }),
  );
}

type SetFile = NonNullable<ExperimentFile['set']>;

/** Values of levers and parameters as the engine stores them, bundles opened. */
function valuesOf(set: SetFile, path: Path, allowed: readonly Parameter['scope'][], problems: Collector): Record<string, number> {
  const values: Record<string, number> = {};
  for (const [id, written] of Object.entries(set)) {
    const here = [...path, id];
    const parameter = parameters.get(id) ?? levers.find((one) => one.id === id);
    if (!parameter) {
      problems.add('unknown-parameter', here, { of: 'key', nearest: nearest(id, [...parameters.keys(), ...levers.map((one) => one.id)]) });
      continue;
    }
    const checked = checkValue(parameter, written);
    if ('code' in checked) problems.add(checked.code, here, checked.details);
    else values[id] = checked.value;
    if ('warning' in checked && checked.warning) problems.add(checked.warning.code, here, checked.warning.details);
  }
  const opened = openBundles(values, engineCatalogue);
  for (const id of Object.keys(opened)) {
    const scope = parameters.get(id)?.scope;
    if (scope && !allowed.includes(scope))
      problems.add('scope-too-wide', [...path, Object.hasOwn(set, id) ? id : Object.keys(set)[0]!], { found: id, expected: allowed.join(', '), of: 'key' });
  }
  return opened;
}

/** Share of an arm who take it up: all of them, where it is read who did and nobody is asked. */
function takeUpOf({ takeUp, service, set, people }: ExperimentFile['arms'][number], { outcomes, assignment }: ExperimentFile): number | undefined {
  const read = Object.values(outcomes).some(({ served }) => served);
  return takeUp ?? (read && assignment.unit === 'person' && !service && (set || people) ? 1 : undefined);
}

function armOf(
  arm: ExperimentFile['arms'][number],
  n: number,
  share: number,
  takeUp: number | undefined,
  unit: Unit,
  problems: Collector,
): Experiment['arms'][number] {
  const path: Path = ['arms', n];
  const allowed = arm.service && unit === 'person' ? (['person', 'structure'] as const) : scopes[unit];
  const set = valuesOf(arm.set ?? {}, [...path, 'set'], allowed, problems);
  if (n === 0 && Object.keys(set).length > 0 && unit !== 'territory') problems.add('first-arm-set', [...path, 'set']);
  return {
    id: arm.id,
    title: arm.title,
    share,
    set,
    ...(arm.people ? { people: editsOf(arm.people, personAttributes, [...path, 'people'], problems)! } : {}),
    ...(arm.structures ? { structures: editsOf(arm.structures, structureAttributes, [...path, 'structures'], problems)! } : {}),
    ...(arm.service
      ? {
          service: {
            body: bodyOf(arm.service.body, [...path, 'service', 'body'], problems),
            filesPerWorker: arm.service.filesPerWorker,
            ...(arm.service.edits ? { edits: editsOf(arm.service.edits, structureAttributes, [...path, 'service', 'edits'], problems)! } : {}),
          },
        }
      : {}),
    ...(takeUp === undefined ? {} : { takeUp }),
    ...(arm.lasts === undefined ? {} : { lasts: arm.lasts }),
    ...(arm.undo ? { undo: true } : {}),
  };
}

function groundsOf(file: ExperimentFile, around: Surroundings, problems: Collector): Ground[] {
  const own = file.grounds ?? [{ id: 'ground', title: file.title }];
  const scenario = file.scenario ?? 'status-quo';
  const base = around.rules(scenario);
  if (!base) problems.add('unknown-scenario', ['scenario'], { found: show(scenario), nearest: nearest(scenario, around.scenarioIds) });
  const common = valuesOf(file.set ?? {}, ['set'], scopes.territory, problems);
  return own.flatMap((one, n): Ground[] => {
    const at: Path = file.grounds ? ['grounds', n] : [];
    const set = 'set' in one && one.set ? valuesOf(one.set, [...at, 'set'], scopes.territory, problems) : {};
    const name = ('territory' in one ? one.territory : undefined) ?? file.territory;
    const territory = around.territory(name, file.zones);
    if (!territory) problems.add('unknown-territory', 'territory' in one && one.territory ? [...at, 'territory'] : ['territory'], { found: show(name) });
    if (!base || !territory) return [];
    return [{ id: one.id, territory, rules: canonicalRules({ ...base, set: { ...base.set, ...common, ...set } }, engineCatalogue) }];
  });
}

function estimandOf(one: ExperimentFile['estimands'][number], file: ExperimentFile, path: Path, problems: Collector): Estimand {
  const scale = scaleOf(one.unit, one.measure, file.outcomes);
  checkBounds(one, scale * nothingOf(one.measure), path, problems);
  if (one.row !== undefined)
    known(
      one.row,
      file.sources.map(({ row }) => row),
      [...path, 'row'],
      problems,
    );
  (one.points ?? []).forEach(({ from, to }, n) => {
    if (to > file.months || from > to) problems.add('out-of-bounds', [...path, 'points', n], { found: `${from}–${to}`, expected: `1..${file.months}` });
  });
  const { miss, points, ...rest } = one;
  return {
    ...(rest as Omit<Estimand, 'measure' | 'scale'>),
    measure: measureOf(one.measure, file, [...path, 'measure'], problems),
    scale,
    ...(points ? { points: points as NonNullable<Estimand['points']> } : {}),
    ...(miss ? { miss } : {}),
  };
}
