import { scaleLinear } from 'd3';
import { blocks } from '../experiments/trial/bench.ts';
import type { Row } from '../experiments/trial/types.ts';
import { good } from '../experiments/trial/verdict.ts';
import { cellsOf } from './evidence-rows.ts';
import type { Lang } from './format.ts';
import { evidenceWords } from './i18n/evidence.ts';

const WIDTH = 1180;
const LEFT = 560;
const RIGHT = 40;
const LINE = 20;
const HEAD = 98;
/** How far the frame reaches, in half-bands from the middle of the band. */
const REACH = 4;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** The band of a row as the picture needs it: both ends. One that is open on a side is given one as wide as the published figure, or as the model’s interval. */
function bandOf({ estimand: { agrees, published, target, measure }, model }: Row): readonly [number, number] {
  const none = measure.kind === 'ratio' || measure.kind === 'hazard-ratio' ? 1 : 0;
  const width = Math.abs((published.point ?? model?.mean ?? 1) - none) || 1;
  if (target === 'sign') return agrees.low !== undefined ? [agrees.low, agrees.low + 2 * width] : [agrees.high! - 2 * width, agrees.high!];
  return [agrees.low ?? none - width, agrees.high ?? none + width];
}

/** One row drawn relative to its band: the band, the published figure, the model and its interval; what leaves the frame ends in an arrow. */
function drawn(row: Row, y: number, lang: Lang): string {
  const { model, estimand, verdict } = row;
  const [low, high] = bandOf(row);
  const middle = (low + high) / 2;
  const half = (high - low) / 2 || 1;
  const x = scaleLinear([middle - REACH * half, middle + REACH * half], [LEFT, WIDTH - RIGHT]).clamp(true);
  const cells = cellsOf(row, lang);
  const colour = good(verdict) ? '#1b6e53' : verdict === 'undecided' ? '#6b6b6b' : '#a5341f';
  const band = `<rect x="${x(low).toFixed(1)}" y="${y - 7}" width="${(x(high) - x(low)).toFixed(1)}" height="14" fill="#dedbd2"/>`;
  const label = `<text x="8" y="${y + 4}">${escaped(`${cells.row} · ${cells.what}`.slice(0, 92))}</text>`;
  const point = estimand.published.point;
  const known = point === undefined ? '' : `<path d="M${x(point).toFixed(1)},${y - 6}l5,6l-5,6l-5,-6z" fill="none" stroke="#33302a"/>`;
  if (!model || estimand.points) return `${band}${label}<text x="${LEFT + 6}" y="${y + 4}" fill="${colour}">${escaped(cells.verdict)}</text>`;
  const beyond = (value: number): boolean => Math.abs(value - middle) > REACH * half;
  const arrow = (value: number): string => (beyond(value) ? `<path d="M${x(value).toFixed(1)},${y}l${value > middle ? -6 : 6},-4v8z" fill="${colour}"/>` : '');
  const line =
    model.low === null
      ? ''
      : `<line x1="${x(model.low).toFixed(1)}" x2="${x(model.high!).toFixed(1)}" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="2"/>${arrow(model.low)}${arrow(model.high!)}`;
  return `${band}${label}${known}${line}<circle cx="${x(model.mean).toFixed(1)}" cy="${y}" r="3.5" fill="${colour}"/>`;
}

/** The forest plot of the bench, as a picture that stands alone: misses first, each row relative to its own band; it names the posterior it was drawn from. */
export function forestSvg(rows: readonly Row[], lang: Lang, posterior?: { readonly id: string }): string {
  const words = evidenceWords[lang];
  const lines: string[] = [];
  let y = HEAD;
  for (const block of blocks(rows)) {
    lines.push(`<text x="8" y="${y + 4}" font-weight="bold">${escaped(words.uses[block.use])}</text>`);
    y += LINE;
    for (const row of block.rows) {
      lines.push(drawn(row, y, lang));
      y += LINE;
    }
    y += LINE / 2;
  }
  const legend = `<circle cx="${LEFT}" cy="68" r="3.5" fill="#33302a"/><text x="${LEFT + 10}" y="72">${words.forest.model}</text><path d="M${LEFT + 190},62l5,6l-5,6l-5,-6z" fill="none" stroke="#33302a"/><text x="${LEFT + 202}" y="72">${words.forest.published}</text><rect x="${LEFT + 290}" y="61" width="24" height="14" fill="#dedbd2"/><text x="${LEFT + 320}" y="72">${words.forest.band}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${y}" width="${WIDTH}" height="${y}" font-family="system-ui, sans-serif" font-size="12" fill="#33302a" role="img" lang="${lang}">`,
    `<title>${escaped(words.forest.title)}</title><desc>${escaped(words.forest.reading)}</desc>`,
    `<rect width="${WIDTH}" height="${y}" fill="#fffdf8"/>`,
    `<text x="8" y="22" font-size="16" font-weight="bold">${escaped(words.forest.title)}</text><text x="8" y="48">${escaped(words.forest.reading)}</text>`,
    legend,
    ...(posterior ? [`<text x="8" y="72">${escaped(words.forest.drawn(posterior.id))}</text>`] : []),
    ...lines,
    '</svg>',
    '',
  ].join('\n');
}
