import type { Indicator, Territory } from '../engine/index.ts';
import type { Estimate } from '../experiments/types.ts';
import { digitsToShow } from '../experiments/words.ts';
import { formatNumber, type Lang } from '../io/format.ts';
import { findingsEn } from '../io/i18n/findings.en.ts';
import { findingsFr } from '../io/i18n/findings.fr.ts';
import { unitWords } from '../io/i18n/index.ts';
import { vocabularyOf } from '../io/i18n/vocabulary.ts';
import { dictionary } from './i18n/index.ts';

const MILLION = 1_000_000;

/** How the figures of one indicator are written in a table: the unit said once, the same scale for all. */
export interface Scale {
  readonly unit: string;
  readonly divisor: number;
  readonly digits: number;
}

const unitOf = (unit: string, lang: Lang) => (lang === 'fr' ? findingsFr : findingsEn).units[unit];

/** The name of a unit when its figures stand elsewhere: `EUR/year` gives « € par an ». */
export function unitName(unit: string, lang: Lang): string {
  return unitOf(unit, lang)?.many.replace('{n}', '').trim() ?? unitWords(unit, lang);
}

/** A default or a bound as a reader writes it, with the decimals that it has. */
export function plain(value: number, lang: Lang): string {
  const decimals = /\.(\d+)$/.exec(String(value))?.[1]?.length ?? 0;
  return formatNumber(value, lang, Math.min(6, decimals));
}

/** The scale that suits the largest of these figures: money from a million on is counted in millions. */
export function scaleFor({ unit, digits }: Pick<Indicator, 'unit' | 'digits'>, figures: readonly number[], lang: Lang): Scale {
  const name = unitName(unit, lang);
  const inMillions = unitOf(unit, lang)?.millions !== undefined && Math.max(...figures.map(Math.abs)) >= MILLION;
  return inMillions ? { unit: dictionary(lang).figures.millions(name), divisor: MILLION, digits: 1 } : { unit: name, divisor: 1, digits };
}

/** The name of an indicator in a table: its label, the window it looks at and its unit. */
export function indicatorName(
  { id, label, window }: Pick<Indicator, 'id' | 'label' | 'window'>,
  { unit }: Scale,
  lang: Lang,
  territory: Pick<Territory, 'vocabulary'> = {},
): string {
  const text = `${vocabularyOf(territory, lang).indicators[id] ?? label[lang]}, ${dictionary(lang).windows[window]}`;
  return unit === '' ? text : `${text} (${unit})`;
}

/** A mean and its 95 % interval: 1 234 [1 200 ; 1 260]. */
export function withInterval({ mean, low, high, kind }: Estimate, { divisor, digits: least }: Scale, lang: Lang): string {
  const words = dictionary(lang).figures;
  const digits = digitsToShow([mean / divisor], least);
  const write = (value: number) => formatNumber(value / divisor, lang, digits, { signed: kind === 'paired-difference' });
  return `${write(mean)} ${low === null || high === null ? words.unknown : words.interval(write(low), write(high))}`;
}

/** The spread between replications: from the 5th to the 95th percentile. */
export function withSpread({ p5, p95 }: Estimate, { divisor, digits }: Scale, lang: Lang): string {
  const words = dictionary(lang).figures;
  const write = (value: number) => formatNumber(value / divisor, lang, digits);
  return p5 === null || p95 === null ? words.none : words.spread(write(p5), write(p95));
}
