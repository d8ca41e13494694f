import { pay } from '../../books.ts';
import { type Context, tally } from '../../context.ts';
import { uniform } from '../../core/draws.ts';
import { split } from '../../core/money.ts';
import type { Values } from '../../core/parameter.ts';
import { choose, pick, weigh } from '../../kernel/kernel.ts';
import { newOption, newSituation } from '../../kernel/terms.ts';
import { beforeMoves, changeContract, contractOf, followPosts } from '../../world/contracts.ts';
import { become, closeFile, tell } from '../../world/moves.ts';
import { slotOf } from '../../world/organise.ts';
import { CLASSES, NONE } from '../../world/people.ts';
import { A, O, W } from '../../world/status.ts';
import { FUNDERS_OF_CONTRACTS, TIES } from '../../world/structures.ts';
import { header } from '../../world/world.ts';
import type { parameters } from './parameters.ts';

type P = Values<typeof parameters>;

const DECLINE = 0;
const TAKE_OVER = 1;
const decline = newOption();
const takeOver = newOption();
const situation = newSituation();
const weights = new Float64Array(65_536);
const parts = new Float64Array(65_536);

/** Before the month's money: those who could not pay for too long close, or are taken over by the partner they trust most. */
export function endThose(context: Context, p: P): void {
  const { structures: s, counts } = context.world;
  for (let j = 0; j < counts.structures; j++) {
    if (!s.competes[j] || s.closed[j] || s.unpaid[j] < p['grace-months'][s.arm[j]]) continue;
    const host = partnerOf(context, j);
    beforeMoves(context.world);
    if (host !== NONE && accepts(context, j, host, p)) merge(context, j, host, p);
    else close(context, j);
    followPosts(context.world);
  }
}

/** After the month's money: who could not pay one worker one month more within its overdraft. */
export function watchCredit({ world, rules }: Context): void {
  const { structures: s, counts, head } = world;
  const wage = head[header.wageCents];
  for (let j = 0; j < counts.structures; j++) {
    const most = Math.round(rules.books['structure-credit'][s.arm[j]] * wage * Math.max(1, s.posts[j]));
    s.unpaid[j] = !s.closed[j] && s.cash[j] - s.debt[j] + most < wage ? s.unpaid[j] + 1 : 0;
  }
}

/** The tied structure that competes too and is trusted most. */
function partnerOf({ world }: Context, j: number): number {
  const { ties, structures: s } = world;
  let best = NONE;
  let trust = 0;
  for (let t = j * TIES; t < (j + 1) * TIES; t++) {
    const k = ties.partner[t];
    if (k === NONE || !s.competes[k] || s.closed[k] || ties.trust[t] <= trust) continue;
    trust = ties.trust[t];
    best = k;
  }
  return best;
}

/** The partner weighs a year of what comes with the team, in money and debts, against its wages and the work of taking it over. */
function accepts(context: Context, j: number, host: number, p: P): boolean {
  const { world, kernel, technology, streams, month } = context;
  const { structures: s, head } = world;
  const hour = technology['hour-cost'][0] * 100;
  situation.structure = host;
  takeOver.money = (contractOf(world, j) + arrearsOf(context, j) + s.cash[j] - s.debt[j] - 12 * s.workers[j] * head[header.wageCents]) / hour;
  takeOver.act = s.workers[j] * p['merger-hours'][s.arm[host]];
  weigh(kernel, DECLINE, decline, situation, context);
  weigh(kernel, TAKE_OVER, takeOver, situation, context);
  choose(kernel, 2, technology.precision[s.arm[host]]);
  return pick(kernel, 2, uniform(streams['mandates.merger'], j, month.now)) === TAKE_OVER;
}

function arrearsOf({ world: { structures: s } }: Context, j: number): number {
  let sum = 0;
  for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) sum += s.arrears[j * FUNDERS_OF_CONTRACTS + k];
  return sum;
}

/** Workers, contracts, money and people go to the partner; routines are lost by the share that moves, ties keep what is instituted. */
function merge(context: Context, j: number, host: number, p: P): void {
  const { world, scratch } = context;
  const { structures: s } = world;
  const share = s.workers[j] / Math.max(1, s.workers[j] + s.workers[host]);
  s.know[host] *= 1 - share * p['merger-loss'][s.arm[host]];
  s.workers[host] += s.workers[j];
  for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) {
    const at = j * FUNDERS_OF_CONTRACTS + k;
    changeContract(world, host, k, s.contract[at]);
    s.arrears[host * FUNDERS_OF_CONTRACTS + k] += s.arrears[at];
    s.contract[at] = 0;
    s.arrears[at] = 0;
  }
  const net = s.cash[j] - s.debt[j];
  s.takenOver[host] += net;
  s.takenOver[j] -= net;
  s.cash[host] += s.cash[j];
  s.debt[host] += s.debt[j];
  s.cash[j] = 0;
  s.debt[j] = 0;
  moveTies(context, j, host);
  scratch.tally[tally.mergers]++;
  goDark(context, j);
  release(context, j, host);
}

/** Ties of those who move go with them, less what only the old house held. */
function moveTies({ world }: Context, j: number, host: number): void {
  const { ties, counts } = world;
  for (let t = 0; t < counts.structures * TIES; t++) {
    const from = Math.floor(t / TIES);
    if (ties.partner[t] !== j || from === host) continue;
    if (slotOf(world, from, host) >= 0) continue;
    ties.partner[t] = host;
    ties.trust[t] *= ties.instituted[t];
    ties.innovations[t] *= ties.instituted[t];
  }
  for (let t = j * TIES; t < (j + 1) * TIES; t++) {
    const k = ties.partner[t];
    const slot = slotOf(world, host, NONE);
    if (k === NONE || k === host || slot < 0 || slotOf(world, host, k) >= 0) continue;
    const to = host * TIES + slot;
    for (const column of [ties.trust, ties.instituted, ties.credibility, ties.live, ties.innovations]) column[to] = column[t];
    for (const column of [ties.asked, ties.accepted]) {
      const width = column.length / (counts.structures * TIES);
      for (let l = 0; l < width; l++) column[to * width + l] = column[t * width + l];
    }
    ties.partner[to] = k;
    ties.trust[to] *= ties.instituted[to];
    ties.innovations[to] *= ties.instituted[to];
  }
}

/** The funder it lived by stands for its debts; what it had under contract goes to those who work for the same funders. */
function close(context: Context, j: number): void {
  const { world, scratch } = context;
  const { structures: s } = world;
  const short = s.debt[j] - s.cash[j] - arrearsOf(context, j);
  if (short > 0) pay(context, j, s.mainFunder[j], short);
  for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) passOn(context, j, k);
  scratch.tally[tally.closures]++;
  goDark(context, j);
  release(context, j, NONE);
}

function passOn({ world }: Context, j: number, k: number): void {
  const { structures: s, counts } = world;
  const amount = s.contract[j * FUNDERS_OF_CONTRACTS + k];
  let all = 0;
  for (let q = 0; q < counts.structures; q++) {
    weights[q] = q === j || !s.competes[q] || s.closed[q] ? 0 : s.contract[q * FUNDERS_OF_CONTRACTS + k];
    all += weights[q];
  }
  s.contract[j * FUNDERS_OF_CONTRACTS + k] = 0;
  if (amount === 0 || all === 0) return;
  split(amount, weights, counts.structures, parts);
  for (let q = 0; q < counts.structures; q++) if (parts[q] > 0) changeContract(world, q, k, parts[q]);
}

/** No post, no worker, no tie: the row stays. */
function goDark({ world }: Context, j: number): void {
  const { structures: s, ties, counts } = world;
  s.closed[j] = 1;
  s.posts[j] = 0;
  s.workers[j] = 0;
  s.caseload[j] = 0;
  s.queue[j] = 0;
  s.byClass.fill(0, j * CLASSES, (j + 1) * CLASSES);
  s.lateShare[j] = 0;
  s.lateMonths[j] = 0;
  s.seats[j] = 0;
  s.funderTie[j] = 0;
  s.unpaid[j] = 0;
  for (let t = 0; t < counts.structures * TIES; t++) if (ties.partner[t] === j || Math.floor(t / TIES) === j) ties.partner[t] = NONE;
}

/** Its people follow the team to `host`, or are oriented again; nothing points to it any more. */
function release(context: Context, j: number, host: number): void {
  const { world } = context;
  const { people, head } = world;
  for (let i = 0; i < head[header.rows]; i++) {
    if (people.sender[i] === j) people.sender[i] = host;
    if (people.lead[i] === j) {
      const held = people.status[i] === W || people.status[i] === A;
      if (held) tell(context, i, host === NONE ? 'mandates.closed' : 'mandates.merged');
      if (host !== NONE) people.lead[i] = host;
      else {
        closeFile(world, i);
        if (held) become(world, i, O);
      }
    }
    if (people.sender[i] !== NONE && people.sender[i] === people.lead[i]) people.sender[i] = NONE;
  }
}
