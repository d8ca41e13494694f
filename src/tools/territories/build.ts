import type { Territory } from '../../engine/index.ts';
import { benefit } from './benefit.ts';
import { brussels } from './brussels.ts';
import { fitCaseload, paidHouseholds } from './caseload.ts';
import { need } from './facts.ts';
import { published } from './figure.ts';
import { compensation, insertionShare } from './funding.ts';
import { portrait } from './portrait.ts';
import { type Departement, readSources, type Sources } from './sources.ts';
import { filesPerWorker, leads } from './steering.ts';
import { zonesOf } from './zones.ts';

/**
 * Text of one territory file per département, and of Brussels-Capital, by slug, from the sources that `read` gives by file name.
 * The same sources give the same bytes on every host. Throws when a figure is missing and no estimate holds.
 */
export function buildTerritories(read: (file: string) => string): ReadonlyMap<string, string> {
  const sources = readSources(read);
  const territoryOf = builder(sources);
  const abroad = brussels(sources);
  return new Map([...sources.departements.map((departement) => [departement.id, fileText(territoryOf(departement))] as const), [abroad.id, fileText(abroad)]]);
}

function builder(sources: Sources): (departement: Departement) => Territory {
  const model = fitCaseload(sources);
  const parts = {
    benefit: benefit(sources),
    compensation: compensation(sources),
    insertionShare: insertionShare(sources),
    leads: leads(sources),
    filesPerWorker: filesPerWorker(sources),
  };
  return (departement) => {
    const { code, id, fr, en } = departement;
    const label = { fr, en };
    const context = (indicator: string, year?: string) => need(sources.context, code, indicator, year);
    const territory: Territory = {
      code,
      id,
      label,
      population: published(context('population'), 'persons'),
      workingAge: published(context('population_15_69'), 'persons'),
      unemployment: published(latestUnemployment(sources, code), '%', 1),
      poverty: published(context('poverty'), '%', 1),
      minimumIncomeHouseholds: paidHouseholds(sources, departement, model),
      benefit: parts.benefit(departement),
      compensation: parts.compensation(departement),
      insertionShare: parts.insertionShare(departement),
      leads: parts.leads(departement),
      filesPerWorker: parts.filesPerWorker(departement),
      zones: zonesOf(sources.zones, { code, id, label }),
    };
    return withPortrait(territory, sources);
  };
}

function withPortrait({ code, id, label, ...figures }: Territory, { portraits }: Sources): Territory {
  const template = portraits.get(code);
  if (!template) return { code, id, label, ...figures };
  return { code, id, label, portrait: portrait(template, { code, id, label, ...figures }), preset: true, ...figures };
}

function latestUnemployment({ context }: Sources, departement: string) {
  const rates = context.filter(({ code, indicator }) => code === departement && indicator === 'unemployment').toSorted((a, b) => (a.year < b.year ? -1 : 1));
  const latest = rates.at(-1);
  if (!latest) throw new Error(`No unemployment rate for ${departement}.`);
  return latest;
}

function fileText(territory: Territory): string {
  const file = { $schema: '../schemas/territory.schema.json', schema: 'parcours/territory@1', ...territory };
  return `${JSON.stringify(file, null, 2)}\n`;
}
