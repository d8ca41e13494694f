import type { Context } from '../context.ts';
import { lotteryNumber } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { contractOf, mainFunderOf } from '../world/contracts.ts';
import { MEETINGS, USES } from '../world/structures.ts';
import { holdCalls } from './mandates/calls.ts';
import { endThose, watchCredit } from './mandates/closing.ts';
import { hamzaoui, parameters } from './mandates/parameters.ts';

type P = Values<typeof parameters>;

const YEAR = 12;

/**
 * Structures that live by contracts compete for them: at calls, by what they declared, what they cost, the file they had time to write and
 * whom they know. No legal form is scored: some are founded with seats. Left out: groups of bidders, appeals, operators paid by the head.
 */
function beforeMoney(context: Context, p: P): void {
  endThose(context, p);
  const { structures: s, counts } = context.world;
  for (let j = 0; j < counts.structures; j++) {
    const exposed = s.competes[j] && !s.closed[j];
    s.lateShare[j] = exposed ? context.rules.contracting['call-share'][s.arm[j]] : 0;
    s.lateMonths[j] = exposed ? p['arrears-months'][0] : 0;
  }
}

function step(context: Context, p: P): void {
  const { world, month } = context;
  const { structures: s, counts } = world;
  const yearEnd = month.now - Math.floor(month.now / YEAR) * YEAR === YEAR - 1;
  openSeats(context);
  for (let j = 0; j < counts.structures; j++) {
    if (!s.competes[j] || s.closed[j]) continue;
    s.yearDeclared[j] += s.declared[j];
    s.yearFollowed[j] += s.caseload[j];
    s.demand[j * USES + MEETINGS] += grains(60 * s.seats[j] * p['seat-hours'][s.arm[j]]);
    bind(context, j, p);
  }
  watchCredit(context);
  if (yearEnd) holdCalls(context, p);
  for (let j = 0; j < counts.structures; j++) s.mainFunder[j] = mainFunderOf(world, j);
}

/** The tie grows with seats and with contracts that go on, and wears. */
function bind({ world, rules }: Context, j: number, p: P): void {
  const { structures: s } = world;
  const arm = s.arm[j];
  const renewed = contractOf(world, j) > 0 ? 1 - rules.contracting['call-share'][arm] : 0;
  const gain = Math.min(1, p['seat-tie'][arm] * s.seats[j] + p['contract-tie'][arm] * renewed);
  s.funderTie[j] += gain * (1 - s.funderTie[j]) - p['tie-wear'][arm] * s.funderTie[j];
}

/** Seats opened beyond those of the start, one each, to structures drawn once for all: the first of the draw that are still there. */
function openSeats({ world, streams, rules }: Context): void {
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++) s.seats[j] = s.competes[j] && !s.closed[j] ? s.ownSeats[j] : 0;
  for (let left = Math.round(rules.deliberation.seats[0]); left > 0; left--) {
    let best = -1;
    let least = 0;
    for (let j = 0; j < counts.structures; j++) {
      if (!s.competes[j] || s.closed[j] || s.seats[j] > s.ownSeats[j]) continue;
      const number = lotteryNumber(streams['mandates.bid'], j, 0, 1);
      if (best >= 0 && number >= least) continue;
      best = j;
      least = number;
    }
    if (best < 0) return;
    s.seats[best]++;
  }
}

/** Off: contracts are what they are; what was owed is paid. */
function negotiated({ world }: Context): void {
  world.structures.lateShare.fill(0);
  world.structures.lateMonths.fill(0);
}

export const mandates = mechanism({
  id: 'M14',
  key: 'mandates',
  label: { fr: 'Associatif ou parapublic', en: 'Associative or parapublic' },
  seeds: ['S0'],
  pattern: {
    fr: 'Avec les appels, les crédits se concentrent, la diversité recule, de petites associations ferment.',
    en: 'With calls, money concentrates, diversity goes down, small associations close.',
  },
  parameters,
  steps: { accounts: beforeMoney, governance: step },
  off: {
    words: { fr: 'Les contrats sont reconduits de gré à gré ; nul ne ferme.', en: 'Contracts are renewed by agreement; nobody closes.' },
    steps: { accounts: negotiated },
  },
  sources: [hamzaoui],
});
