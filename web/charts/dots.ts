import { axisTop, create, type ScaleLinear, scaleLinear, type Selection } from 'd3';
import type { Estimate } from '../../src/experiments/types.ts';
import { type Chart, type ChartOptions, wrap } from './chart.ts';
import { rove } from './roving.ts';

export interface DotItem {
  /** Letter of the scenario, and its place in the tray: its colour. */
  readonly letter: string;
  readonly tone: number;
  readonly difference: Estimate;
  /** False when no difference can be told: drawn hollow and grey. */
  readonly told: boolean;
  /** What stands at the end of the row: `+4,2 % · mieux`. */
  readonly note: string;
  /** The sentence of the point. */
  readonly sentence: string;
}

export interface DotRow {
  readonly id: string;
  readonly label: string;
  /** Level of the reference: differences are drawn as a share of it. */
  readonly level: Estimate;
  readonly items: readonly DotItem[];
}

export interface DotsOptions extends ChartOptions {
  /** A share of the reference level, in %. */
  readonly format: (percent: number) => string;
  readonly axisLabel: string;
}

interface Mark extends DotItem {
  readonly row: number;
  readonly column: number;
  readonly y: number;
  readonly percent: (value: number) => number | null;
}

const ROW = 26;
const HEAD = 44;
const FURTHEST = 100;
const RADIUS = 5;
/** Room on each side for an arrow or a letter. */
const EDGE = 22;
const HIT = 26;

const percentOf = (level: Estimate) => (value: number) => (level.mean === 0 ? null : (100 * value) / Math.abs(level.mean));

function extent(rows: readonly DotRow[]): [number, number] {
  let low = 0;
  let high = 0;
  for (const { level, items } of rows) {
    for (const { difference } of items) {
      for (const value of [difference.low, difference.mean, difference.high]) {
        const share = value === null ? null : percentOf(level)(value);
        if (share === null || !Number.isFinite(share)) continue;
        low = Math.max(-FURTHEST, Math.min(low, share));
        high = Math.min(FURTHEST, Math.max(high, share));
      }
    }
  }
  const room = Math.max(1, (high - low) * 0.06);
  return [low - room, high + room];
}

/**
 * Paired differences with the reference, one row per indicator: a dot with its letter, its 95 % interval, and a zero line.
 * Drawn as a share of the reference level; what goes beyond ±100 % ends in an arrow, its figure standing in the note.
 */
export function dotsChart({ width, title, format, axisLabel, onPoint = () => {} }: DotsOptions): Chart<readonly DotRow[]> {
  const stacked = width < 620;
  const left = stacked ? 12 : Math.min(270, width * 0.34);
  const right = stacked ? 12 : Math.min(190, width * 0.24);
  const svg = create('svg').attr('width', width).attr('role', 'group').attr('aria-label', title).attr('class', 'chart dots');
  const layer = (name: string) => svg.append('g').attr('class', name);
  const axis = layer('axes').attr('aria-hidden', 'true');
  const stripes = layer('stripes').attr('aria-hidden', 'true');
  const zero = layer('zero').attr('aria-hidden', 'true').append('line');
  const labels = layer('labels').attr('aria-hidden', 'true');
  const marks = layer('marks');
  const notes = layer('notes').attr('aria-hidden', 'true');
  axis
    .append('text')
    .attr('class', 'axis-label')
    .attr('x', (left + width - right) / 2)
    .attr('y', 12)
    .attr('text-anchor', 'middle')
    .text(axisLabel);
  const scale = axis.append('g').attr('transform', `translate(0,${HEAD - 6})`);
  const refresh = rove(svg.node()!, onPoint);

  /** Where each row begins, its lines of label, and where its dots stand. */
  function layout(rows: readonly DotRow[]) {
    const limit = Math.floor((stacked ? width - 24 : left - 20) / 6.7);
    let top = HEAD;
    return rows.map((row) => {
      const lines = wrap(row.label, limit);
      const text = lines.length * 16 + 8;
      const dots = Math.max(1, row.items.length) * ROW;
      const height = stacked ? text + dots + (row.items.length > 0 ? 14 : 0) : Math.max(text, dots + 6);
      const place = { row, lines, top, height, first: stacked ? top + text + ROW / 2 : top + (height - dots) / 2 + ROW / 2 };
      top += height;
      return place;
    });
  }
  type Placed = ReturnType<typeof layout>[number];

  function drawLabels(placed: readonly Placed[]) {
    stripes
      .selectAll('rect')
      .data(placed)
      .join('rect')
      .attr('x', 0)
      .attr('width', width)
      .attr('y', (d) => d.top)
      .attr('height', (d) => d.height)
      .attr('class', (_, i) => (i % 2 ? 'stripe' : 'stripe bare'));
    const text = labels
      .selectAll<SVGTextElement, Placed>('text')
      .data(placed, (d) => d.row.id)
      .join('text')
      .attr('x', stacked ? 8 : left - 12)
      .attr('text-anchor', stacked ? 'start' : 'end')
      .attr('y', (d) => (stacked ? d.top + 17 : d.top + d.height / 2 - (d.lines.length - 1) * 8 + 4));
    text
      .selectAll('tspan')
      .data((d) => d.lines)
      .join('tspan')
      .attr('dy', (_, i) => (i ? 16 : 0))
      .attr('x', stacked ? 8 : left - 12)
      .text((d) => d);
  }

  function drawMarks(data: readonly Mark[], x: ScaleLinear<number, number>) {
    const clamp = (value: number) => Math.max(-FURTHEST, Math.min(FURTHEST, value));
    const at = (d: Mark, value: number | null) => x(clamp(value === null ? 0 : (d.percent(value) ?? 0)));
    const beyond = (d: Mark, value: number | null) => value !== null && Math.abs(d.percent(value) ?? 0) > FURTHEST;
    const groups = marks
      .selectAll<SVGGElement, Mark>('g.mark')
      .data(data, (d) => `${d.row}${d.letter}`)
      .join((enter) => {
        const g = enter.append('g');
        g.append('path').attr('class', 'whisker');
        g.append('path').attr('class', 'beyond');
        g.append('text').attr('aria-hidden', 'true');
        const point = g.append('g').attr('role', 'img');
        point
          .append('rect')
          .attr('class', 'hit')
          .attr('x', -HIT / 2)
          .attr('y', -HIT / 2)
          .attr('width', HIT)
          .attr('height', HIT);
        point.append('circle').attr('r', RADIUS);
        return g;
      })
      .attr('class', (d) => `mark series s${d.tone}${d.told ? '' : ' untold'}`);
    groups.select('.whisker').attr('d', (d) => {
      if (d.difference.low === null) return null;
      const [from, to] = [at(d, d.difference.low), at(d, d.difference.high)];
      return `M${from},${d.y}H${to}M${from},${d.y - 5}v10M${to},${d.y - 5}v10`;
    });
    /** Where the letter stands: outside the interval, away from zero. */
    const letterAt = (d: Mark) => {
      const { low, mean, high } = d.difference;
      const [from, to] = [at(d, low ?? mean), at(d, high ?? mean)];
      return mean < 0 ? Math.min(from, at(d, mean) - RADIUS) - 6 : Math.max(to, at(d, mean) + RADIUS) + 6;
    };
    const cut = (d: Mark) => beyond(d, d.difference.low ?? d.difference.mean) || beyond(d, d.difference.high ?? d.difference.mean);
    groups
      .select('text')
      .attr('x', letterAt)
      .attr('y', (d) => d.y + (cut(d) ? -7 : 4.5))
      .attr('text-anchor', (d) => (d.difference.mean < 0 ? 'end' : 'start'))
      .text((d) => d.letter);
    groups.select('.beyond').attr('d', (d) => {
      const up = beyond(d, d.difference.high ?? d.difference.mean);
      const down = beyond(d, d.difference.low ?? d.difference.mean);
      if (up) return `M${x(FURTHEST) + 3},${d.y - 6}l11,6l-11,6z`;
      return down ? `M${x(-FURTHEST) - 3},${d.y - 6}l-11,6l11,6z` : null;
    });
    groups
      .select<SVGGElement>('g')
      .attr('class', (d) => (d.difference.low === null ? 'point unknown' : 'point'))
      .attr('data-row', (d) => d.row)
      .attr('data-column', (d) => d.column)
      .attr('aria-label', (d) => d.sentence)
      .attr('transform', (d) => `translate(${at(d, d.difference.mean)},${d.y})`);
  }

  function drawNotes(data: readonly Mark[]) {
    (notes as Selection<SVGGElement, undefined, null, undefined>)
      .selectAll<SVGTextElement, Mark>('text')
      .data(data, (d) => `${d.row}${d.letter}`)
      .join('text')
      .attr('class', (d) => (d.told ? 'note' : 'note untold'))
      .attr('x', stacked ? width - 8 : width - right + 14)
      .attr('text-anchor', stacked ? 'end' : 'start')
      .attr('y', (d) => (stacked ? d.y + 19 : d.y + 4))
      .text((d) => d.note);
  }

  function update(rows: readonly DotRow[]) {
    const placed = layout(rows);
    const height = (placed.at(-1)?.top ?? HEAD) + (placed.at(-1)?.height ?? 0) + 4;
    svg.attr('viewBox', `0 0 ${width} ${height}`).attr('height', height);
    const x = scaleLinear(extent(rows), [left + EDGE, width - right - EDGE]);
    scale.call(
      axisTop(x)
        .ticks(Math.max(2, (width - left - right) / 80))
        .tickSizeOuter(0)
        .tickSizeInner(-(height - HEAD))
        .tickFormat((v) => format(Number(v))),
    );
    zero
      .attr('x1', x(0))
      .attr('x2', x(0))
      .attr('y1', HEAD - 6)
      .attr('y2', height);
    drawLabels(placed);
    const data = placed.flatMap(({ row, first }, r) =>
      row.items.map((item, i): Mark => ({ ...item, row: r, column: i, y: first + i * ROW, percent: percentOf(row.level) })),
    );
    drawMarks(data, x);
    drawNotes(data);
    refresh();
  }

  return { node: svg.node()!, update };
}
