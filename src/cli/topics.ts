import { indicators, levers, mechanisms, type Parameter } from '../engine/index.ts';
import { findScenario, scenarioIds } from '../io/catalogue.ts';
import { formatNumber, type Lang } from '../io/format.ts';
import type { Read } from '../io/problem.ts';
import { sourceTitle } from '../io/source-title.ts';
import { engineCatalogue } from '../io/scenario.ts';
import { plain, unitName } from './figures.ts';
import { dictionary } from './i18n/index.ts';
import { mechanismData } from './mechanism-data.ts';
import { type Column, pad, type Row, table, textWidth } from './table.ts';
import { territoriesTopic } from './territory-topic.ts';
import { type Described, described, type Topic } from './topic.ts';

const range = ({ range: [low, high] }: Parameter, lang: Lang): string => dictionary(lang).figures.spread(plain(low, lang), plain(high, lang));

const left = (title: string, folds = false): Column => ({ title, folds });
const right = (title: string): Column => ({ title, align: 'right' });

const scenarios: Topic = (_, terminal) => {
  const { lang, width } = terminal;
  const words = dictionary(lang).describe;
  const list = scenarioIds.map((id) => findScenario(id)!);
  const data = list.map(({ id, title, question, story, base, timeline, set }) => ({ id, title, question, story, base, set, timeline }));
  const rows = list.flatMap(({ id, title, question }): Row[] => [[id, title[lang]], { across: question[lang], indent: 4 }]);
  return described(data, () => table([left(words.id), left(words.title, true)], rows, width));
};

const leversTopic: Topic = (_, terminal) => {
  const { lang, width } = terminal;
  const words = dictionary(lang).describe;
  const rows = levers.flatMap((lever): Row[] => [
    [lever.id, lever.label[lang], plain(lever.value, lang), range(lever, lang), unitName(lever.unit, lang), words.grades[lever.evidence]],
    { across: `${lever.meaning[lang]} ${words.costs(lever.cost.meaning[lang])}`, indent: 4 },
    ...(lever.levels ?? []).map(({ value, label }) => ({ across: `${plain(value, lang)} = ${label[lang]}`, indent: 6 })),
  ]);
  const columns = [left(words.id), left(words.name, true), right(words.value), right(words.range), left(words.unit, true), left(words.grade)];
  return described(levers, () => table(columns, rows, width));
};

const mechanismsTopic: Topic = (_, terminal) => {
  const { lang, width } = terminal;
  const words = dictionary(lang).describe;
  const rows = mechanisms.flatMap(({ id, key, label, pattern }): Row[] => [[id, key, label[lang]], { across: pattern[lang], indent: 4 }]);
  return described(mechanisms.map(mechanismData), () => table([left(words.id), left(words.key), left(words.name, true)], rows, width));
};

const indicatorsTopic: Topic = (_, terminal) => {
  const { lang, width } = terminal;
  const words = dictionary(lang);
  const rows = indicators.flatMap((indicator): Row[] => [
    [indicator.id, indicator.label[lang], unitName(indicator.unit, lang), words.windows[indicator.window], words.describe.betterIs[indicator.better]],
    { across: `${indicator.definition[lang]} ${words.describe.outOf(indicator.denominator[lang])}`, indent: 4 },
  ]);
  const { id, name, unit, window, better } = words.describe;
  const data = indicators.map((indicator) => Object.fromEntries(Object.entries(indicator).filter(([, value]) => typeof value !== 'function')));
  return described(data, () => table([left(id), left(name, true), left(unit), left(window), left(better)], rows, width));
};

const parametersTopic: Topic = (_, terminal) => {
  const { lang, width } = terminal;
  const words = dictionary(lang).describe;
  const list = [...engineCatalogue.parameters].toSorted(([a], [b]) => (a < b ? -1 : 1));
  const rows = list.flatMap(([id, p]): Row[] => [
    [id, p.label[lang], plain(p.value, lang), range(p, lang), unitName(p.unit, lang), words.grades[p.evidence]],
    { across: [sourceTitle(p.source.title, lang), p.source.date, p.source.url].filter(Boolean).join(', '), indent: 4 },
  ]);
  const columns = [left(words.id), left(words.name, true), right(words.value), right(words.range), left(words.unit, true), left(words.grade)];
  return described(Object.fromEntries(list), () => table(columns, rows, width));
};

const overview: Topic = (values, terminal) => {
  const { lang } = terminal;
  const words = dictionary(lang).describe;
  const counts = [
    ['scenarios', scenarioIds.length, words.scenarios],
    ['levers', levers.length, words.levers],
    ['mechanisms', mechanisms.length, words.mechanisms],
    ['indicators', indicators.length, words.indicators],
    ['parameters', engineCatalogue.parameters.size, words.parameters],
  ] as const;
  const names = Math.max(...counts.map(([name]) => textWidth(name))) + 2;
  const read = scenarios(values, terminal) as Extract<Read<Described>, { ok: true }>;
  return described({ scenarios: read.value.data, counts: Object.fromEntries(counts.map(([name, count]) => [name, count])) }, () => [
    ...read.value.lines(),
    '',
    words.topics,
    ...counts.map(([name, count, label]) => `  ${pad(name, names)}${formatNumber(count, lang)} ${label.toLowerCase()}`),
    '',
    words.more,
  ]);
};

/** What `describe` can tell, by the word that asks for it. */
export const topics = {
  overview,
  scenarios,
  territories: territoriesTopic,
  levers: leversTopic,
  mechanisms: mechanismsTopic,
  indicators: indicatorsTopic,
  parameters: parametersTopic,
} as const satisfies Readonly<Record<string, Topic>>;

export type TopicName = keyof typeof topics;
export const isTopic = (name: string): name is TopicName => Object.hasOwn(topics, name);
