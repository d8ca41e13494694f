import type { Text } from '../engine/index.ts';
import { type Collector, collector, inOrder, isFatal, told } from './collect.ts';
import { type Located, parseJson } from './json.ts';
import { type Catalogue, engineCatalogue } from './known.ts';
import { nearest } from './nearest.ts';
import { isPath, type Named, matchTerritory, nearestTerritory } from './names.ts';
import type { Path } from './path.ts';
import type { Read } from './problem.ts';
import { type ScenarioFile, scenarioShape } from './scenario-shape.ts';
import { checkShape } from './shape.ts';
import { show } from './show.ts';
import { checkValue, type Plain } from './value.ts';

export { type Catalogue, engineCatalogue } from './known.ts';
export { applyOverrides, levelOf, settledValue } from './levels.ts';
export { resolveScenario } from './resolve.ts';

export interface Setting {
  readonly value: number;
  readonly because: Text;
}

/** A dated change as an author writes it, its values read as numbers. Bundles are still closed. */
export interface Reform {
  readonly at: number;
  readonly until?: number;
  readonly over?: number;
  readonly set: Readonly<Record<string, number>>;
  readonly because: Text;
}

/** What the author of a scenario says it will do, before it runs. */
export interface Expectation {
  readonly indicator: string;
  readonly sign: 'up' | 'down' | 'none';
  readonly against: string;
  /** What thirty replications showed, when it is not what was expected. */
  readonly found?: 'up' | 'down' | 'none';
  readonly because?: Text;
}

/** A scenario file that has been read: a base, differences from it, and a reason for each. */
export interface Scenario {
  readonly file: string;
  readonly id: string;
  readonly title: Text;
  readonly question: Text;
  readonly story: Text;
  readonly base?: string;
  readonly set: Readonly<Record<string, Setting>>;
  readonly timeline: readonly Reform[];
  readonly switches: Readonly<Record<string, boolean>>;
  readonly territory?: string;
  /** Posterior its replications draw from when none is asked for. */
  readonly posterior?: string;
  readonly expects?: readonly Expectation[];
}

/** The names a file may use, territories included when they are known. */
export interface Names extends Catalogue {
  readonly territories?: readonly Named[];
  readonly posteriors?: readonly string[];
}

/**
 * Reads a scenario (`parcours/scenario@1`) and tells everything wrong with it at once: JSON, form, names, values, units, months.
 * A value outside its plausible range is a warning. A base is followed by `resolveScenario`, not here.
 */
export function readScenario(text: string | Uint8Array, file: string, catalogue: Names = engineCatalogue): Read<Scenario> {
  const { located, problems: syntax } = parseJson(text, file);
  if (!located) return { ok: false, problems: syntax };
  const problems = collector(file, located.at);
  const shaped = checkShape(scenarioShape, located.value, problems);
  const { settings, changes } = checkMeaning(located, catalogue, problems);
  const all = inOrder(told([...syntax, ...problems.list]));
  if (!shaped || all.some(isFatal)) return { ok: false, problems: all };
  return { ok: true, value: assemble(file, shaped, settings, changes), warnings: all };
}

type Numbers = Readonly<Record<string, number>>;

function assemble(file: string, { $schema: _, schema: __, ...shaped }: ScenarioFile, settings: Numbers, changes: readonly Numbers[]): Scenario {
  const set = Object.fromEntries(Object.entries(shaped.set ?? {}).map(([id, { because }]) => [id, { value: settings[id]!, because }]));
  const timeline = (shaped.timeline ?? []).map((change, i) => ({ ...change, set: changes[i]! }));
  return { ...shaped, file, set, timeline, switches: shaped.switches ?? {} } as Scenario;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: unknown): value is Plain => ['number', 'boolean', 'string'].includes(typeof value);
const objectAt = (object: Record<string, unknown>, key: string) => (isObject(object[key]) ? object[key] : {});

/** Checks what names and values mean, in whatever of the file has the right form. */
function checkMeaning({ value }: Located, catalogue: Names, problems: Collector) {
  const file = isObject(value) ? value : {};
  const given = Object.entries(objectAt(file, 'set')).map(([id, setting]) => [id, isObject(setting) ? setting.value : undefined] as const);
  const settings = readValues(given, ['set'], (id) => ['set', id, 'value'], catalogue, problems);
  const timeline = Array.isArray(file.timeline) ? file.timeline : [];
  const changes = timeline.map((change: unknown, i) => (isObject(change) ? checkChange(change, ['timeline', i], catalogue, problems) : {}));
  for (const key of ['set', 'switches']) refuseList(file[key], [key], problems);
  checkNames(file, catalogue, problems);
  return { settings, changes };
}

/** The check of form takes a list for values by name. */
function refuseList(value: unknown, path: Path, problems: Collector): void {
  if (Array.isArray(value)) problems.add('wrong-type', path, { expected: 'object', found: show(value) });
}

function checkChange(change: Record<string, unknown>, path: Path, catalogue: Catalogue, problems: Collector): Numbers {
  const { at, until, over, set } = change;
  if (typeof at === 'number' && typeof until === 'number') {
    if (until <= at) problems.add('until-before-at', [...path, 'until'], { found: show(until), expected: show(at) });
    else if (typeof over === 'number' && over > until - at) {
      problems.add('over-longer-than-until', [...path, 'over'], { found: show(over), expected: show(until - at), severity: 'warning' });
    }
  }
  refuseList(set, [...path, 'set'], problems);
  if (!isObject(set)) return {};
  if (!Object.keys(set).length) problems.add('empty-set', [...path, 'set']);
  if (typeof over === 'number' && over > 1) checkGradual(Object.keys(set), [...path, 'set'], catalogue, problems);
  return readValues(Object.entries(set), [...path, 'set'], (id) => [...path, 'set', id], catalogue, problems);
}

/** A word or a yes/no has no value half-way; a bundle has, through its details. */
function checkGradual(ids: readonly string[], path: Path, { parameters, levers }: Catalogue, problems: Collector): void {
  for (const id of ids) {
    const kind = parameters.get(id)?.kind;
    const sudden = (kind === 'choice' || kind === 'boolean') && !levers.find((lever) => lever.id === id)?.bundle;
    if (sudden) problems.add('over-not-gradual', [...path, id], { of: 'key' });
  }
}

function readValues(given: readonly (readonly [string, unknown])[], at: Path, place: (id: string) => Path, catalogue: Catalogue, problems: Collector): Numbers {
  const values: Record<string, number> = {};
  for (const [id, written] of given) {
    const parameter = catalogue.parameters.get(id);
    if (!parameter) {
      problems.add('unknown-parameter', [...at, id], { of: 'key', nearest: nearest(id, catalogue.parameters.keys()) });
    } else if (isPlain(written)) {
      const checked = checkValue(parameter, written);
      if ('code' in checked) problems.add(checked.code, place(id), checked.details);
      else values[id] = checked.value;
      if ('warning' in checked && checked.warning) problems.add(checked.warning.code, place(id), checked.warning.details);
    }
  }
  return values;
}

function checkNames(
  file: Record<string, unknown>,
  { mechanisms, mechanismIds, scenarios, indicators, territories, posteriors }: Names,
  problems: Collector,
): void {
  for (const key of Object.keys(objectAt(file, 'switches'))) {
    const near = mechanismIds?.get(key.toUpperCase()) ?? nearest(key, mechanisms);
    if (!mechanisms.includes(key)) problems.add('unknown-mechanism', ['switches', key], { of: 'key', nearest: near });
  }
  const known = (name: unknown, path: Path, list: readonly string[] | undefined, code: 'unknown-scenario' | 'unknown-indicator' | 'unknown-posterior') => {
    if (typeof name === 'string' && list && !list.includes(name)) problems.add(code, path, { found: show(name), nearest: nearest(name, list) });
  };
  known(file.base, ['base'], scenarios, 'unknown-scenario');
  const { territory, posterior } = file;
  if (typeof posterior === 'string' && !isPath(posterior)) known(posterior, ['posterior'], posteriors, 'unknown-posterior');
  if (typeof territory === 'string' && territories && !isPath(territory) && !matchTerritory(territory, territories)) {
    problems.add('unknown-territory', ['territory'], { found: show(territory), nearest: nearestTerritory(territory, territories) });
  }
  const expects: unknown[] = Array.isArray(file.expects) ? file.expects : [];
  for (const [i, expectation] of expects.entries()) {
    if (!isObject(expectation)) continue;
    known(expectation.indicator, ['expects', i, 'indicator'], indicators, 'unknown-indicator');
    known(expectation.against, ['expects', i, 'against'], scenarios, 'unknown-scenario');
  }
}
