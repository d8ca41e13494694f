import { wrap } from '../charts/chart.ts';

const NAMESPACE = 'http://www.w3.org/2000/svg';
const INLINED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-opacity',
  'stroke-dasharray',
  'opacity',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'paint-order',
] as const;
const MARGIN = 16;
const LINE = 20;
const CHARACTER = 7.6;

export interface Framing {
  readonly title: string;
  readonly sentence: string;
  /** What each letter stands for, a line each. */
  readonly legend: readonly string[];
  readonly source: string;
}

function inline(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  for (const name of INLINED) {
    const value = style.getPropertyValue(name);
    if (value) to.setAttribute(name, value);
  }
  for (const name of ['class', 'tabindex', 'role', 'data-row', 'data-column', 'aria-hidden']) to.removeAttribute(name);
  [...from.children].forEach((child, i) => inline(child, to.children[i]!));
}

function node(name: string, attributes: Readonly<Record<string, string | number>>, text = ''): SVGElement {
  const made = document.createElementNS(NAMESPACE, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  made.textContent = text;
  return made;
}

/** The chart as a file that stands alone: its title, sentence and source in the picture, styles written on each element. */
export function svgText(chart: SVGSVGElement, { title, sentence, legend, source }: Framing): string {
  const { width, height } = chart.viewBox.baseVal;
  const style = getComputedStyle(chart);
  const page = getComputedStyle(document.body).backgroundColor;
  const background = page === 'rgba(0, 0, 0, 0)' ? getComputedStyle(document.documentElement).backgroundColor : page;
  const limit = Math.max(20, Math.floor(width / CHARACTER));
  const heads = wrap(title, Math.floor(limit * 0.9));
  const feet = [...legend, sentence, source].flatMap((line) => wrap(line, limit));
  const top = MARGIN + heads.length * LINE + 10;
  const total = top + height + feet.length * LINE + MARGIN;
  const out = document.createElementNS(NAMESPACE, 'svg');
  for (const [key, value] of Object.entries({
    xmlns: NAMESPACE,
    width: width + 2 * MARGIN,
    height: total,
    viewBox: `0 0 ${width + 2 * MARGIN} ${total}`,
    role: 'img',
  })) {
    out.setAttribute(key, String(value));
  }
  const inside = chart.cloneNode(true) as SVGSVGElement;
  inline(chart, inside);
  const group = node('g', { transform: `translate(${MARGIN},${top})` });
  group.append(...inside.childNodes);
  const text = { 'font-family': style.fontFamily, fill: style.fill };
  out.append(
    node('title', {}, title),
    node('desc', {}, [...legend, sentence, source].join('\n')),
    node('rect', { width: width + 2 * MARGIN, height: total, fill: background }),
    ...heads.map((line, i) => node('text', { ...text, x: MARGIN, y: MARGIN + (i + 0.75) * LINE, 'font-size': 16, 'font-weight': 700 }, line)),
    group,
    ...feet.map((line, i) => node('text', { ...text, x: MARGIN, y: top + height + (i + 1) * LINE, 'font-size': 12 }, line)),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(out)}\n`;
}
