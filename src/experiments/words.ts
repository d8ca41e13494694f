import type { Text } from '../engine/index.ts';
import { MOST_REPLICATIONS } from './needed.ts';
import type { Better, Difference, Estimate } from './types.ts';

/** An amount to be written with its unit; `change` when it is a difference, where a percentage becomes points. */
export interface Amount {
  readonly amount: number;
  readonly unit: string;
  readonly digits: number;
  readonly change?: boolean;
  /** For the bound of an interval: the figure it belongs to, whose scale it follows and whose unit it does not repeat. */
  readonly around?: number;
}

/** A plain number to be written with so many digits. */
export interface Digits {
  readonly number: number;
  readonly digits: number;
}

/** Every sentence that the dictionaries of findings must hold. */
export type SentenceKey =
  | 'level'
  | 'level.one'
  | 'difference.up.better'
  | 'difference.up.worse'
  | 'difference.up.neutral'
  | 'difference.down.better'
  | 'difference.down.worse'
  | 'difference.down.neutral'
  | 'no-difference'
  | 'no-difference.out-of-reach'
  | 'identical'
  | 'unknown'
  | 'better'
  | 'better.few'
  | 'better.interval'
  | 'pairing.gain'
  | 'pairing.none'
  | 'pairing.unknown'
  | 'headline'
  | 'headline.scenario'
  | 'note.default-parameters'
  | 'note.one-replication'
  | 'note.pointwise'
  | 'note.ties'
  | 'note.spread';

/** What to say, before any language: the key of a template and its values. A value may be a sentence in its turn. */
export interface Sentence {
  readonly key: SentenceKey;
  readonly values: Readonly<Record<string, Amount | Digits | Text | Sentence>>;
}

/** What a sentence needs to know of an indicator. */
export interface Named {
  readonly label: Text;
  readonly unit: string;
  readonly digits: number;
}

const MOST_DIGITS = 6;
const count = (number: number): Digits => ({ number, digits: 0 });

/** What would be written as zero with the most digits: the rest of a rounding. */
const NOISE = 0.5e-6;

/** Digits enough for none of these figures, unless zero or all but zero, to be written as zero. */
export function digitsToShow(figures: readonly number[], digits: number): number {
  const sizes = figures.map(Math.abs).filter((size) => size >= NOISE);
  const smallest = Math.min(...sizes);
  let shown = digits;
  for (let scaled = smallest, d = 0; d < MOST_DIGITS; d++, scaled *= 10) if (d >= digits && scaled < 0.5) shown = d + 1;
  return sizes.length === 0 ? digits : shown;
}

interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

function amounts({ mean, low, high }: Interval, { unit, digits: least }: Named, change: boolean): Record<'mean' | 'low' | 'high', Amount> {
  const digits = digitsToShow([mean, low, high], least);
  const bound = (amount: number): Amount => ({ amount, unit, digits, change, around: mean });
  return { mean: { amount: mean, unit, digits, change }, low: bound(low), high: bound(high) };
}

/** "1,240 people (95 % interval: 1,180 to 1,300)". */
export function levelSentence(estimate: Estimate, indicator: Named): Sentence {
  const { mean, low, high } = estimate;
  if (low === null || high === null) return { key: 'level.one', values: { mean: amounts({ mean, low: mean, high: mean }, indicator, false).mean } };
  return { key: 'level', values: amounts({ mean, low, high }, indicator, false) };
}

/** What can be said of a difference: how much more or less, or why nothing can be said. */
export function findingSentence(difference: Difference, indicator: Named): Sentence {
  const { finding, estimate } = difference;
  const n = count(estimate.n);
  if (finding.word === 'unknown') return { key: 'unknown', values: {} };
  if (finding.word === 'identical') return { key: 'identical', values: { n } };
  if (finding.word === 'no-difference') {
    if (finding.needed === null) return { key: 'no-difference.out-of-reach', values: { n, most: count(MOST_REPLICATIONS) } };
    return { key: 'no-difference', values: { n, needed: count(finding.needed) } };
  }
  const sizes = [estimate.low!, estimate.high!].map(Math.abs).sort((a, b) => a - b);
  const figures = { mean: Math.abs(estimate.mean), low: sizes[0]!, high: sizes[1]! };
  return { key: `difference.${finding.direction}.${finding.verdict}`, values: amounts(figures, indicator, true) };
}

/** "Durable jobs: 142 people more…", the title of a figure or a row. With a scenario's title, that comes first. */
export function headline(difference: Difference, indicator: Named, scenario?: Text): Sentence {
  const finding = findingSentence(difference, indicator);
  if (!scenario) return { key: 'headline', values: { label: indicator.label, finding } };
  return { key: 'headline.scenario', values: { scenario, label: indicator.label, finding } };
}

/** "27 of 30 replications"; with `interval`, Wilson's interval of the share too. */
export function betterSentence({ wins, n, low, high }: Better, interval = false): Sentence {
  const values = { wins: { number: wins, digits: Number.isInteger(wins) ? 0 : 1 }, n: count(n) };
  if (!interval) return { key: wins < 2 ? 'better.few' : 'better', values };
  const share = (amount: number): Amount => ({ amount: 100 * amount, unit: '%', digits: 0 });
  return { key: 'better.interval', values: { ...values, low: share(low), high: share(high) } };
}

/** How many times more replications the same precision would take without the same people and the same luck. */
export function pairingSentence(gain: number | null): Sentence {
  if (gain === null) return { key: 'pairing.unknown', values: {} };
  const digits = gain < 10 ? 1 : 0;
  return gain < 1.05 ? { key: 'pairing.none', values: {} } : { key: 'pairing.gain', values: { gain: { number: gain, digits } } };
}

/** A note of the foot of a table: what every reader must know about the figures. */
export function note(key: Extract<SentenceKey, `note.${string}`>): Sentence {
  return { key, values: {} };
}
