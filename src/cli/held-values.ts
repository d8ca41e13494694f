import type { Territory } from '../engine/index.ts';
import { formatNumber } from '../io/format.ts';
import { engineCatalogue } from '../io/known.ts';
import { posteriorIds, posteriorOf } from '../io/posteriors.ts';
import { setInFrench } from '../io/source-title.ts';
import { plain, unitName } from './figures.ts';
import { dictionary } from './i18n/index.ts';
import { heldWords } from './i18n/held.ts';
import type { Study } from './study.ts';
import { fold, type Row, table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** The parameters that a territory holds: their value there and elsewhere, unit, year, grade, interval and source. Nothing when it holds none. */
export function heldLines({ values = {} }: Territory, terminal: Terminal): string[] {
  const { lang, width } = terminal;
  const { describe, figures } = dictionary(lang);
  const words = heldWords[lang];
  const held = Object.entries(values);
  if (held.length === 0) return [];
  const rows = held.flatMap(([id, { value, year, evidence, source, low, high }]): Row[] => {
    const { label, unit, value: elsewhere } = engineCatalogue.parameters.get(id)!;
    const spread = low === undefined || high === undefined ? '' : figures.spread(plain(low, lang), plain(high, lang));
    return [
      [label[lang], plain(value, lang), plain(elsewhere, lang), unitName(unit, lang), year, describe.grades[evidence], spread],
      { across: `${id} — ${setInFrench(source)}`, indent: 4 },
    ];
  });
  const columns = [
    { title: words.parameter, folds: true },
    { title: describe.value, align: 'right' as const },
    { title: words.elsewhere, align: 'right' as const },
    { title: describe.unit, folds: true },
    { title: describe.year },
    { title: describe.grade },
    { title: describe.interval, folds: true },
  ];
  return ['', words.title, '', ...table(columns, rows, width), '', ...fold(words.note, width)];
}

/** How parameters stand in a study of a territory that holds some: in a line of its header. Nothing when it holds none. */
export function heldHeader(
  { territory: { values }, posterior, drawn }: Pick<Study, 'territory' | 'posterior' | 'drawn'>,
  { lang }: Terminal,
): (readonly [string, string])[] {
  if (!values) return [];
  const words = heldWords[lang];
  const [count, replaced] = [Object.keys(values).length, replacedBy(values, drawn)].map((n) => formatNumber(n, lang));
  return [[words.header, posterior ? words.drawn(count!, replaced!, posterior.id) : words.kept(count!)]];
}

const replacedBy = (values: NonNullable<Territory['values']>, drawn: Study['drawn']): number =>
  Object.keys(drawn?.(0) ?? {}).filter((id) => Object.hasOwn(values, id)).length;

/** Warns when a posterior of the product fitted on one country takes the place of values held by a territory of another. */
export function foreignPosterior(
  { territory: { values = {}, country }, posterior, drawn }: Pick<Study, 'territory' | 'posterior' | 'drawn'>,
  { lang }: Terminal,
): string[] {
  const own = posteriorOf(country);
  const foreign = posterior !== undefined && posterior.id !== own && posteriorIds.includes(posterior.id) && replacedBy(values, drawn) > 0;
  return foreign ? [heldWords[lang].foreign(posterior.id, own)] : [];
}

/** Which of these territories hold values of parameters, each in a sentence. */
export function holders(territories: readonly Territory[], { lang, width }: Terminal): string[] {
  const sentences = territories.flatMap(({ id, label, values = {} }) => {
    const count = Object.keys(values).length;
    return count === 0 ? [] : fold(heldWords[lang].listed(label[lang], id, formatNumber(count, lang)), width);
  });
  return sentences.length === 0 ? [] : ['', ...sentences];
}
