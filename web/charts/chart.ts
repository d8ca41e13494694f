import { type SymbolType, symbolCircle, symbolCross, symbolDiamond, symbolDiamond2, symbolSquare, symbolStar, symbolTriangle, symbolWye } from 'd3';

/** What every chart module returns: a node to place, and a way to draw it again with other data. */
export interface Chart<D> {
  readonly node: SVGSVGElement;
  update(data: D): void;
}

/** What every chart needs from outside: the room it has, and who is told which point is being read. */
export interface ChartOptions {
  readonly width: number;
  /** Name of the chart for a screen reader. */
  readonly title: string;
  /** The sentence of the point under the pointer or the focus; null when it leaves. */
  readonly onPoint?: (sentence: string | null) => void;
}

/** The mark of each series, after its letter and its colour: A is a disc, B a square, and so on. */
export const symbols: readonly SymbolType[] = [symbolCircle, symbolSquare, symbolTriangle, symbolDiamond, symbolCross, symbolStar, symbolWye, symbolDiamond2];

/** The line pattern of each series. Colour is never the only sign. */
export const dashes: readonly string[] = ['none', '9 4', '2 3', '12 3 2 3', '5 2', '1 4', '14 4', '8 2 2 2 2 2'];

/** Pushes values apart so that neighbours differ by at least `gap`, keeping their order and staying close to where they were. */
export function spread(values: readonly number[], gap: number, low: number, high: number): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a]! - values[b]!);
  const out = [...values];
  let floor = low;
  for (const i of order) {
    out[i] = Math.max(out[i]!, floor);
    floor = out[i]! + gap;
  }
  let ceiling = high;
  for (const i of order.reverse()) {
    out[i] = Math.min(out[i]!, ceiling);
    ceiling = out[i]! - gap;
  }
  return out;
}

/** Breaks a label into lines of at most `limit` characters, never inside a word. */
export function wrap(text: string, limit: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= limit) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
