import { type Lever, levers, type Mechanism, mechanisms, type Parameter, parameters, phases, type Source, wholeMonth } from '../../engine/index.ts';
import type { Lang } from '../../io/format.ts';
import { sourceTitle } from '../../io/source-title.ts';
import { plain, unitName } from '../figures.ts';
import { dictionary } from '../i18n/index.ts';
import { testOf } from '../mechanism-data.ts';
import { blocks, code, heading, tableOf } from './markdown.ts';
import { phaseName } from './process.ts';
import type { Prose } from './prose.ts';
import { submodelsEn } from './submodels.en.ts';
import { submodelsFr } from './submodels.fr.ts';
import { groupWords, partWords, roleWords } from './vocabulary.ts';
import { seedsInFull, words } from './words.ts';

const colon = { fr: '\u00a0: ', en: ': ' } as const;

const cited = ({ title, date, url, row }: Source, lang: Lang): string =>
  [sourceTitle(title, lang), date && !title.includes(date) ? date : '', url ?? '', row ? `[${row}]` : ''].filter(Boolean).join(', ');

const between = ([low, high]: readonly [number, number], lang: Lang): string => dictionary(lang).figures.spread(plain(low, lang), plain(high, lang));

function parameterTable(list: readonly (readonly [id: string, parameter: Parameter])[], lang: Lang): string {
  if (list.length === 0) return words.noParameter[lang];
  const head = [words.parameter, words.name, words.unit, words.value, words.range, words.role, words.grade, words.source].map((title) => title[lang]);
  const rows = list.map(([id, p]) => [
    code(id),
    p.label[lang],
    unitName(p.unit, lang),
    plain(p.value, lang),
    between(p.range, lang),
    roleWords[p.role]?.[lang] ?? p.role,
    dictionary(lang).describe.grades[p.evidence],
    cited(p.source, lang),
  ]);
  return tableOf(head, rows);
}

const said = (title: { readonly fr: string; readonly en: string }, text: string, lang: Lang): string => `- **${title[lang]}**${colon[lang]}${text}`;

function submodel(m: Mechanism, lang: Lang): string {
  const acting = phases.filter((phase) => m.steps[phase]).map((phase) => phaseName(phase, lang));
  const terms = (m.terms ?? []).map(({ name }) => code(name));
  const facts = [
    said(words.key, code(m.key), lang),
    said(words.comesFrom, seedsInFull(m, lang), lang),
    said(words.phases, acting.join(', '), lang),
    ...(terms.length > 0 ? [said(words.terms, terms.join(', '), lang)] : []),
    said(words.pattern, m.pattern[lang], lang),
    said(words.test, code(testOf(m)), lang),
    said(words.off, m.off.words[lang], lang),
    said(words.sources, m.sources.map((source) => cited(source, lang)).join(lang === 'fr' ? '\u202f; ' : '; '), lang),
  ];
  const own = Object.entries(m.parameters).map(([name, p]) => [`${m.key}.${name}`, p] as const);
  return blocks(
    heading(3, `${m.id} ${m.label[lang]}`),
    (lang === 'fr' ? submodelsFr : submodelsEn)[m.key] ?? m.pattern[lang],
    facts.join('\n'),
    parameterTable(own, lang),
  );
}

/** Groups of parameters that belong to no mechanism and are no lever. */
function groupsBeneath(): ReadonlyMap<string, readonly (readonly [string, Parameter])[]> {
  const taken = new Set([...levers.map(({ id }) => id), ...mechanisms.flatMap((m) => Object.keys(m.parameters).map((name) => `${m.key}.${name}`))]);
  const groups = new Map<string, (readonly [string, Parameter])[]>();
  for (const entry of parameters) {
    if (taken.has(entry[0])) continue;
    const group = entry[0].slice(0, entry[0].indexOf('.'));
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  return groups;
}

function beneath(prose: Prose, lang: Lang): string {
  const parts = wholeMonth().flatMap(({ part, phase }) => (part === undefined ? [] : [[code(part), phaseName(phase, lang), partWords[part]?.[lang] ?? '']]));
  return blocks(
    heading(3, words.beneath[lang]),
    prose.beneath,
    tableOf([words.part[lang], words.phase[lang], words.does[lang]], parts),
    ...[...groupsBeneath()].flatMap(([group, list]) => [heading(4, `${groupWords[group]?.[lang] ?? group} (${code(group)})`), parameterTable(list, lang)]),
  );
}

/** What some values of a lever mean, or each value of a choice. */
function valuesOf({ levels = [], choices = [] }: Lever, lang: Lang): string {
  const told = levels.length > 0 ? levels : choices.map(({ label }, value) => ({ value, label }));
  return told.map(({ value, label }) => `${plain(value, lang)} = ${label[lang]}`).join(lang === 'fr' ? '\u202f; ' : '; ');
}

function leverTable(lang: Lang): string {
  const head = [words.lever, words.name, words.unit, words.value, words.range, words.changes, words.cost, words.levels, words.grade, words.source].map(
    (title) => title[lang],
  );
  const idOf = new Map(mechanisms.map(({ key, id }) => [key, id]));
  const rows = levers.map((l) => [
    code(l.id),
    l.bundle ? `${l.label[lang]} (${words.bundle[lang]})` : l.label[lang],
    unitName(l.unit, lang),
    plain(l.value, lang),
    between(l.range, lang),
    l.meaning[lang],
    `${l.cost.meaning[lang]} (${idOf.get(l.cost.mechanism) ?? l.cost.mechanism})`,
    valuesOf(l, lang),
    dictionary(lang).describe.grades[l.evidence],
    cited(l.source, lang),
  ]);
  return tableOf(head, rows);
}

/** Every mechanism, what stands beneath them, and the levers. */
export const submodels = (prose: Prose, lang: Lang): string =>
  blocks(prose.submodels, ...mechanisms.map((m) => submodel(m, lang)), beneath(prose, lang), heading(3, words.levers[lang]), prose.levers, leverTable(lang));
