import type { Context } from '../../context.ts';
import { alsoUniform, lotteryNumber, uniform } from '../../core/draws.ts';
import { LEVELS, NONE } from '../../world/people.ts';
import { slotOf } from '../../world/organise.ts';
import { TIES } from '../../world/structures.ts';
import type { World } from '../../world/world.ts';
import type { P } from './parameters.ts';

/** Cases a year, both ways, under which nobody uses a tie any more. */
const UNUSED = 0.5;
let met = new Int32Array(0);

/** Cases accepted over about a year on tie `t`, one way. */
export const accepted = ({ ties }: World, t: number): number => ties.accepted[t * LEVELS] + ties.accepted[t * LEVELS + 1] + ties.accepted[t * LEVELS + 2];

/** A tie that both sides have stopped trusting and using is lost, both ways: its two slots are free. */
export function part(world: World, reverse: Int32Array, p: P): void {
  const { ties, structures: s, counts } = world;
  for (let t = 0; t < counts.structures * TIES; t++) {
    const back = reverse[t];
    if (ties.partner[t] === NONE || back < t) continue;
    const least = p['lost-under'][s.arm[Math.floor(t / TIES)]];
    if (ties.trust[t] >= least || ties.trust[back] >= least || accepted(world, t) + accepted(world, back) >= UNUSED) continue;
    empty(world, t);
    empty(world, back);
  }
}

function empty({ ties }: World, t: number): void {
  ties.partner[t] = NONE;
  ties.trust[t] = 0;
  ties.instituted[t] = 0;
  ties.innovations[t] = 0;
}

/**
 * Meetings make people known to the partners of their partners, where both have a slot to give. Whom each meets rests on the ties as they
 * stood; ties are then opened in the order of structures. Left out: ties that a funder orders.
 */
export function meet(context: Context, p: P): void {
  const { world, rules } = context;
  const { structures: s, counts } = world;
  if (met.length < counts.structures) met = new Int32Array(counts.structures);
  for (let j = 0; j < counts.structures; j++) {
    const hours = rules.governance.meetings[s.arm[j]] + s.faceToFace[j];
    met[j] = someoneNew(context, j, Math.min(1, p.acquaintance[s.arm[j]] * hours));
  }
  for (let j = 0; j < counts.structures; j++) if (met[j] >= 0) join(context, j, Math.floor(met[j] / TIES), world.ties.partner[met[j]]);
}

/** The tie of a partner by which structure `j` meets somebody new this month, or −1. */
function someoneNew({ world, streams, month }: Context, j: number, chance: number): number {
  const { ties } = world;
  const stream = streams['uncertain-institution.meeting'];
  if (uniform(stream, j, month.now) >= chance || slotOf(world, j, NONE) < 0) return -1;
  const through = Math.floor(alsoUniform() * TIES);
  const m = ties.partner[j * TIES + through];
  if (m === NONE) return -1;
  const t = m * TIES + (lotteryNumber(stream, j, month.now, 1) % TIES);
  const k = ties.partner[t];
  return k === NONE || k === j || slotOf(world, j, k) >= 0 || slotOf(world, k, NONE) < 0 ? -1 : t;
}

/** A new tie both ways. What each thinks of the other is what their common partner is worth to both. */
function join({ world, streams, month }: Context, j: number, through: number, k: number): void {
  const { ties, structures: s } = world;
  const here = slotOf(world, j, NONE);
  const there = k === NONE ? -1 : slotOf(world, k, NONE);
  const known = slotOf(world, j, through);
  const theirs = k === NONE ? -1 : slotOf(world, through, k);
  if (here < 0 || there < 0 || known < 0 || theirs < 0 || slotOf(world, j, k) >= 0) return;
  const trust = ties.trust[j * TIES + known] * ties.trust[through * TIES + theirs];
  open(j * TIES + here, k);
  open(k * TIES + there, j);

  function open(t: number, partner: number): void {
    ties.partner[t] = partner;
    ties.trust[t] = trust;
    ties.instituted[t] = 0;
    ties.innovations[t] = 0;
    ties.credibility[t] = 0.6;
    ties.distance[t] = 1;
    ties.live[t] = 0;
    ties.bearer[t] = lotteryNumber(streams['uncertain-institution.bearer'], t, month.now, 1) % Math.max(1, s.workers[Math.floor(t / TIES)]);
    for (let l = 0; l < LEVELS; l++) {
      ties.asked[t * LEVELS + l] = 2;
      ties.accepted[t * LEVELS + l] = 1;
    }
  }
}
