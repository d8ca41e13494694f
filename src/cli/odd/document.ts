import { mechanisms, modelVersion } from '../../engine/index.ts';
import type { Lang } from '../../io/format.ts';
import { dictionary } from '../i18n/index.ts';
import { testOf } from '../mechanism-data.ts';
import { concepts } from './concepts.ts';
import { entities } from './entities.ts';
import { blocks, code, heading, tableOf } from './markdown.ts';
import { process } from './process.ts';
import type { Prose } from './prose.ts';
import { proseEn } from './prose.en.ts';
import { proseFr } from './prose.fr.ts';
import { submodels } from './submodels.ts';
import { seedsOf, words } from './words.ts';

/** The first line of every such document, by which a file is known to be one. */
export const MARK = '<!-- parcours odd -->';

const patternTable = (lang: Lang): string =>
  tableOf(
    [words.mechanism[lang], words.pattern[lang], words.comesFrom[lang], words.test[lang]],
    mechanisms.map((m) => [`${m.id} ${m.label[lang]}`, m.pattern[lang], seedsOf(m, lang), code(testOf(m))]),
  );

/** Declared texts are typed with ordinary spaces: before high marks and inside quotes French has its own. */
const frenchSpaces = (text: string): string =>
  text
    .replace(/ (?=[;?!])/g, '\u202f')
    .replace(/ (?=[:%»](?:[\s,.;)*]|$))/gm, '\u00a0')
    .replace(/« /g, '«\u00a0');

function input(prose: Prose, lang: Lang): string {
  const { figures } = dictionary(lang).describe;
  const rows = Object.entries(figures).map(([id, name]) => [code(id), name]);
  return blocks(prose.input, tableOf([words.figure[lang], words.meaning[lang]], rows));
}

/** The description of the model following ODD+D, in Markdown: registries around hand-written parts. The same program prints the same bytes. */
export function oddDocument(lang: Lang): string {
  const prose = lang === 'fr' ? proseFr : proseEn;
  const chapters: readonly (readonly [title: string, text: string])[] = [
    [
      words.purpose[lang],
      blocks(
        heading(3, words.aim[lang]),
        prose.purpose,
        heading(3, words.forWhom[lang]),
        prose.forWhom,
        heading(3, words.patterns[lang]),
        prose.patterns,
        patternTable(lang),
      ),
    ],
    [words.entities[lang], entities(prose, lang)],
    [words.process[lang], process(prose, lang)],
    [words.concepts[lang], concepts(prose, lang)],
    [words.initialisation[lang], prose.initialisation],
    [words.input[lang], input(prose, lang)],
    [words.submodels[lang], submodels(prose, lang)],
    [words.leftOut[lang], prose.leftOut],
  ];
  const whole = `${blocks(
    MARK,
    heading(1, words.title[lang]),
    `${words.version[lang]}${code(modelVersion)}. ${words.made[lang]}`,
    prose.about,
    ...chapters.flatMap(([title, text], i) => [heading(2, `${i + 1}. ${title}`), text]),
  )}\n`;
  return lang === 'fr' ? frenchSpaces(whole) : whole;
}
