import { area, axisBottom, axisLeft, create, line, type ScaleLinear, scaleLinear, select, symbol } from 'd3';
import type { Band } from '../../src/experiments/types.ts';
import { type Chart, type ChartOptions, dashes, spread, symbols, wrap } from './chart.ts';
import { rove } from './roving.ts';

export interface BandSeries {
  /** The letter of the scenario, A to H. */
  readonly letter: string;
  readonly label: string;
  readonly band: Band;
}

export interface BandData {
  readonly series: readonly BandSeries[];
  /** Month in which some rule book changes, and what to write there. */
  readonly change?: { readonly month: number; readonly label: string };
  /** Months that can be read one by one, in rising order. */
  readonly stops: readonly number[];
}

export interface BandOptions extends ChartOptions {
  readonly height?: number;
  /** A value of the vertical axis. */
  readonly format: (value: number) => string;
  /** A month of the horizontal axis. */
  readonly formatMonth: (month: number) => string;
  readonly axisLabel: string;
  /** The sentence of one point. */
  readonly sentence: (series: BandSeries, month: number) => string;
}

interface Frame {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

interface Point {
  readonly series: BandSeries;
  readonly row: number;
  readonly month: number;
}

const SPREAD_UP_TO = 3;
const LABEL_LINE = 14;
const MOST_LABEL_LINES = 2;

const finite = (low: Float64Array, high: Float64Array) => (_: number, m: number) => Number.isFinite(low[m]) && Number.isFinite(high[m]);

function domain(series: readonly BandSeries[], withSpread: boolean): [number, number] {
  const values = series
    .flatMap(({ band }) => [...band.mean, ...band.low, ...band.high, ...(withSpread ? [...band.p5, ...band.p95] : [])])
    .filter(Number.isFinite);
  if (values.length === 0) return [0, 1];
  const low = Math.min(...values);
  const high = Math.max(...values);
  const room = (high - low || Math.abs(high) || 1) * 0.08;
  return [low >= 0 && low < 0.4 * high ? 0 : low - room, high + room];
}

/** A label on at most two lines, cut with an ellipsis when it is longer. */
function shorten(label: string, limit: number): string[] {
  const lines = wrap(label, limit);
  return lines.length <= MOST_LABEL_LINES ? lines : [...lines.slice(0, MOST_LABEL_LINES - 1), `${lines[MOST_LABEL_LINES - 1]}…`];
}

const ribbon = ({ x, y }: Frame, low: Float64Array, high: Float64Array) =>
  area<number>(
    (_, m) => x(m),
    (_, m) => y(low[m]!),
    (_, m) => y(high[m]!),
  ).defined(finite(low, high))([...low]);

/**
 * Several scenarios over time: mean line, 95 % band of the mean, lighter band of the 5th to 95th percentile between replications
 * (for up to three scenarios). Each has a letter, a colour, a line pattern and a mark. With one replication only the line is drawn.
 */
export function bandChart({ width, height = 300, title, format, formatMonth, axisLabel, sentence, onPoint = () => {} }: BandOptions): Chart<BandData> {
  const wide = width >= 520;
  const margin = { top: 34, right: wide ? Math.min(240, width * 0.3) : 26, bottom: 40, left: 58 };
  const svg = create('svg').attr('viewBox', `0 0 ${width} ${height}`).attr('width', width).attr('height', height).attr('role', 'group').attr('class', 'chart');
  svg.attr('aria-label', title);
  const layer = (name: string) => svg.append('g').attr('class', name);
  const axes = layer('axes').attr('aria-hidden', 'true');
  const [marker, spreads, bands, lines, points, ends] = ['marker', 'spreads', 'bands', 'lines', 'points', 'ends'].map(layer) as [
    ReturnType<typeof layer>,
    ReturnType<typeof layer>,
    ReturnType<typeof layer>,
    ReturnType<typeof layer>,
    ReturnType<typeof layer>,
    ReturnType<typeof layer>,
  ];
  for (const drawn of [marker, spreads, bands, lines, ends]) drawn.attr('aria-hidden', 'true');
  const xAxis = axes.append('g').attr('transform', `translate(0,${height - margin.bottom})`);
  const yAxis = axes.append('g').attr('transform', `translate(${margin.left},0)`);
  axes
    .append('text')
    .attr('class', 'axis-label')
    .attr('x', (margin.left + width - margin.right) / 2)
    .attr('y', height - 6)
    .attr('text-anchor', 'middle')
    .text(axisLabel);
  const refresh = rove(svg.node()!, onPoint);

  function drawAxes({ x, y }: Frame, months: number) {
    const years = Math.ceil(months / 12);
    const step = 12 * Math.max(1, Math.ceil(years / Math.max(2, Math.floor((width - margin.left - margin.right) / 46))));
    const ticks = Array.from({ length: Math.floor(months / step) + 1 }, (_, i) => i * step);
    xAxis.call(
      axisBottom(x)
        .tickValues(ticks)
        .tickFormat((v) => formatMonth(Number(v)))
        .tickSizeOuter(0),
    );
    yAxis.call(
      axisLeft(y)
        .ticks(5)
        .tickSize(-(width - margin.left - margin.right))
        .tickFormat((v) => format(Number(v))),
    );
  }

  function drawMarker({ x }: Frame, change: BandData['change']) {
    const data = change ? [change] : [];
    const flip = change !== undefined && x(change.month) > width / 2;
    marker
      .selectAll('line')
      .data(data)
      .join('line')
      .attr('x1', (d) => x(d.month))
      .attr('x2', (d) => x(d.month))
      .attr('y1', 14)
      .attr('y2', height - margin.bottom);
    marker
      .selectAll('text')
      .data(data)
      .join('text')
      .attr('x', (d) => x(d.month) + (flip ? -5 : 5))
      .attr('y', 22)
      .attr('text-anchor', flip ? 'end' : 'start')
      .text((d) => d.label);
  }

  function drawSeries(frame: Frame, series: readonly BandSeries[]) {
    const tone = (_: BandSeries, i: number) => `series s${i}`;
    const wideSpread = series.length <= SPREAD_UP_TO ? series : [];
    spreads
      .selectAll<SVGPathElement, BandSeries>('path')
      .data(wideSpread, (d) => d.letter)
      .join('path')
      .attr('class', (d, i) => `spread ${tone(d, i)}`)
      .attr('d', ({ band }) => ribbon(frame, band.p5, band.p95));
    bands
      .selectAll<SVGPathElement, BandSeries>('path')
      .data(series, (d) => d.letter)
      .join('path')
      .attr('class', (d, i) => `interval ${tone(d, i)}`)
      .attr('d', ({ band }) => ribbon(frame, band.low, band.high));
    const curve = line<number>(
      (_, m) => frame.x(m),
      (v) => frame.y(v),
    ).defined(Number.isFinite);
    lines
      .selectAll<SVGPathElement, BandSeries>('path')
      .data(series, (d) => d.letter)
      .join('path')
      .attr('class', (d, i) => `line ${tone(d, i)}`)
      .attr('stroke-dasharray', (_, i) => dashes[i]!)
      .attr('d', ({ band }) => curve([...band.mean]));
  }

  function drawEnds({ x, y }: Frame, series: readonly BandSeries[]) {
    const last = series[0] ? series[0].band.mean.length - 1 : 0;
    const limit = Math.floor((margin.right - 30) / 6.4);
    const names = series.map(({ label }) => (wide ? shorten(label, limit) : []));
    const gap = 4 + LABEL_LINE * Math.max(1, ...names.map((lines) => lines.length));
    const places = spread(
      series.map(({ band }) => y(band.mean[last] ?? 0)),
      gap,
      margin.top,
      height - margin.bottom,
    );
    ends
      .selectAll<SVGGElement, BandSeries>('g')
      .data(series, (d) => d.letter)
      .join((enter) => {
        const g = enter.append('g');
        g.append('text').attr('class', 'letter').attr('x', 8).attr('dy', '0.35em');
        g.append('text').attr('class', 'name');
        return g;
      })
      .attr('class', (_, i) => `end series s${i}`)
      .attr('transform', (_, i) => `translate(${x(last)},${places[i]!})`)
      .each(function (d, i) {
        const lines = names[i]!;
        select(this).select('.letter').text(d.letter);
        select(this)
          .select('.name')
          .selectAll('tspan')
          .data(lines)
          .join('tspan')
          .attr('x', 22)
          .attr('y', (_, l) => 4.5 + (l - (lines.length - 1) / 2) * LABEL_LINE)
          .text((line) => line);
      });
  }

  function drawPoints({ x, y }: Frame, { series, stops }: BandData) {
    const data = series.flatMap((s, row) => stops.filter((m) => Number.isFinite(s.band.mean[m])).map((month): Point => ({ series: s, row, month })));
    points
      .selectAll<SVGPathElement, Point>('path')
      .data(data, (d) => `${d.series.letter}${d.month}`)
      .join('path')
      .attr('class', (d) => `point series s${d.row}`)
      .attr('role', 'img')
      .attr('data-row', (d) => d.row)
      .attr('data-column', (d) => d.month)
      .attr('aria-label', (d) => sentence(d.series, d.month))
      .attr('transform', (d) => `translate(${x(d.month)},${y(d.series.band.mean[d.month]!)})`)
      .attr('d', (d) => symbol(symbols[d.row]!, 44)());
  }

  function update(data: BandData) {
    const months = data.series[0]?.band.mean.length ?? 0;
    const x = scaleLinear([0, Math.max(1, months - 1)], [margin.left, width - margin.right]);
    const y = scaleLinear(domain(data.series, data.series.length <= SPREAD_UP_TO), [height - margin.bottom, margin.top]).nice(5);
    const frame = { x, y };
    drawAxes(frame, months);
    drawMarker(frame, data.change);
    drawSeries(frame, data.series);
    drawEnds(frame, data.series);
    drawPoints(frame, data);
    refresh();
  }

  return { node: svg.node()!, update };
}
