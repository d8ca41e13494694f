import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { indicators, type Rules } from '../engine/index.ts';
import { builtInCatalogue, findScenario, scenarioIds } from '../io/catalogue.ts';
import { nearest } from '../io/nearest.ts';
import type { Problem, Read } from '../io/problem.ts';
import { readScenario, resolveScenario, type Scenario } from '../io/scenario.ts';
import { problem } from './options.ts';
import { readBytes } from './read-file.ts';

/** A scenario as it will be run: what its author wrote, and the rule book it comes to. */
export interface Chosen {
  readonly scenario: Scenario;
  readonly rules: Rules;
}

const isFile = (path: string): boolean => existsSync(path) && !statSync(path).isDirectory();

/** The file meant by a name, with or without `.json`, or undefined when there is none. */
export const fileOf = (name: string): string | undefined => [name, `${name}.json`].find(isFile);

const looksLikeAPath = (name: string): boolean => /[/\\]|\.json$/i.test(name);

const idsIn = (folder: string): string[] => readdirSync(folder).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []));

/** Reads a file, and the files of its bases when they stand beside it under their own id. */
function fromFile(path: string): Read<Chosen> {
  const catalogue = { ...builtInCatalogue, scenarios: [...scenarioIds, ...idsIn(dirname(path))], indicators: indicators.map(({ id }) => id) };
  const faults: Problem[] = [];
  const read = (file: string): Scenario | undefined => {
    const bytes = readBytes(file);
    const result = bytes.ok ? readScenario(bytes.bytes, file, catalogue) : { ok: false as const, problems: [bytes.problem] };
    faults.push(...(result.ok ? result.warnings : result.problems));
    return result.ok ? result.value : undefined;
  };
  const beside = (id: string): Scenario | undefined => {
    const file = join(dirname(path), `${id}.json`);
    return isFile(file) ? read(file) : undefined;
  };
  const scenario = read(path);
  const resolved = scenario && resolveScenario(scenario, (id) => findScenario(id) ?? beside(id), catalogue);
  if (resolved && !resolved.ok) faults.push(...resolved.problems);
  if (scenario && resolved?.ok) return { ok: true, value: { scenario, rules: resolved.value }, warnings: faults };
  return { ok: false, problems: faults.filter(({ severity }) => severity === 'problem') };
}

function builtIn(id: string): Read<Chosen> | undefined {
  const scenario = findScenario(id);
  if (!scenario) return undefined;
  const rules = resolveScenario(scenario, findScenario, builtInCatalogue);
  if (!rules.ok) throw new Error(`The scenario "${id}" of the product cannot be resolved.`);
  return { ok: true, value: { scenario, rules: rules.value }, warnings: [] };
}

/** The scenario meant by an id of the product, or by a path with or without `.json`. */
export function chooseScenario(name: string): Read<Chosen> {
  const known = builtIn(name);
  if (known) return known;
  const file = fileOf(name);
  if (file !== undefined) return fromFile(file);
  const id = basename(name).replace(/\.json$/i, '');
  const near = scenarioIds.includes(id) ? id : nearest(id, scenarioIds);
  if (existsSync(name)) return { ok: false, problems: [problem('file-is-folder', name)] };
  if (looksLikeAPath(name) && near === undefined) return { ok: false, problems: [problem('file-missing', name)] };
  return {
    ok: false,
    problems: [problem('unknown-scenario', name.trim() === '' ? `"${name}"` : name, { expected: scenarioIds.join(', '), ...(near ? { nearest: near } : {}) })],
  };
}
