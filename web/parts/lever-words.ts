import type { Lever, Parameter } from '../../src/engine/index.ts';
import { formatNumber } from '../../src/io/format.ts';
import { unitWords } from '../../src/io/i18n/index.ts';
import type { Dictionary } from '../i18n/index.ts';
import type { Lang } from '../state/document.ts';

type Said = Parameter & Pick<Partial<Lever>, 'levels'>;

const FINE_STEPS = 100;

export const stepOf = ({ kind, range: [low, high] }: Parameter): number =>
  kind === 'integer' || kind === 'choice' ? 1 : high - low > FINE_STEPS / 2 ? 1 : Number(((high - low) / FINE_STEPS).toPrecision(1));

/** Units whose numbers say nothing without the words of their levels. */
export const wordless: readonly string[] = ['level', 'choice'];

const digitsOf = (parameter: Parameter): number => (stepOf(parameter) >= 1 ? 0 : 3);

/** A word for the value: yes or no, a level, a choice; undefined when it is a figure. */
function wordOf({ kind, levels, choices }: Said, value: number, lang: Lang, words: Dictionary): string | undefined {
  if (kind === 'boolean') return value === 1 ? words.yes : words.no;
  return levels?.find((level) => level.value === value)?.label[lang] ?? (kind === 'choice' ? choices?.[value]?.label[lang] : undefined);
}

/** The value of a lever or parameter without its unit: a word, or a figure. */
export function sayBare(parameter: Said, value: number | null, lang: Lang, words: Dictionary): string {
  if (value === null) return words.leverOwnMix;
  const word = wordOf(parameter, value, lang, words);
  if (word) return word;
  return formatNumber(value, lang, digitsOf(parameter))
    .replace(/([.,]\d*?)0+$/, '$1')
    .replace(/[.,]$/, '');
}

/** The value of a lever or parameter as a reader says it. */
export function say(parameter: Said, value: number | null, lang: Lang, words: Dictionary): string {
  const bare = sayBare(parameter, value, lang, words);
  const figure = value !== null && !wordOf(parameter, value, lang, words) && !wordless.includes(parameter.unit);
  return figure ? `${bare} ${unitWords(parameter.unit, lang)}` : bare;
}
