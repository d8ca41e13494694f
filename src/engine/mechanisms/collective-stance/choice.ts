import type { Context } from '../../context.ts';
import { uniform } from '../../core/draws.ts';
import { split } from '../../core/money.ts';
import type { Values } from '../../core/parameter.ts';
import { choose, pick, weigh } from '../../kernel/kernel.ts';
import { situate } from '../../kernel/situate.ts';
import { HORIZON, newOption, newSituation } from '../../kernel/terms.ts';
import { beforeMoves, changeContract, contractOf, followPosts, mainFunderOf } from '../../world/contracts.ts';
import { CLASSES, LEVELS, NONE } from '../../world/people.ts';
import { FUNDERS_OF_CONTRACTS, TIES } from '../../world/structures.ts';
import type { parameters } from './parameters.ts';

type P = Values<typeof parameters>;

const YEAR = 12;
const HOLD = 0;
const DEAL = 1;
const hold = newOption();
const deal = newOption();
const insist = newOption();
const concede = newOption();
const situation = newSituation();
const person = newSituation();
const weights = new Float64Array(65_536);
const cuts = new Float64Array(65_536);
const parts = new Float64Array(65_536);

export const isMember = ({ world: { structures: s } }: Context, j: number): boolean => s.collective[j] === 1 && s.closed[j] === 0;

/** The year's choices, each from what was seen the year before; then each funder answers those who work for it. */
export function takeSides(context: Context, p: P): void {
  const { world, rules } = context;
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++) {
    if (!isMember(context, j)) continue;
    s.stance[j] = rules.associations['collective-stance'][s.arm[j]];
    s.deal[j] = s.stance[j] > 0 && dealsApart(context, j, p) ? 1 : 0;
  }
  beforeMoves(world);
  for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++) answer(context, f, p);
  followPosts(world);
}

/**
 * Hold the common position, or deal apart while it is declared. Money: what may be taken from those who hold, and what those who deal may
 * get of it. Against: what peers will remember, people who come by themselves and will wait, workers who leave when they no longer believe.
 */
function dealsApart(context: Context, j: number, p: P): boolean {
  const { world, kernel, technology, streams, month } = context;
  const { structures: s } = world;
  const arm = s.arm[j];
  const level = s.stance[j];
  const staked = (p.punishment[0] * level * s.dependence[j] * contractOf(world, j)) / (technology['hour-cost'][0] * 100);
  situation.structure = j;
  situation.credibility = peersOf(context, j);
  displaced(context, j, p);
  hold.holds = level;
  hold.money = -s.feared[j] * staked;
  hold.credit = level;
  deal.money = s.feared[j] * s.peersHeld[j] * staked;
  deal.credit = -level;
  deal.act = s.workers[j] * p['leave-distrust'][arm] * distrust(level, arm, p) * YEAR * p['replacement-hours'][arm];
  weigh(kernel, HOLD, hold, situation, context);
  weigh(kernel, DEAL, deal, situation, context);
  choose(kernel, 2, technology.precision[arm]);
  return pick(kernel, 2, uniform(streams['collective-stance.choice'], j, month.now)) === DEAL;
}

/** Trust that workers lose in the end to a gap that lasts. */
const distrust = (gap: number, arm: number, p: P): number => {
  const lost = p['trust-loss'][arm] * gap;
  return lost > 0 ? (p['trust-base'][arm] * lost) / (lost + p['trust-regain'][arm]) : 0;
};

/** What a point of credibility with the others of the collective brings, from the cases shared with them. */
function peersOf(context: Context, j: number): number {
  const { ties } = context.world;
  let sum = 0;
  for (let t = j * TIES; t < (j + 1) * TIES; t++) {
    const k = ties.partner[t];
    if (k === NONE || !isMember(context, k)) continue;
    for (let l = 0; l < LEVELS; l++) sum += 0.1 * ties.credibility[t] * ties.accepted[t * LEVELS + l];
  }
  return sum;
}

/** People that a quota met in full leaves waiting, and what a year with them would give, for the class most followed. */
function displaced(context: Context, j: number, p: P): void {
  const { structures: s } = context.world;
  let most = 0;
  for (let c = 1; c < CLASSES; c++) if (s.byClass[j * CLASSES + c] > s.byClass[j * CLASSES + most]) most = c;
  situate(context, j, most, person);
  const kept = Math.max(0, s.othersQueue[j] - (1 - p.places[s.arm[j]] * s.dependence[j]) * s.intake[j]);
  situation.mission = (person.mission * kept * YEAR) / HORIZON;
  situation.gain = person.gain;
  situation.relief = person.relief;
}

/** Of those who live by this funder: people followed, and people followed by those who hold, by how firmly. */
const volume = { all: 0, held: 0, holders: 0, dealers: 0 };

function count(context: Context, f: number): void {
  const { world } = context;
  const { structures: s, counts } = world;
  volume.all = volume.held = volume.holders = volume.dealers = 0;
  for (let j = 0; j < counts.structures; j++) {
    if (!isMember(context, j) || mainFunderOf(world, j) !== f) continue;
    volume.all += s.caseload[j] * s.stance[j];
    if (s.deal[j]) volume.dealers++;
    else if (s.stance[j] > 0) {
      volume.held += s.caseload[j] * s.stance[j];
      volume.holders++;
    }
  }
}

/**
 * A funder weighs what its demands are worth to it against placing elsewhere those whom the holders follow: it depends on their volume too.
 * If it gives in, it does so for all; if not, it takes from those who held, as far as there is someone else to give it to.
 */
function answer(context: Context, f: number, p: P): void {
  const { world, kernel, technology, streams, month } = context;
  const { structures: s, counts } = world;
  count(context, f);
  let gives = false;
  if (volume.holders > 0) {
    insist.money = -volume.held * p['volume-hours'][0];
    concede.money = -volume.all * p['demand-hours'][0];
    situation.mission = situation.credibility = 0;
    weigh(kernel, HOLD, insist, situation, context);
    weigh(kernel, DEAL, concede, situation, context);
    choose(kernel, 2, technology.precision[0]);
    gives = pick(kernel, 2, uniform(streams['collective-stance.funder'], f, month.now)) === DEAL;
  }
  const punishes = !gives && volume.holders > 0 && volume.dealers > 0;
  const peers = volume.holders + volume.dealers;
  const held = peers > 0 ? volume.holders / peers : 0;
  if (punishes) punish(context, f, p);
  for (let j = 0; j < counts.structures; j++) {
    if (!isMember(context, j) || mainFunderOf(world, j) !== f) continue;
    s.softened[j] = gives ? s.stance[j] : 0;
    if (peers > 0) s.peersHeld[j] += p.learning[s.arm[j]] * (held - s.peersHeld[j]);
    if (volume.holders > 0) s.feared[j] += p.learning[s.arm[j]] * ((punishes ? 1 : 0) - s.feared[j]);
  }
}

/** Money moves within the funder's contracts, from those who held to those who dealt, by their workers. */
function punish(context: Context, f: number, p: P): void {
  const { world } = context;
  const { structures: s, counts } = world;
  let taken = 0;
  for (let j = 0; j < counts.structures; j++) {
    weights[j] = 0;
    if (!isMember(context, j) || mainFunderOf(world, j) !== f) continue;
    if (s.deal[j]) weights[j] = Math.max(1, s.workers[j]);
    else {
      const part = Math.floor(p.punishment[0] * s.stance[j] * s.contract[j * FUNDERS_OF_CONTRACTS + f]);
      cuts[j] = -part;
      taken += part;
    }
  }
  split(taken, weights, counts.structures, parts);
  for (let j = 0; j < counts.structures; j++) {
    if (!isMember(context, j) || mainFunderOf(world, j) !== f) continue;
    changeContract(world, j, f, s.deal[j] ? parts[j] : cuts[j]);
  }
}
