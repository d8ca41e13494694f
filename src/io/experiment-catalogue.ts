import type { Territory } from '../engine/index.ts';
import { averageTerritory } from '../experiments/levels.ts';
import { cutInZones } from '../experiments/trial/grid.ts';
import { builtInCatalogue, findScenario, loadTerritory, scenarioIds, territoryIndex } from './catalogue.ts';
import type { Surroundings } from './experiment.ts';
import { matchTerritory } from './names.ts';
import { resolveScenario } from './resolve.ts';

const texts = import.meta.glob<string>('../../scenarios/evidence/*.json', { eager: true, query: '?raw', import: 'default' });

/** The virtual experiments that come with the product, as texts by id. */
export const experimentTexts: ReadonlyMap<string, string> = new Map(
  Object.entries(texts)
    .map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), text] as const)
    .toSorted(([a], [b]) => (a < b ? -1 : 1)),
);

/** The rule books and territories that a virtual experiment may name. Loads every territory, for the average département. */
export async function productSurroundings(): Promise<Surroundings> {
  const all = (await Promise.all(territoryIndex.map(({ id }) => loadTerritory(id)))) as Territory[];
  const byId = new Map(all.map((territory) => [territory.id, territory]));
  const average = averageTerritory(all);
  return {
    scenarioIds,
    rules(id) {
      const scenario = findScenario(id);
      const resolved = scenario && resolveScenario(scenario, findScenario, builtInCatalogue);
      return resolved?.ok ? resolved.value : undefined;
    },
    territory(name, zones) {
      const entry = name === undefined ? undefined : matchTerritory(name, territoryIndex);
      const territory = name === undefined ? average : entry && byId.get(entry.id);
      return territory && zones !== undefined ? cutInZones(territory, zones) : territory;
    },
  };
}
