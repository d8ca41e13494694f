import type { Amount, Sentence } from '../experiments/words.ts';
import { formatBound, formatNumber, formatUnit, type Lang } from './format.ts';
import { findingsEn } from './i18n/findings.en.ts';
import { findingsFr } from './i18n/findings.fr.ts';

type Value = Sentence['values'][string];

function written({ amount, unit, digits, change = false, around }: Amount, lang: Lang): string {
  if (around !== undefined) return formatBound(amount, around, unit, lang, { digits, compact: true });
  return formatUnit(amount, unit, lang, { digits, change, compact: true });
}

function word(value: Value, lang: Lang): string {
  if ('key' in value) return fragment(value, lang);
  if ('amount' in value) return written(value, lang);
  if ('number' in value) return formatNumber(value.number, lang, value.digits);
  return value[lang];
}

/** The sentence as a fragment, to be placed inside another: no capital added. */
export function fragment({ key, values }: Sentence, lang: Lang): string {
  const { sentences } = lang === 'fr' ? findingsFr : findingsEn;
  return sentences[key].replace(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`The sentence "${key}" needs a value "${name}".`);
    return word(value, lang);
  });
}

/** A sentence of findings, in words, with its capital and without a final stop. */
export function sentence(of: Sentence, lang: Lang): string {
  const text = fragment(of, lang);
  return text.charAt(0).toUpperCase() + text.slice(1);
}
