import { useMemo } from 'preact/hooks';
import type { Indicator } from '../../src/engine/index.ts';
import type { Difference, Estimate } from '../../src/experiments/types.ts';
import { findingSentence } from '../../src/experiments/words.ts';
import { comparisonTable } from '../../src/io/comparison-table.ts';
import { csv } from '../../src/io/csv.ts';
import { formatNumber, formatUnit } from '../../src/io/format.ts';
import { sentence } from '../../src/io/sentence.ts';
import { type DotRow, dotsChart } from '../charts/dots.ts';
import { Figure } from './figure.tsx';
import type { TableData } from './table.tsx';
import { mayBeZero } from './near-zero.ts';
import { capital, others, titleAt, told, verdict, type View, written } from './view.ts';

/** From here on a decimal of a percentage says nothing. */
const COARSE = 100;
const digitsOf = (value: number) => (Math.abs(value) >= COARSE ? 0 : 1);
const percent = (value: number, lang: View['lang'], digits = digitsOf(value)) => formatUnit(value, '%', lang, { digits, signed: true });

/** A difference as a share of the reference level, written; null when the reference may be zero. */
function share({ mean, low, high }: Estimate, level: Estimate, { lang, words }: View): { readonly mean: string; readonly interval: string } | null {
  if (mayBeZero(level)) return null;
  const of = (value: number) => (100 * value) / Math.abs(level.mean);
  const interval =
    low === null || high === null
      ? words.unknown
      : words.interval(formatNumber(of(low), lang, 1, { signed: true }), formatNumber(of(high), lang, 1, { signed: true }));
  return { mean: percent(of(mean), lang), interval };
}

function note(difference: Difference, level: Estimate, view: View): string {
  if (view.withheld !== null) return share(difference.estimate, level, view)?.mean ?? view.words.notRelative;
  const { text } = verdict(difference, view.words);
  if (difference.finding.word !== 'difference') return text;
  return `${share(difference.estimate, level, view)?.mean ?? view.words.notRelative}, ${text}`;
}

function rowsOf(view: View): DotRow[] {
  const levels = view.outcome.result.scenarios[0]!.indicators;
  return view.shown.map(
    (indicator): DotRow => ({
      id: indicator.id,
      label: indicator.label[view.lang],
      level: levels[indicator.id]!,
      items: others(view).map(({ letter, place, differences }) => {
        const difference = differences[indicator.id]!;
        const { mean, interval } = written(difference.estimate, indicator, view);
        const finding = view.withheld === null ? sentence(findingSentence(difference, indicator), view.lang) : capital(view.withheld);
        const text = `${indicator.label[view.lang]}, ${letter} : ${mean} ${interval}. ${finding}.`;
        return {
          letter,
          tone: place,
          difference: difference.estimate,
          told: view.withheld === null && told(difference),
          note: note(difference, levels[indicator.id]!, view),
          sentence: text,
        };
      }),
    }),
  );
}

function tableOf(view: View): TableData {
  const levels = view.outcome.result.scenarios[0]!.indicators;
  const cells = (indicator: Indicator) =>
    others(view).flatMap(({ differences }) => {
      const difference = differences[indicator.id]!;
      const relative = share(difference.estimate, levels[indicator.id]!, view);
      return [
        relative ? `${relative.mean} ${relative.interval}` : view.words.notRelative,
        view.withheld === null ? verdict(difference, view.words).text : view.words.verdictHeld,
      ];
    });
  return {
    caption: view.words.dotsTableCaption(titleAt(view, 0)),
    columns: [view.words.indicator, ...others(view).flatMap(({ letter, title }) => [`${letter}, ${title}`, `${letter}, ${view.words.inWords.toLowerCase()}`])],
    rows: view.shown.map((indicator) => [indicator.label[view.lang], ...cells(indicator)]),
  };
}

function titleOf(view: View): string {
  if (view.withheld !== null) return view.words.dotsTitleHeld(view.withheld);
  const n = view.outcome.result.replications;
  if (n < 2) return view.words.dotsTitleOne;
  const parts = others(view).map(({ letter, differences }) => ({ letter, clear: view.shown.filter(({ id }) => told(differences[id]!)).length }));
  if (parts.every(({ clear }) => clear === 0)) return view.words.dotsTitleNone(formatNumber(n, view.lang));
  return view.words.dotsTitle(parts.map(({ letter, clear }) => view.words.dotsPart(letter, clear, view.shown.length)).join(', '));
}

/** Which indicators move, by how much of their level, and how surely: every rule book against the reference. */
export function DotsFigure({ view }: { readonly view: View }) {
  const { outcome, shown, lang, words, source, legend, withheld } = view;
  const data = useMemo(() => rowsOf(view), [outcome, shown, lang, withheld]);
  const reference = titleAt(view, 0);
  const title = titleOf(view);
  return (
    <Figure
      id="differences"
      title={title}
      sentence={withheld === null ? words.dotsSentence(reference) : words.dotsSentenceHeld(reference)}
      data={data}
      version={`${lang}${reference}`}
      build={(width, onPoint) =>
        dotsChart({ width, title: words.dotsAxis(reference), axisLabel: words.dotsAxis('A'), format: (v) => percent(v, lang, 0), onPoint })
      }
      table={tableOf(view)}
      csv={() => csv(comparisonTable(outcome.result, shown))}
      source={source}
      legend={legend}
      words={words}
      fileWords={['parcours', outcome.result.territory, 'differences']}
    />
  );
}
