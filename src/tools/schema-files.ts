import { builtInCatalogue } from '../io/catalogue.ts';
import { calibrationExperimentIds } from '../io/known-experiments.ts';
import { calibrationSchema, experimentSchema, posteriorSchema, scenarioSchema, territorySchema } from '../io/schema.ts';
import { readTerritory } from '../io/territory.ts';
import { territoryTexts } from '../io/territory-texts.ts';

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

/** The list of territories, small enough for the first page: presets first, then by code. */
function territoryIndex(): unknown {
  const entries = [...territoryTexts].map(([id, text]) => {
    const territory = readTerritory(text, `scenarios/territories/${id}.json`);
    if (!territory.ok) throw new Error(`scenarios/territories/${id}.json is not valid: run parcours check on it.`);
    const { code, label, preset = false, country, also } = territory.value;
    return { id, code, label: { fr: label.fr, en: label.en }, preset, ...(country ? { country } : {}), ...(also ? { also } : {}) };
  });
  return entries.toSorted((a, b) => Number(b.preset) - Number(a.preset) || (a.code < b.code ? -1 : 1));
}

/** What is generated from the registries and the territory files, by path from the root of the repository. */
export const generatedFiles = (): ReadonlyMap<string, string> =>
  new Map([
    ['scenarios/schemas/scenario.schema.json', json(scenarioSchema(builtInCatalogue))],
    ['scenarios/schemas/territory.schema.json', json(territorySchema())],
    ['scenarios/schemas/calibration.schema.json', json(calibrationSchema(builtInCatalogue, calibrationExperimentIds()))],
    ['scenarios/schemas/experiment.schema.json', json(experimentSchema(builtInCatalogue))],
    ['scenarios/schemas/posterior.schema.json', json(posteriorSchema())],
    ['src/io/territory-index.json', json(territoryIndex())],
  ]);
