import type { Context } from '../../context.ts';
import { lotteryNumber, uniform } from '../../core/draws.ts';
import { exp } from '../../core/math.ts';
import { cents, grains } from '../../core/money.ts';
import type { Values } from '../../core/parameter.ts';
import { choose, pick, weigh } from '../../kernel/kernel.ts';
import { newOption, newSituation } from '../../kernel/terms.ts';
import { beforeMoves, changeContract, contractOf, followPosts } from '../../world/contracts.ts';
import { FUNDERS_OF_CONTRACTS, REPORTING, USES } from '../../world/structures.ts';
import type { parameters } from './parameters.ts';

type P = Values<typeof parameters>;

/** A figure that stands out counts for twice the mean at most. */
const MOST_RELATIVE = 2;
const YEAR = 12;
const MOST_STRUCTURES = 65_536;

/** Those who may bid, and each by row: its score on a blank file, and what calls moved to it by funder. */
const bidders = new Uint16Array(MOST_STRUCTURES);
const score = new Float64Array(MOST_STRUCTURES);
const moved = new Float64Array(MOST_STRUCTURES * FUNDERS_OF_CONTRACTS);
/** Invited to one lot, and their chances. */
const invited = new Int32Array(16);
const odds = new Float64Array(16);

/** Hours put in a file: none, half, all. */
const EFFORTS = [0, 0.5, 1] as const;
const option = newOption();
const situation = newSituation();

/** The year's calls: each structure's contracts that come up are cut in lots, for which it and a few others bid. Rows are read as the year closed. */
export function holdCalls(context: Context, p: P): void {
  const n = listBidders(context);
  if (n > 1 && context.rules.contracting['call-share'][0] > 0) {
    rate(context, n, p);
    for (let b = 0; b < n; b++) prepare(context, bidders[b], n, p);
    for (let b = 0; b < n; b++) putToCall(context, bidders[b], n, p);
    moveMoney(context, n);
  }
  const { structures: s } = context.world;
  s.yearDeclared.fill(0);
  s.yearFollowed.fill(0);
}

function listBidders({ world }: Context): number {
  const { structures: s, counts } = world;
  let n = 0;
  for (let j = 0; j < counts.structures; j++) if (s.competes[j] && !s.closed[j]) bidders[n++] = j;
  return n;
}

const resultOf = ({ world: { structures: s } }: Context, j: number): number => s.yearDeclared[j] / Math.max(1, s.yearFollowed[j]);
/** People followed for a euro: what a low price is. */
const cheapness = ({ world }: Context, j: number): number => world.structures.yearFollowed[j] / Math.max(1, contractOf(world, j));

/** Score of each on what it declared, what it costs and whom it knows, each relative to the mean of those who may bid. */
function rate(context: Context, n: number, p: P): void {
  const { structures: s } = context.world;
  let result = 0;
  let cheap = 0;
  let tie = 0;
  for (let b = 0; b < n; b++) {
    result += resultOf(context, bidders[b]) / n;
    cheap += cheapness(context, bidders[b]) / n;
    tie += s.funderTie[bidders[b]] / n;
  }
  const all = p['result-weight'][0] + p['price-weight'][0] + p['form-weight'][0] + p['tie-weight'][0];
  for (let b = 0; b < n; b++) {
    const j = bidders[b];
    const sum =
      p['result-weight'][0] * relative(resultOf(context, j), result) +
      p['price-weight'][0] * relative(cheapness(context, j), cheap) +
      p['tie-weight'][0] * relative(s.funderTie[j], tie);
    score[j] = all > 0 ? sum / all : 0;
  }
}

const relative = (value: number, mean: number): number => (mean > 0 ? Math.min(MOST_RELATIVE, value / mean) : 1);
const fileWorth = (p: P): number => {
  const all = p['result-weight'][0] + p['price-weight'][0] + p['form-weight'][0] + p['tie-weight'][0];
  return all > 0 ? p['form-weight'][0] / all : 0;
};

/** How much work goes into files this year: the chance it buys, as the jury's own rule gives it against middling rivals, for hours taken from people. */
function prepare(context: Context, j: number, n: number, p: P): void {
  const { world, kernel, technology, streams, month } = context;
  const { structures: s } = world;
  const rivals = Math.min(n - 1, p.challengers[0]);
  const lot = cents(p['lot-size'][0]) / cents(technology['hour-cost'][0]);
  situation.structure = j;
  for (let e = 0; e < EFFORTS.length; e++) {
    const odd = exp(p.jury[0] * (score[j] + fileWorth(p) * s.compliance[j] * EFFORTS[e] - 1));
    option.money = EFFORTS[e] === 0 ? 0 : (lot * odd) / (odd + rivals);
    option.act = EFFORTS[e] * p['bid-hours'][s.arm[j]];
    weigh(kernel, e, option, situation, context);
  }
  choose(kernel, EFFORTS.length, technology.precision[s.arm[j]]);
  s.paper[j] = EFFORTS[pick(kernel, EFFORTS.length, uniform(streams['mandates.bid'], j, month.now))];
}

/** What of the contracts of `j` comes up this year, in lots of the size asked, each with the mix of funders of the whole. */
function putToCall(context: Context, j: number, n: number, p: P): void {
  const { world, rules } = context;
  const { structures: s } = world;
  const up = rules.contracting['call-share'][s.arm[j]] * Math.min(1, YEAR / rules.contracting['call-length'][s.arm[j]]);
  const lots = Math.max(1, Math.round((contractOf(world, j) * up) / cents(p['lot-size'][0])));
  for (let lot = 0; lot < lots; lot++) {
    const winner = award(context, j, lot, n, p);
    if (winner === j) continue;
    for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) {
      const amount = Math.floor((s.contract[j * FUNDERS_OF_CONTRACTS + k] * up) / lots);
      moved[j * FUNDERS_OF_CONTRACTS + k] -= amount;
      moved[winner * FUNDERS_OF_CONTRACTS + k] += amount;
    }
  }
}

/** One lot: whoever holds it and a few others, drawn, send their files; the jury's choice is the sharper the more it agrees. */
function award(context: Context, j: number, lot: number, n: number, p: P): number {
  const { world, streams, month } = context;
  const { structures: s } = world;
  const m = invite(context, j, lot, n, p.challengers[0]);
  let sum = 0;
  for (let q = 0; q < m; q++) {
    const k = invited[q];
    odds[q] = s.paper[k] > 0 ? exp(p.jury[0] * (score[k] + fileWorth(p) * s.compliance[k] * s.paper[k] - 1)) : 0;
    sum += odds[q];
    s.demand[k * USES + REPORTING] += grains(60 * p['bid-hours'][s.arm[k]] * s.paper[k]);
  }
  let left = uniform(streams['mandates.award'], j, month.now, lot) * sum;
  for (let q = 0; q < m; q++) {
    if (odds[q] === 0) continue;
    left -= odds[q];
    if (left < 0) return invited[q];
  }
  return j;
}

function invite({ streams, month }: Context, j: number, lot: number, n: number, most: number): number {
  invited[0] = j;
  let m = 1;
  for (let c = 0; m <= Math.min(most, n - 1) && c < TRIES; c++) {
    const k = n - 1 <= most ? bidders[c % n] : bidders[lotteryNumber(streams['mandates.award'], j, month.now, 4096 + lot * TRIES + c) % n];
    let known = false;
    for (let q = 0; q < m; q++) known ||= invited[q] === k;
    if (!known) invited[m++] = k;
  }
  return m;
}
const TRIES = 64;

function moveMoney({ world }: Context, n: number): void {
  beforeMoves(world);
  for (let b = 0; b < n; b++) {
    for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) {
      const at = bidders[b] * FUNDERS_OF_CONTRACTS + k;
      if (moved[at] !== 0) changeContract(world, bidders[b], k, moved[at]);
      moved[at] = 0;
    }
  }
  followPosts(world);
}
