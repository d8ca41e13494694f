import type { Figure, Territory } from '../engine/index.ts';
import { loadTerritory, territoryIndex } from '../io/catalogue.ts';
import { formatNumber } from '../io/format.ts';
import { vocabularyOf } from '../io/i18n/vocabulary.ts';
import { setInFrench } from '../io/source-title.ts';
import { unitName } from './figures.ts';
import { heldLines, holders } from './held-values.ts';
import { dictionary } from './i18n/index.ts';
import { computeLevels, levelLines } from './levels.ts';
import { fold, type Row, table } from './table.ts';
import type { Terminal } from './terminal.ts';
import { chooseTerritory } from './territories.ts';
import { described, type Topic } from './topic.ts';

const isFigure = (value: unknown): value is Figure => typeof value === 'object' && value !== null && 'evidence' in value;

/** Every figure of a territory by its path, `leads.other` included. */
export function figuresOf(territory: Territory): (readonly [path: string, figure: Figure])[] {
  return Object.entries(territory).flatMap(([name, value]) => {
    if (isFigure(value)) return [[name, value] as const];
    if (name === 'refund') return refundFigures(territory.refund!);
    if (name !== 'leads' && name !== 'filesPerWorker') return [];
    return Object.entries(value as Record<string, Figure>).map(([part, figure]) => [`${name}.${part}`, figure] as const);
  });
}

const refundFigures = ({ scale, growth, tolerance, decay, underContract }: NonNullable<Territory['refund']>): (readonly [string, Figure])[] => [
  ...scale.map(({ from, share }) => [`refund.from.${from}`, share] as const),
  ...Object.entries({ growth, tolerance, decay, underContract }).map(([part, figure]) => [`refund.${part}`, figure] as const),
];

/** A figure of a territory, written with as many decimals as it was published with, at most three. */
function written(value: number, { lang }: Terminal): string {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return formatNumber(value, lang, Math.min(3, decimals));
}

/** One territory: its portrait, and every figure with its year, grade, interval and source. */
function detail(territory: Territory, terminal: Terminal): string[] {
  const { lang, width } = terminal;
  const words = dictionary(lang).describe;
  const names: Readonly<Record<string, string>> = { ...words.figures, ...vocabularyOf(territory, lang).figures };
  const rows = figuresOf(territory).flatMap(([path, { value, unit, year, evidence, source, low, high }]): Row[] => [
    [
      names[path] ?? path,
      written(value, terminal),
      unitName(unit, lang),
      year,
      words.grades[evidence],
      low === undefined || high === undefined ? '' : dictionary(lang).figures.spread(written(low, terminal), written(high, terminal)),
    ],
    { across: setInFrench(source), indent: 4 },
  ]);
  const columns = [
    { title: words.figure, folds: true },
    { title: words.value, align: 'right' as const },
    { title: words.unit },
    { title: words.year },
    { title: words.grade },
    { title: words.interval },
  ];
  const portrait = territory.portrait ? ['', ...fold(territory.portrait[lang], width)] : [];
  return [`${territory.label[lang]} (${territory.code}, ${territory.id})`, ...portrait, '', ...table(columns, rows, width), ...heldLines(territory, terminal)];
}

async function list(terminal: Terminal) {
  const { lang, width } = terminal;
  const words = dictionary(lang).describe;
  const all = await Promise.all(territoryIndex.map(async ({ id, preset }) => ({ preset, territory: (await loadTerritory(id))! })));
  const data = all.map(({ preset, territory }) => ({
    id: territory.id,
    code: territory.code,
    label: territory.label,
    preset,
    unemployment: territory.unemployment,
    minimumIncomeHouseholds: territory.minimumIncomeHouseholds,
    ownParameters: Object.keys(territory.values ?? {}),
  }));
  const rows = data.map((t) => [
    t.id,
    t.code,
    t.label[lang],
    t.preset ? words.yes : '',
    `${written(t.unemployment.value, terminal)}${lang === 'fr' ? '\u00a0' : ''}%`,
    formatNumber(t.minimumIncomeHouseholds.value, lang),
    words.grades[t.minimumIncomeHouseholds.evidence],
  ]);
  const columns = [
    { title: words.id },
    { title: words.code },
    { title: words.name, folds: true },
    { title: words.preset },
    { title: words.unemployment, align: 'right' as const },
    { title: words.households, align: 'right' as const },
    { title: words.grade },
  ];
  const territories = all.map(({ territory }) => territory);
  return described(data, () => [...table(columns, rows, width), ...holders(territories, terminal)]);
}

/** `describe territories`: all of them; with `--territory`, one with its figures. */
export const territoriesTopic: Topic = async ({ territory: query }, terminal) => {
  if (query === undefined) return list(terminal);
  const choice = await chooseTerritory(query);
  if (!choice.ok) return choice;
  const territory = choice.value;
  const levels = await computeLevels(territory, terminal);
  return described({ ...territory, levels }, () => [...detail(territory, terminal), ...levelLines(levels, territory.label[terminal.lang], terminal)]);
};
