import type { Indicator, Reading } from '../../src/engine/index.ts';
import type { Difference, Estimate } from '../../src/experiments/types.ts';
import { formatNumber, formatUnit } from '../../src/io/format.ts';
import { plainWords } from '../i18n/plain.ts';
import { mayBeZero } from './near-zero.ts';
import { told, type View, written } from './view.ts';

/** A clear difference, with its size as a share of the reference level: what the headline chooses among. */
export interface Found {
  readonly indicator: Indicator;
  readonly difference: Difference;
  /** Absolute share of the level; infinite when the level may be zero. */
  readonly size: number;
}

export interface Findings {
  readonly better: readonly Found[];
  readonly worse: readonly Found[];
  /** Clear, and neither better nor worse in itself. */
  readonly neutral: readonly Found[];
  /** What cannot be told from luck. */
  readonly untold: readonly Indicator[];
}

type Differences = Readonly<Record<string, Difference>>;
type Levels = Readonly<Record<string, Pick<Estimate, 'mean'> & Partial<Pick<Estimate, 'low' | 'high'>>>>;

const rank: readonly Reading[] = ['people', 'service', 'funder', 'territory'];

/** What is clear among the main indicators, people first, then by size; and what is not. */
export function findingsOf(shown: readonly Indicator[], differences: Differences, levels: Levels): Findings {
  const main = shown.filter((indicator) => indicator.main);
  const clear = main
    .filter(({ id }) => told(differences[id]!))
    .map((indicator): Found => {
      const difference = differences[indicator.id]!;
      const level = levels[indicator.id]!;
      return { indicator, difference, size: mayBeZero(level) ? Number.POSITIVE_INFINITY : Math.abs(difference.estimate.mean / level.mean) };
    })
    .sort((a, b) => rank.indexOf(a.indicator.reading) - rank.indexOf(b.indicator.reading) || (b.size > a.size ? 1 : b.size < a.size ? -1 : 0));
  const judged = (wanted: 'better' | 'worse' | 'neutral') =>
    clear.filter(({ difference: { finding } }) => finding.word === 'difference' && finding.verdict === wanted);
  return { better: judged('better'), worse: judged('worse'), neutral: judged('neutral'), untold: main.filter(({ id }) => !told(differences[id]!)) };
}

export const forPeople = ({ indicator }: Found): boolean => indicator.reading === 'people';

/** The size of a finding: in points for a percentage, else as a share of the level when there is one. */
function sizeOf({ indicator, difference: { estimate }, size }: Found, view: Pick<View, 'lang' | 'words'>): string {
  if (indicator.unit === '%' || !Number.isFinite(size)) return written(estimate, indicator, view).mean;
  const percent = 100 * size * Math.sign(estimate.mean);
  return formatUnit(percent, '%', view.lang, { digits: size < 0.1 ? 1 : 0, signed: true });
}

/** "fewer refusals of hard cases (−22.7 points)". An indicator without plain words keeps its label. */
export function inPlainWords(found: Found, view: Pick<View, 'lang' | 'words' | 'vocabulary'>): string {
  const { indicator, difference } = found;
  const plain = plainWords(indicator.id, view.lang, view.vocabulary);
  const up = difference.estimate.mean > 0;
  const words = plain ? (up ? plain.up : plain.down) : `${indicator.label[view.lang].toLowerCase()} ${up ? view.words.verdictUp : view.words.verdictDown}`;
  return `${words} (${sizeOf(found, view)})`;
}

/** "a, b and c"; beyond `most`, how many more. */
export function listed(items: readonly string[], { lang, words }: Pick<View, 'lang' | 'words'>, most = Number.POSITIVE_INFINITY): string {
  const kept = items.length > most ? [...items.slice(0, most - 1), words.andOthers(formatNumber(items.length - most + 1, lang))] : items;
  return kept.length < 2 ? (kept[0] ?? '') : words.listEnd(kept.slice(0, -1).join(', '), kept.at(-1)!);
}

export const nameOf = ({ id, label }: Indicator, { lang, vocabulary }: Pick<View, 'lang' | 'vocabulary'>): string =>
  plainWords(id, lang, vocabulary)?.name ?? label[lang].toLowerCase();
