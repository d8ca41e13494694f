import { builtInCatalogue, findScenario, loadTerritory, scenarioIds, territoryIndex } from '../../src/io/catalogue.ts';
import { problemSentence } from '../../src/io/i18n/index.ts';
import { loadPosterior, posteriorOf } from '../../src/io/posteriors.ts';
import { readScenario, resolveScenario } from '../../src/io/scenario.ts';
import type { Library, Ruled } from './library.ts';

function opened(id: string): Ruled {
  const scenario = findScenario(id);
  if (!scenario) throw new Error(`No scenario is called "${id}".`);
  const rules = resolveScenario(scenario, findScenario, builtInCatalogue);
  if (!rules.ok) throw new Error(rules.problems.map((problem) => problemSentence(problem, 'en')).join('\n'));
  return { ...scenario, rules: rules.value };
}

/** What comes with the product. Scenarios that cannot be resolved and files that cannot be read are a fault of the product and throw. */
export const builtInLibrary = (): Library => ({
  scenarios: scenarioIds.map(opened),
  readScenario(source, file) {
    const read = readScenario(source, file, builtInCatalogue);
    if (!read.ok) return read;
    const rules = resolveScenario(read.value, findScenario, builtInCatalogue);
    return rules.ok ? { ...read, value: { ...read.value, rules: rules.value } } : rules;
  },
  territories: territoryIndex,
  async loadTerritory(id) {
    const found = await loadTerritory(id);
    if (!found) throw new Error(`No territory is called "${id}".`);
    return found;
  },
  posteriorOf: (territory) => posteriorOf(territoryIndex.find(({ id }) => id === territory)?.country),
  async loadPosterior(id) {
    const found = await loadPosterior(id);
    if (!found?.ok) throw new Error(found?.problems.map((problem) => problemSentence(problem, 'en')).join('\n') ?? `No posterior is called "${id}".`);
    return found.value;
  },
});
