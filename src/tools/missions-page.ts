import { indicators, modelVersion } from '../engine/index.ts';
import { contrastOf, contrasts } from '../experiments/factorial.ts';
import { studentQuantile } from '../experiments/student.ts';
import { moments } from '../experiments/sums.ts';
import { formatNumber, type Lang } from '../io/format.ts';
import { asked, type Cells, judged, missions, outcomes } from './missions-runs.ts';

const words = {
  fr: {
    title: '# Les cinq missions d’un groupement, seules et ensemble',
    head: (
      n: number,
    ) => `Les 32 groupements possibles (chaque mission remplie ou non\u00a0; même pot commun, mêmes réunions), Aude, ${formatNumber(asked.population, 'fr')} personnes, ${asked.months} mois, groupement fondé au mois 24, ${n} tirages, mêmes personnes et même chance partout.
Un contraste est la moyenne des groupements où le produit des signes des missions nommées est positif, moins la moyenne des autres\u00a0: l’effet moyen d’une mission, ou ce que deux missions ou plus apportent (ou coûtent) ensemble en plus de leurs effets séparés.
Les intervalles sont simultanés\u00a0: ensemble à 95 % sur les 31 contrastes d’une colonne (Bonferroni). En gras, ceux qui excluent zéro.`,
    ways: { separate: '## Chaque structure jugée à part', joint: '## Toutes jugées ensemble' },
    names: ['diagnostic', 'programmes', 'intégration', 'ingénierie', 'évaluation'],
    contrast: 'Contraste',
    multiplier: 'Les cinq ensemble, moins la somme des cinq seules (intervalle à 95 % pour ce seul chiffre)',
    and: ' × ',
  },
  en: {
    title: '# The five missions of a grouping, alone and together',
    head: (
      n: number,
    ) => `The 32 possible groupings (each mission filled or not; the same common pot and meetings), Aude, ${formatNumber(asked.population, 'en')} people, ${asked.months} months, grouping founded in month 24, ${n} replications, the same people and luck everywhere.
A contrast is the mean of the groupings where the product of signs of the missions named is positive, less the mean of the others: the mean effect of a mission, or what two or more missions bring (or cost) together beyond their separate effects.
Intervals are simultaneous: together 95% over the 31 contrasts of a column (Bonferroni). In bold, those that exclude zero.`,
    ways: { separate: '## Each structure judged apart', joint: '## All judged together' },
    names: ['diagnosis', 'programmes', 'integration', 'engineers', 'evaluation'],
    contrast: 'Contrast',
    multiplier: 'The five together, less the sum of the five alone (95% interval for this figure alone)',
    and: ' × ',
  },
} as const;

/** A mean over replications with its two-sided interval at `confidence`, written; bold when it excludes zero. */
function written(values: readonly number[], confidence: number, digits: number, lang: Lang): string {
  const { n, mean, sd } = moments(values);
  const half = (studentQuantile((1 + confidence) / 2, n - 1) * sd) / Math.sqrt(n);
  const one = (value: number) => formatNumber(value, lang, digits);
  const text = `${one(mean)} [${one(mean - half)}${lang === 'fr' ? '\u00a0; ' : ', '}${one(mean + half)}]`;
  return mean - half > 0 || mean + half < 0 ? `**${text}**` : text;
}

const excess = (cells: readonly number[]): number => {
  const single = missions.reduce((sum, _, k) => sum + cells[1 << k]! - cells[0]!, 0);
  return cells[cells.length - 1]! - cells[0]! - single;
};

function table(cells: Cells, way: (typeof judged)[number], lang: Lang): string {
  const w = words[lang];
  const all = contrasts(missions.length);
  const simultaneous = 1 - 0.05 / all.length;
  const column = (id: string) => cells[way].map((replication) => replication.map((cell) => cell[id]!));
  const digits = (id: string) => indicators.find((i) => i.id === id)!.digits + 1;
  const name = (contrast: number) => w.names.filter((_, k) => contrast & (1 << k)).join(w.and);
  const row = (label: string, read: (replication: readonly number[]) => number, confidence: number) => [
    label,
    ...outcomes.map((id) => written(column(id).map(read), confidence, digits(id), lang)),
  ];
  const rows = [
    [w.contrast, ...outcomes.map((id) => indicators.find((i) => i.id === id)!.label[lang])],
    ['---', ...outcomes.map(() => '--:')],
    ...all.map((contrast) => row(name(contrast), (replication) => contrastOf(replication, contrast), simultaneous)),
    row(w.multiplier, excess, 0.95),
  ];
  return rows.map((cellsOfRow) => `| ${cellsOfRow.join(' | ')} |`).join('\n');
}

/** The 2⁵ study as a page, French first; `npm run missions` rewrites it. */
export function missionsPage(cells: Cells, replications: number): string {
  const section = (lang: Lang) =>
    [words[lang].title, words[lang].head(replications), ...judged.flatMap((way) => [words[lang].ways[way], table(cells, way, lang)])].join('\n\n');
  return `${section('fr')}\n\n---\n\n${section('en')}\n\nModel ${modelVersion}, \`npm run missions\`.\n`;
}
