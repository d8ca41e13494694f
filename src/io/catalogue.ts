import type { Territory } from '../engine/index.ts';
import { problemLine } from './i18n/index.ts';
import { engineCatalogue } from './known.ts';
import type { Named } from './names.ts';
import type { Read } from './problem.ts';
import { type Names, readScenario, type Scenario } from './scenario.ts';
import { posteriorIds } from './posteriors.ts';
import { readTerritory } from './territory.ts';
import index from './territory-index.json' with { type: 'json' };

const texts = import.meta.glob<string>('../../scenarios/*.json', { eager: true, query: '?raw', import: 'default' });

const idOf = (path: string) => path.slice(path.lastIndexOf('/') + 1, -'.json'.length);

/** The scenarios that come with the product, as texts by id: the reference first, then by name. */
export const scenarioTexts: ReadonlyMap<string, string> = new Map(
  Object.entries(texts)
    .map(([path, text]) => [idOf(path), text] as const)
    .toSorted(([a], [b]) => Number(b === 'status-quo') - Number(a === 'status-quo') || (a < b ? -1 : 1)),
);

export const scenarioIds: readonly string[] = [...scenarioTexts.keys()];

/** The engine's names, the scenarios that a file may take as its base, and the territories it may take as its own. */
export const builtInCatalogue: Names = { ...engineCatalogue, scenarios: scenarioIds, territories: index, posteriors: posteriorIds };

const read = new Map<string, Scenario>();

/** A scenario that comes with the product, or undefined. Throws when one is not valid: that is a fault of the product. */
export function findScenario(id: string): Scenario | undefined {
  const text = scenarioTexts.get(id);
  if (text === undefined) return undefined;
  const known = read.get(id);
  if (known) return known;
  const scenario = mustRead(readScenario(text, `scenarios/${id}.json`, builtInCatalogue));
  read.set(id, scenario);
  return scenario;
}

/** A line of the list of territories: enough to choose one before its file is loaded. */
export interface TerritoryEntry extends Named {
  readonly preset: boolean;
  /** France when it is not stated. */
  readonly country?: string;
}

/** Every territory that comes with the product: presets first, then by code. */
export const territoryIndex: readonly TerritoryEntry[] = index;

/** A territory by id. Its text is loaded on the first call (one file for all, apart from the first page). Undefined when there is none. */
export async function loadTerritory(id: string): Promise<Territory | undefined> {
  const { territoryTexts } = await import('./territory-texts.ts');
  const text = territoryTexts.get(id);
  return text === undefined ? undefined : mustRead(readTerritory(text, `scenarios/territories/${id}.json`));
}

function mustRead<T>(result: Read<T>): T {
  if (result.ok) return result.value;
  throw new Error(result.problems.map((problem) => problemLine(problem, 'en')).join('\n'));
}
