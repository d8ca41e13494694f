import type { UnitWords } from './i18n/findings.ts';
import { findingsEn } from './i18n/findings.en.ts';
import { findingsFr } from './i18n/findings.fr.ts';

export type Lang = 'fr' | 'en';

const NARROW = '\u202f';
const HARD = '\u00a0';
const MINUS = '\u2212';
const MILLION = 1_000_000;
const MILLION_DIGITS = 2;
/** From here on a figure is written with an exponent. */
const HUGE = 1e15;

export interface NumberOptions {
  /** Writes + before what is above zero. */
  readonly signed?: boolean;
}

export interface UnitOptions extends NumberOptions {
  readonly digits?: number;
  /** A difference: a percentage is then counted in points. */
  readonly change?: boolean;
  /** Money from a million on is written in millions. */
  readonly compact?: boolean;
}

const separators = { fr: { thousands: NARROW, mark: ',' }, en: { thousands: ',', mark: '.' } } as const;

function group(whole: string, separator: string): string {
  return whole.replace(/\B(?=(\d{3})+$)/g, separator);
}

function unsigned(size: number, lang: Lang, digits: number): string {
  const { thousands, mark } = separators[lang];
  if (size >= HUGE) return size.toExponential(2).replace('.', mark).replace('+', '');
  const [whole, decimals] = size.toFixed(digits).split('.') as [string, string?];
  return group(whole, thousands) + (decimals ? mark + decimals : '');
}

function sign(value: number, written: string, signed: boolean): string {
  if (!/[1-9]/.test(written)) return '';
  return value < 0 ? MINUS : signed ? '+' : '';
}

/**
 * A number as a reader of the language writes it: 1 234,5 or 1,234.5; true minus sign; never "−0".
 * What is not finite is written "—": unknown, not a figure.
 */
export function formatNumber(value: number, lang: Lang, digits = 0, { signed = false }: NumberOptions = {}): string {
  if (!Number.isFinite(value)) return '—';
  const written = unsigned(Math.abs(value), lang, digits);
  return sign(value, written, signed) + written;
}

/** In French the singular holds below 2 (1,5 point); in English for 1 alone. */
function isOne(written: string, lang: Lang): boolean {
  if (lang === 'fr') return /^[01](,|$)/.test(written);
  return /^1$/.test(written);
}

const wordsOf = (unit: string, lang: Lang): UnitWords => {
  const { units } = lang === 'fr' ? findingsFr : findingsEn;
  return units[unit] ?? { one: `{n} ${unit}`, many: `{n} ${unit}` };
};

const inMillions = (value: number, words: UnitWords, compact = false): boolean => compact && words.millions !== undefined && Math.abs(value) >= MILLION;

/** An amount with its unit: 1 234 personnes, 12,5 %, 1,3 point, €1,234. An unknown unit is written as it is. */
export function formatUnit(value: number, unit: string, lang: Lang, options: UnitOptions = {}): string {
  if (!Number.isFinite(value)) return '—';
  const words = wordsOf(options.change && unit === '%' ? 'points' : unit, lang);
  const millions = inMillions(value, words, options.compact);
  const written = unsigned(Math.abs(millions ? value / MILLION : value), lang, millions ? MILLION_DIGITS : (options.digits ?? 0));
  const template = millions ? words.millions! : isOne(written, lang) ? words.one : words.many;
  return sign(value, written, options.signed === true) + template.replaceAll(' ', HARD).replace('{n}', written);
}

/** A bound of the interval around a figure: in the figure's scale, its unit left to the figure. */
export function formatBound(value: number, around: number, unit: string, lang: Lang, { digits = 0, compact = false }: UnitOptions = {}): string {
  const millions = inMillions(around, wordsOf(unit, lang), compact);
  return formatNumber(millions ? value / MILLION : value, lang, millions ? MILLION_DIGITS : digits);
}
