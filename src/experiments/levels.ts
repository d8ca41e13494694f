import type { RunResult, Territory, Text } from '../engine/index.ts';
import { estimate } from './estimate.ts';
import type { Estimate } from './types.ts';

/** A level published for France, that the model must meet at status quo. */
export interface Level {
  readonly id: string;
  readonly label: Text;
  /** Published value, %. */
  readonly published: number;
  /** Row of the evidence it comes from. */
  readonly row: `effect:${string}`;
  readonly source: string;
}

const panel = 'DREES 2023, panel 2010-2020';
const year = 'DREES, ER 1073, 2014 → 2015';
const takeUp = 'DREES 2022, non-recours au RSA';
const oarsa = 'DREES 2024, OARSA fin 2023';

const level = (id: string, fr: string, en: string, published: number, row: Level['row'], source: string): Level => ({
  id,
  label: { fr, en },
  published,
  row,
  source,
});

/** The levels of D1 to D4, R4 and R5: calibration targets, never counted as tests. */
export const levels: readonly Level[] = [
  level('persistent', 'Présents à chaque fin d’année pendant dix ans', 'Present every year-end for ten years', 21.1, 'effect:D1', panel),
  level('persistent-entrants', '— entrés depuis moins d’un an', '— entered less than a year ago', 10, 'effect:D1', panel),
  level('persistent-old', '— présents depuis quatre ans et plus', '— present for four years or more', 36.7, 'effect:D1', panel),
  level('left-first-year', 'Sortis pour de bon la première année', 'Left for good in the first year', 13.4, 'effect:D1', panel),
  level('left-first-year-entrants', '— entrés depuis moins d’un an', '— entered less than a year ago', 22.4, 'effect:D1', panel),
  level('left-first-year-old', '— présents depuis quatre ans et plus', '— present for four years or more', 5, 'effect:D1', panel),
  level('returned', 'Sortis puis revenus', 'Left and came back', 40.7, 'effect:D2', panel),
  level('returned-twice', 'Sortis puis revenus deux fois ou plus', 'Left and came back twice or more', 10.4, 'effect:D2', panel),
  level('left-for-good', 'Sortis pour de bon en dix ans', 'Left for good within ten years', 38.2, 'effect:D2', panel),
  level('present-at-ten-years', 'Présents au bout de dix ans', 'Present after ten years', 42.2, 'effect:D2', panel),
  level(
    'left-first-year-working',
    'Sortis pour de bon la première année, en emploi au départ',
    'Left for good in the first year, in work at the start',
    26.4,
    'effect:D3',
    panel,
  ),
  level(
    'left-first-year-not-working',
    'Sortis pour de bon la première année, sans emploi au départ',
    'Left for good in the first year, not in work at the start',
    11.3,
    'effect:D3',
    panel,
  ),
  level('out-after-a-year', 'Sortis un an après', 'Out a year later', 25, 'effect:D4', year),
  level('in-work-after-a-year', 'Sortis et en emploi un an après', 'Out and in work a year later', 11, 'effect:D4', year),
  level('insured-after-a-year', 'Au chômage un an après', 'On unemployment a year later', 6, 'effect:D4', year),
  level('non-take-up', 'Non-recours', 'Non-take-up', 34, 'effect:R4', takeUp),
  level('oriented', 'Orientés', 'Oriented', 86, 'effect:R5', oarsa),
  level('oriented-under-6', '— droit ouvert depuis moins de 6 mois', '— right open for less than 6 months', 57, 'effect:R5', oarsa),
  level('oriented-6-to-12', '— de 6 à 12 mois', '— for 6 to 12 months', 82, 'effect:R5', oarsa),
  level('oriented-over-12', '— depuis un an et plus', '— for a year or more', 90, 'effect:R5', oarsa),
  level('led-by-employment-service', 'Suivis par France Travail', 'Led by the employment service', 40, 'effect:R5', oarsa),
  level('led-by-departement', 'Suivis par le département', 'Led by the département', 32, 'effect:R5', oarsa),
  level(
    'contract-outside-employment-service',
    'Avec un contrat, hors France Travail',
    'Holding a contract, outside the employment service',
    49,
    'effect:R5',
    oarsa,
  ),
];

export interface LevelReading {
  readonly level: Level;
  readonly model: Estimate;
  /** Model less published, points. */
  readonly gap: number;
}

/** Each level as the replications read it. Levels that need ten years are left out of shorter runs. */
export function readLevels(results: readonly RunResult[]): LevelReading[] {
  const runs = [...results].sort((a, b) => a.replication - b.replication);
  return levels.flatMap((one) => {
    const values = runs.map((r) => r.levels[one.id]);
    if (values.some((v) => v === undefined)) return [];
    const model = estimate(Float64Array.from(values as number[]), 'level');
    return [{ level: one, model, gap: model.mean - one.published }];
  });
}

type Plain = { readonly value: number };

/** The average département: what national levels are read on. Territories of other countries are left out. Rates are weighted by minimum-income households, counts are plain means. */
export function averageTerritory(territories: readonly Territory[]): Territory {
  const all = territories.filter(({ country }) => country === undefined);
  const first = all[0];
  if (!first) throw new RangeError('An average needs at least one territory.');
  const weights = all.map((t) => t.minimumIncomeHouseholds.value);
  const total = weights.reduce((a, b) => a + b, 0);
  const rate = (get: (t: Territory) => Plain): number => all.reduce((sum, t, i) => sum + weights[i]! * get(t).value, 0) / total;
  const mean = (get: (t: Territory) => Plain): number => all.reduce((sum, t) => sum + get(t).value, 0) / all.length;
  const made = (value: number, unit: string) => ({
    value,
    unit,
    year: '2024',
    evidence: 'estimated' as const,
    source: 'Mean of the départements',
    low: value,
    high: value,
  });
  return {
    code: '00',
    id: 'departement-moyen',
    label: { fr: 'Département moyen', en: 'Average département' },
    population: made(
      mean((t) => t.population),
      first.population.unit,
    ),
    workingAge: made(
      mean((t) => t.workingAge),
      first.workingAge.unit,
    ),
    unemployment: made(
      rate((t) => t.unemployment),
      first.unemployment.unit,
    ),
    poverty: made(
      rate((t) => t.poverty),
      first.poverty.unit,
    ),
    minimumIncomeHouseholds: made(
      mean((t) => t.minimumIncomeHouseholds),
      first.minimumIncomeHouseholds.unit,
    ),
    benefit: made(
      rate((t) => t.benefit),
      first.benefit.unit,
    ),
    compensation: made(0.5, first.compensation.unit),
    insertionShare: made(
      rate((t) => t.insertionShare),
      first.insertionShare.unit,
    ),
    leads: { employmentService: made(0.4, 'share'), departement: made(0.32, 'share'), other: made(0.28, 'share') },
    filesPerWorker: {
      employmentService: made(
        rate((t) => t.filesPerWorker.employmentService),
        'persons per worker',
      ),
      departement: made(
        rate((t) => t.filesPerWorker.departement),
        'persons per worker',
      ),
      other: made(
        rate((t) => t.filesPerWorker.other),
        'persons per worker',
      ),
    },
    zones: [{ id: 'departement-moyen', label: { fr: 'Département moyen', en: 'Average département' }, share: 1 }],
  };
}
