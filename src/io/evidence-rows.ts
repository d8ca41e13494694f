import { type Score, scoreOf } from '../experiments/trial/bench.ts';
import type { Band, Estimand, Published, Row } from '../experiments/trial/types.ts';
import type { Estimate } from '../experiments/types.ts';
import { formatNumber, type Lang } from './format.ts';
import { evidenceWords } from './i18n/evidence.ts';

/** A row of the bench in words: what a terminal, a Markdown table and a picture all print. */
export interface EvidenceCells {
  readonly verdict: string;
  readonly row: string;
  readonly what: string;
  readonly published: string;
  readonly band: string;
  readonly model: string;
}

const DIGITS: Readonly<Record<Estimand['unit'], number>> = { points: 1, '%': 0, times: 2, months: 1, index: 2, EUR: 0, hours: 1, people: 0 };

/** Figures with a sign where zero means no effect. */
const signed = ({ unit, measure }: Estimand): boolean => (unit === 'points' || unit === '%') && (measure.kind === 'difference' || measure.kind === 'relative');

function writer(estimand: Estimand, lang: Lang): (value: number) => string {
  // A share under one per cent keeps its sign.
  const digits = (value: number) => (estimand.unit === '%' && value !== 0 && Math.abs(value) < 1 ? 1 : DIGITS[estimand.unit]);
  return (value) => formatNumber(value, lang, digits(value), signed(estimand) ? { signed: true } : {});
}

const inUnit = ({ unit }: Estimand, figure: string, lang: Lang): string => evidenceWords[lang].units[unit]!(figure);

function interval(estimand: Estimand, low: number, high: number, lang: Lang): string {
  const write = writer(estimand, lang);
  return `[${evidenceWords[lang].between(write(low), write(high))}]`;
}

function publishedText(estimand: Estimand, { point, low, high }: Published, lang: Lang): string {
  const bounds = low === undefined || high === undefined ? '' : interval(estimand, low, high, lang);
  const { directionOnly, noEffect } = evidenceWords[lang];
  if (point === undefined) return bounds === '' ? (estimand.target === 'null' ? noEffect : directionOnly) : inUnit(estimand, bounds, lang);
  return [inUnit(estimand, writer(estimand, lang)(point), lang), bounds].filter(Boolean).join(' ');
}

export function bandText(estimand: Estimand, { low, high }: Band, lang: Lang): string {
  const words = evidenceWords[lang];
  const write = writer(estimand, lang);
  if (low !== undefined && high !== undefined) return inUnit(estimand, words.between(write(low), write(high)), lang);
  if (low !== undefined) return words.above(write(low));
  return high === undefined ? '' : words.below(write(high));
}

function modelText(estimand: Estimand, { mean, low, high }: Estimate, lang: Lang): string {
  const figure = inUnit(estimand, writer(estimand, lang)(mean), lang);
  return `${figure} ${low === null || high === null ? `[${evidenceWords[lang].unknown}]` : interval(estimand, low, high, lang)}`;
}

/** Points of a profile, each with its window. */
function pointsOf({ estimand, points }: Row, lang: Lang, write: (k: number) => string): string {
  const one = (value: number) => formatNumber(value, lang, 0);
  return (points ?? [])
    .map((_, k) =>
      `${evidenceWords[lang].window(one(estimand.points![k]!.from), one(estimand.points![k]!.to))}: ${write(k)}`.replace(':', lang === 'fr' ? '\u00a0:' : ':'),
    )
    .join(' · ');
}

export function cellsOf(row: Row, lang: Lang): EvidenceCells {
  const { experiment, estimand, model, points, verdict, factor } = row;
  const words = evidenceWords[lang];
  const times = factor === undefined || factor <= 0 ? '' : words.factor(formatNumber(factor, lang, factor < 10 ? 1 : 0));
  return {
    verdict: `${words.verdicts[verdict]}${times}`,
    row: [...new Set((estimand.row ? [estimand.row] : experiment.sources.map(({ row: name }) => name)).map((name) => name.replace(/^.*:/, '')))].join(', '),
    what: estimand.title[lang],
    published: publishedText(estimand, estimand.published, lang),
    band: estimand.points
      ? pointsOf(row, lang, (k) => bandText(estimand, estimand.points![k]!.agrees, lang)) || words.targets.profile
      : bandText(estimand, estimand.agrees, lang),
    model: model === undefined ? words.unread : points ? pointsOf(row, lang, (k) => modelText(estimand, points[k]!, lang)) : modelText(estimand, model, lang),
  };
}

/** The score in sentences: how many agree, what the others are, nulls apart; then, in one, that of the trials added later. */
export function scoreSentences(rows: readonly Row[], lang: Lang): string[] {
  const words = evidenceWords[lang];
  const n = (value: number) => formatNumber(value, lang, 0);
  const score = scoreOf(rows);
  const blind = scoreOf(rows, 'blind');
  const share = ({ agree, tests }: Score) => n((100 * agree) / tests);
  return [
    ...(score.tests > 0 ? [words.score(n(score.agree), n(score.tests), share(score)), words.detail(n(score.undecided), n(score.off), n(score.wrongSign))] : []),
    ...(score.nulls > 0 ? [words.nulls(n(score.kept), n(score.nulls))] : []),
    ...(blind.tests > 0 ? [words.blind(n(blind.agree), n(blind.tests), share(blind))] : []),
  ];
}
