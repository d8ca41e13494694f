import { axisTop, create, type ScaleLinear, scaleLinear, type Selection } from 'd3';
import type { Estimate } from '../../src/experiments/types.ts';
import { type Chart, type ChartOptions, wrap } from './chart.ts';
import { percentOf, type Reach, reachOf } from './dots-scale.ts';
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
  readonly level: Estimate;
}

const ROW = 26;
const HEAD = 44;
const RADIUS = 5;
/** Room on each side for an arrow or a letter. */
const EDGE = 22;
const HIT = 26;

/**
 * Paired differences with the reference, one row per indicator: a dot with its letter, its 95 % interval, and a zero line.
 * Drawn as a share of the reference level; what goes further than most do ends in an arrow, its figure standing in the note.
 */
export function dotsChart({ width, title, format, axisLabel, onPoint = () => {} }: DotsOptions): Chart<readonly DotRow[]> {
  const stacked = width < 620;
  const left = stacked ? 12 : Math.min(270, width * 0.34);
  const right = stacked ? 12 : Math.min(228, width * 0.27);
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
    const limit = Math.floor((stacked ? width - 24 : left - 20) / 7.2);
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

  function drawMarks(data: readonly Mark[], x: ScaleLinear<number, number>, { low, high }: Reach) {
    const shareAt = (d: Mark, value: number | null) => percentOf(d.level, value ?? d.difference.mean) ?? 0;
    const at = (d: Mark, value: number | null) => x(Math.max(low, Math.min(high, shareAt(d, value))));
    const under = (d: Mark) => shareAt(d, d.difference.low) < low;
    const over = (d: Mark) => shareAt(d, d.difference.high) > high;
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
      const ends = [under(d) ? '' : `M${from},${d.y - 5}v10`, over(d) ? '' : `M${to},${d.y - 5}v10`];
      return `M${from},${d.y}H${to}${ends.join('')}`;
    });
    /** Where the letter stands: outside the interval, away from zero. */
    const letterAt = (d: Mark) => {
      const { low: from, mean, high: to } = d.difference;
      return mean < 0 ? Math.min(at(d, from), at(d, mean) - RADIUS) - 6 : Math.max(at(d, to), at(d, mean) + RADIUS) + 6;
    };
    groups
      .select('text')
      .attr('x', letterAt)
      .attr('y', (d) => d.y + ((d.difference.mean < 0 ? under(d) : over(d)) ? -8 : 4.5))
      .attr('text-anchor', (d) => (d.difference.mean < 0 ? 'end' : 'start'))
      .text((d) => d.letter);
    const arrow = (from: number, y: number, way: 1 | -1) => `M${from + 3 * way},${y - 6}l${11 * way},6l${-11 * way},6z`;
    groups.select('.beyond').attr('d', (d) => [under(d) ? arrow(x(low), d.y, -1) : '', over(d) ? arrow(x(high), d.y, 1) : ''].join('') || null);
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
    const reach = reachOf(rows.flatMap(({ level, items }) => items.map(({ difference }) => ({ difference, level }))));
    const x = scaleLinear([reach.low, reach.high], [left + EDGE, width - right - EDGE]);
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
      row.items.map((item, i): Mark => ({ ...item, row: r, column: i, y: first + i * ROW, level: row.level })),
    );
    drawMarks(data, x, reach);
    drawNotes(data);
    refresh();
  }

  return { node: svg.node()!, update };
}
