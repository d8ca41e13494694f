import { useMemo } from 'preact/hooks';
import type { Indicator } from '../../src/engine/index.ts';
import { bandOf } from '../../src/experiments/bands.ts';
import { csv } from '../../src/io/csv.ts';
import { formatNumber, formatUnit } from '../../src/io/format.ts';
import type { Table } from '../../src/io/tables.ts';
import { type BandData, type BandSeries, bandChart } from '../charts/band.ts';
import { firstDifference } from '../state/changes.ts';
import { letterOf } from '../state/document.ts';
import { Figure } from './figure.tsx';
import type { TableData } from './table.tsx';
import { trailingYear } from './trailing.ts';
import { others, titleAt, told, type View, written } from './view.ts';

interface SeriesProps {
  readonly view: View;
  readonly indicator: Indicator;
  readonly onChoose: (id: string) => void;
}

/** Months read one by one: the first, and the last of each year. */
const stopsOf = (months: number): number[] => [...new Set([0, ...Array.from({ length: Math.floor(months / 12) }, (_, y) => 12 * y + 11), months - 1])];

/** The first month in which a rule book other than the reference departs from it, when the run lasts that long. */
function changeMonth({ outcome: { experiment } }: View): number | undefined {
  const [reference, ...rest] = experiment.scenarios.map(({ rules }) => rules);
  const dates = rest.flatMap((rules) => firstDifference(reference!, rules) ?? []).filter((month) => month < experiment.months);
  return dates.length > 0 ? Math.min(...dates) : undefined;
}

function seriesOf(view: View, { id, kind }: Indicator): BandSeries[] {
  const drawn = (series: Float64Array) => (kind === 'flow' ? trailingYear(series) : series);
  return view.outcome.runs.map((runs, place) => ({
    letter: letterOf(place),
    label: titleAt(view, place),
    band: bandOf(runs.map(({ series }) => drawn(series[id]!))),
  }));
}

function titleOf(view: View, indicator: Indicator): string {
  const label = indicator.label[view.lang];
  if (view.withheld !== null) return view.words.bandTitleHeld(label, view.withheld);
  if (view.outcome.result.replications < 2) return view.words.bandTitleUnknown(label);
  const clear = others(view).filter(({ differences }) => told(differences[indicator.id]!));
  if (clear.length === 0)
    return view.words.bandTitleUntold(
      label,
      others(view)
        .map(({ letter }) => letter)
        .join(', '),
      'A',
    );
  return clear
    .map(({ letter, differences }, i) =>
      view.words.bandTitleTold(i ? '' : label, letter, written(differences[indicator.id]!.estimate, indicator, view).mean).replace(/^\s*:\s*/, ''),
    )
    .join(', ');
}

const blank = (value: number): number | null => (Number.isFinite(value) ? value : null);

function csvTable(series: readonly BandSeries[], view: View): Table {
  const rows = series.flatMap(({ letter, band }, place) =>
    Array.from(band.mean, (_, month) => ({ id: view.outcome.result.scenarios[place]!.id, letter, band, month })),
  );
  const numbers = (['mean', 'low', 'high', 'p5', 'p95'] as const).map((name) => ({
    name,
    kind: 'number' as const,
    values: rows.map(({ band, month }) => blank(band[name][month]!)),
  }));
  return {
    rows: rows.length,
    columns: [
      { name: 'scenario', kind: 'text', values: rows.map(({ id }) => id) },
      { name: 'letter', kind: 'text', values: rows.map(({ letter }) => letter) },
      { name: 'month', kind: 'integer', values: rows.map(({ month }) => month) },
      ...numbers,
      { name: 'replications', kind: 'integer', values: rows.map(({ band }) => band.n) },
    ],
  };
}

function tableOf(series: readonly BandSeries[], stops: readonly number[], indicator: Indicator, { words, lang }: View): TableData {
  const figure = (value: number) => formatNumber(value, lang, indicator.digits);
  const cell = ({ band }: BandSeries, month: number) => {
    const sure = Number.isFinite(band.low[month]) ? words.interval(figure(band.low[month]!), figure(band.high[month]!)) : words.unknown;
    return `${formatUnit(band.mean[month]!, indicator.unit, lang, { digits: indicator.digits })} ${sure}`;
  };
  return {
    caption: words.bandTableCaption(indicator.label[lang]),
    columns: [words.monthColumn, ...series.map(({ letter, label }) => `${letter}, ${label}`)],
    rows: stops.map((month) => [String(month), ...series.map((s) => cell(s, month))]),
  };
}

/** One indicator over time, every rule book, with its uncertainty. */
export function SeriesFigure({ view, indicator, onChoose }: SeriesProps) {
  const { outcome, lang, words, shown, source, legend } = view;
  const series = useMemo(() => seriesOf(view, indicator), [outcome, indicator, lang]);
  const stops = stopsOf(outcome.result.months);
  const month = changeMonth(view);
  const data = useMemo(
    (): BandData => ({ series, stops, ...(month !== undefined && month > 0 && { change: { month, label: words.bandChange } }) }),
    [series, words],
  );
  const figure = (value: number) => formatUnit(value, indicator.unit, lang, { digits: indicator.digits });
  const sentenceOf = ({ letter, label, band }: BandSeries, at: number) =>
    Number.isFinite(band.low[at])
      ? words.bandPoint(letter, label, String(at), figure(band.mean[at]!), figure(band.low[at]!), figure(band.high[at]!))
      : words.bandPointUnknown(letter, label, String(at), figure(band.mean[at]!));
  const reading = outcome.result.replications < 2 ? words.bandUnknown : series.length <= 3 ? words.bandSentence : words.bandSentenceMany;
  return (
    <Figure
      id="series"
      title={titleOf(view, indicator)}
      sentence={[indicator.definition[lang], reading, ...(indicator.kind === 'stock' ? [] : [words.bandTrailing])].join(' ')}
      data={data}
      version={`${lang}${indicator.id}`}
      build={(width, onPoint) =>
        bandChart({
          width,
          title: indicator.label[lang],
          format: (v) =>
            formatUnit(v, indicator.unit.startsWith('EUR') ? 'EUR' : indicator.unit === '%' ? '%' : 'index', lang, { compact: true, digits: indicator.digits }),
          formatMonth: (m) => formatNumber(m / 12, lang),
          axisLabel: words.bandAxis,
          sentence: sentenceOf,
          onPoint,
        })
      }
      table={tableOf(series, stops, indicator, view)}
      csv={() => csv(csvTable(series, view))}
      source={source}
      legend={legend}
      words={words}
      fileWords={['parcours', outcome.result.territory, indicator.id]}
    >
      <label class="field">
        <span>{words.bandIndicator}</span>
        <select value={indicator.id} onChange={(event) => onChoose(event.currentTarget.value)}>
          {shown.map(({ id, label }) => (
            <option key={id} value={id}>
              {label[lang]}
            </option>
          ))}
        </select>
      </label>
    </Figure>
  );
}
