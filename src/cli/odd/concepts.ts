import { indicators, mechanisms, purposes, termNames } from '../../engine/index.ts';
import type { Lang } from '../../io/format.ts';
import { unitName } from '../figures.ts';
import { dictionary } from '../i18n/index.ts';
import { blocks, code, heading, tableOf } from './markdown.ts';
import type { Prose } from './prose.ts';
import { turnsEn } from '../../io/i18n/turns.en.ts';
import { turnsFr } from '../../io/i18n/turns.fr.ts';
import { purposeWords, termWords } from './vocabulary.ts';
import { words } from './words.ts';

function termTable(lang: Lang): string {
  const rows = termNames.map((name) => {
    const from = mechanisms.filter(({ terms = [] }) => terms.some((term) => term.name === name)).map(({ id, label }) => `${id} ${label[lang]}`);
    return [code(name), termWords[name]?.[lang] ?? (lang === 'fr' ? turnsFr : turnsEn).terms[name], from.join(', ') || words.kernel[lang]];
  });
  return tableOf([words.term[lang], words.meaning[lang], words.from[lang]], rows);
}

const purposeTable = (lang: Lang): string =>
  tableOf(
    [words.drawn[lang], words.meaning[lang]],
    purposes.map((purpose) => [code(purpose), purposeWords[purpose]?.[lang] ?? '']),
  );

function indicatorTable(lang: Lang): string {
  const { readings, windows, describe } = dictionary(lang);
  return blocks(
    ...(Object.keys(readings) as (keyof typeof readings)[]).flatMap((reading) => [
      heading(4, readings[reading]),
      tableOf(
        [words.indicator[lang], words.name[lang], words.unit[lang], words.window[lang], words.definition[lang], words.outOf[lang], words.better[lang]],
        indicators
          .filter((one) => one.reading === reading)
          .map((one) => [
            code(one.id),
            one.label[lang],
            unitName(one.unit, lang) || words.number[lang],
            windows[one.window],
            one.definition[lang],
            one.denominator[lang],
            describe.betterIs[one.better],
          ]),
      ),
    ]),
  );
}

/** Design concepts, those of decisions included. */
export const concepts = (prose: Prose, lang: Lang): string => {
  const part = (
    name: 'background' | 'decision' | 'learning' | 'sensing' | 'prediction' | 'interaction' | 'collectives' | 'heterogeneity' | 'stochasticity' | 'observation',
  ) => blocks(heading(3, words[name][lang]), prose[name]);
  return blocks(
    part('background'),
    part('decision'),
    termTable(lang),
    part('learning'),
    part('sensing'),
    part('prediction'),
    part('interaction'),
    part('collectives'),
    part('heterogeneity'),
    part('stochasticity'),
    purposeTable(lang),
    part('observation'),
    indicatorTable(lang),
  );
};
