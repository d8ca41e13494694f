import type { Indicator, Territory } from '../../src/engine/index.ts';
import { betterSentence, digitsToShow } from '../../src/experiments/words.ts';
import type { Difference, Estimate } from '../../src/experiments/types.ts';
import { formatNumber, formatUnit } from '../../src/io/format.ts';
import { fragment } from '../../src/io/sentence.ts';
import type { Dictionary } from '../i18n/index.ts';
import { letterOf, type Lang } from '../state/document.ts';
import type { Outcome } from '../state/outcome.ts';

/** What parts that show results are given: an outcome, the indicators of the table, and a language. */
export interface View {
  readonly outcome: Outcome;
  readonly shown: readonly Indicator[];
  readonly lang: Lang;
  readonly words: Dictionary;
  /** Whose institutions name the indicators, when not those of the dictionaries. */
  readonly vocabulary?: Territory['vocabulary'] | undefined;
  /** Why no verdict may be said of these figures yet, in words; null when verdicts stand. */
  readonly withheld: string | null;
  /** Whether the figures answer an older question than the one asked. */
  readonly stale: boolean;
  /** Where the figures come from, in one line. */
  readonly source: string;
  /** What each letter stands for, a line each. */
  readonly legend: readonly string[];
}

/** A scenario other than the reference, its place in the tray, and its differences. */
export interface Other {
  readonly place: number;
  readonly letter: string;
  readonly title: string;
  readonly differences: Readonly<Record<string, Difference>>;
}

export const titleAt = ({ outcome, lang }: View, place: number): string => outcome.result.scenarios[place]!.title[lang];

export const others = (view: View): Other[] =>
  view.outcome.result.differences.map(({ indicators }, i) => ({ place: i + 1, letter: letterOf(i + 1), title: titleAt(view, i + 1), differences: indicators }));

/** Fewer replications than this, of more asked for, found no verdict: one that is said must not be taken back a second later. */
const FEWEST_TO_CONCLUDE = 8;

/** Whether `done` of `asked` replications are too few to conclude from. */
export const tooEarly = (done: number, asked: number): boolean => done < Math.min(FEWEST_TO_CONCLUDE, asked);

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const told = ({ finding }: Difference): boolean => finding.word === 'difference';

const endsOf = ({ mean, low, high }: Estimate): number[] => (low === null || high === null ? [mean] : [mean, low, high]);

/** A figure and its interval, in the unit of the indicator. Unknown intervals are said to be. */
export function written(
  of: Estimate,
  { unit, digits }: Pick<Indicator, 'unit' | 'digits'>,
  { lang, words }: Pick<View, 'lang' | 'words'>,
): { mean: string; interval: string } {
  const change = of.kind === 'paired-difference';
  const shown = digitsToShow(endsOf(of), digits);
  const mean = formatUnit(of.mean, unit, lang, { digits: shown, signed: change, change, compact: true });
  if (of.low === null || of.high === null) return { mean, interval: words.unknown };
  const scale = unit.startsWith('EUR') && Math.abs(of.mean) >= 1e6 ? 1e6 : 1;
  const end = (value: number) => formatNumber(value / scale, lang, scale > 1 ? 2 : shown, { signed: change });
  return { mean, interval: words.interval(end(of.low), end(of.high)) };
}

/** What a difference is worth, in one or two words. */
export function verdict({ finding }: Difference, words: Dictionary): { readonly text: string; readonly tone: 'better' | 'worse' | 'plain' | 'untold' } {
  if (finding.word === 'identical') return { text: words.verdictSame, tone: 'untold' };
  if (finding.word === 'unknown') return { text: words.unknown, tone: 'untold' };
  if (finding.word === 'no-difference') return { text: words.verdictUntold, tone: 'untold' };
  if (finding.verdict === 'better') return { text: words.verdictBetter, tone: 'better' };
  if (finding.verdict === 'worse') return { text: words.verdictWorse, tone: 'worse' };
  return { text: finding.direction === 'up' ? words.verdictUp : words.verdictDown, tone: 'plain' };
}

/** In how many replications the finding held: worse "in 28 of 30" rather than better in 2. Null where nothing is better or worse. */
export function heldIn({ better, finding }: Difference, { words, lang }: Pick<View, 'lang' | 'words'>): string | null {
  if (!better) return null;
  const worse = finding.word === 'difference' && finding.verdict === 'worse';
  const draws = fragment(betterSentence(worse ? { ...better, wins: better.n - better.wins } : better), lang);
  return finding.word === 'difference' ? words.inDraws(draws) : words.betterIn(draws);
}
