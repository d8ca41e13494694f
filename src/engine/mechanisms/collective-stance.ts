import type { Context } from '../context.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { contractOf, mainFunderOf } from '../world/contracts.ts';
import { FUNDERS_OF_CONTRACTS, MEETINGS, REPORTING, USES } from '../world/structures.ts';
import { isMember, takeSides } from './collective-stance/choice.ts';
import { hamzaoui, parameters } from './collective-stance/parameters.ts';

type P = Values<typeof parameters>;

const YEAR = 12;
/** Months over which an intake is smoothed; chance of being looked at that is never refused to anyone. */
const SMOOTHING = 0.1;
const LEAST_DOOR = 0.05;

/**
 * Working for a funder: places kept for those it sends, absences reported to the controller, accounts to give, all by how far one depends on it.
 * Those who hold a common position resist a share of it. Left out: what a structure does for itself beside the contract; more than one collective.
 */
function setDuties(context: Context, p: P): void {
  const { world } = context;
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++) {
    if (!isMember(context, j)) {
      free(context, j);
      continue;
    }
    const arm = s.arm[j];
    const all = contractOf(world, j);
    if (all > 0) s.dependence[j] = s.contract[j * FUNDERS_OF_CONTRACTS + mainFunderOf(world, j)] / all;
    const resisted = s.deal[j] ? 0 : s.stance[j];
    const duty = s.dependence[j] * (1 - resisted) * (1 - p.concession[0] * s.softened[j]);
    s.quota[j] = p.places[arm] * duty;
    s.reports[j] = p['report-checks'][arm] * duty;
    s.wary[j] = p['report-distrust'][arm] * duty;
    s.demand[j * USES + REPORTING] += grains(s.caseload[j] * duty * p['duty-minutes'][arm]);
    const open = (1 - s.quota[j]) * s.intake[j];
    s.door[j] = s.quota[j] > 0 && s.intake[j] > 0 && s.othersQueue[j] > open ? Math.max(LEAST_DOOR, open / s.othersQueue[j]) : 1;
  }
}

function free({ world: { structures: s } }: Context, j: number): void {
  s.quota[j] = 0;
  s.reports[j] = 0;
  s.wary[j] = 0;
  s.door[j] = 1;
  s.stance[j] = 0;
  s.deal[j] = 0;
  s.softened[j] = 0;
  s.unrest[j] = 0;
  s.gloom[j] = 0;
}

function step(context: Context, p: P): void {
  const { world, month } = context;
  const { structures: s, counts } = world;
  if (month.now - Math.floor(month.now / YEAR) * YEAR === 0) takeSides(context, p);
  for (let j = 0; j < counts.structures; j++) {
    if (!isMember(context, j)) continue;
    s.intake[j] += s.intake[j] > 0 ? SMOOTHING * (s.inflow[j] - s.intake[j]) : s.inflow[j];
    s.demand[j * USES + MEETINGS] += grains(60 * s.stance[j] * p['stance-hours'][s.arm[j]]);
    believe(context, j, p);
  }
}

/** Workers see both what was declared and what is done: the gap between the two costs their trust, some of them leave. */
function believe({ world: { structures: s } }: Context, j: number, p: P): void {
  const arm = s.arm[j];
  const base = p['trust-base'][arm];
  const gap = s.stance[j] * s.deal[j];
  s.staffTrust[j] += p['trust-regain'][arm] * (base - s.staffTrust[j]) - p['trust-loss'][arm] * gap * s.staffTrust[j];
  const lost = Math.max(0, base - s.staffTrust[j]);
  s.unrest[j] = p['leave-distrust'][arm] * lost;
  s.gloom[j] = p['morale-distrust'][arm] * lost;
}

/** Off: nobody works for a funder more than for another, and nobody speaks for all. */
function apart(context: Context): void {
  for (let j = 0; j < context.world.counts.structures; j++) free(context, j);
}

export const collectiveStance = mechanism({
  id: 'M13',
  key: 'collective-stance',
  label: { fr: 'Sous-traitance et démarche collective', en: 'Subcontracting and collective stance' },
  seeds: ['S0'],
  pattern: {
    fr: 'On traite à part d’autant plus qu’on dépend d’un financeur ; la confiance des agents tombe avec l’écart entre position commune et arrangement.',
    en: 'Dealing apart rises with dependence on one funder; staff trust falls with the gap between the common position and the deal.',
  },
  parameters,
  steps: { context: setDuties, governance: step },
  off: { words: { fr: 'Nul ne sous-traite, nul ne parle pour tous.', en: 'Nobody subcontracts, nobody speaks for all.' }, steps: { context: apart } },
  sources: [hamzaoui],
});
