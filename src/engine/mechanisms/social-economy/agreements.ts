import { insertionHonoured } from '../../books.ts';
import type { Context } from '../../context.ts';
import { INSERTION, LINES } from '../../world/funders.ts';
import { ENTERPRISES } from '../../world/enterprises.ts';
import { FUNDERS_OF_CONTRACTS } from '../../world/structures.ts';
import { CREDIT_MONTHS, costs, type P, spent } from './worth.ts';

const YEAR = 12;
/** Months over which the output of a team is learnt. Assumed. */
const OUTPUT_MEMORY = 6;

const failing = new Uint8Array(ENTERPRISES);

/** Places that agreements stand for before any cut: those of today, by the lever. */
const agreed = ({ world, rules }: Context, k: number): number => (rules.capacity['insertion-jobs'][0] / 100) * world.enterprises.standing[k];

/** Share that funders together honour of what a place is paid, each by its part. */
function honoured(context: Context, k: number): number {
  const { subsidy } = context.world.enterprises;
  let full = 0;
  let kept = 0;
  for (let x = 0; x < FUNDERS_OF_CONTRACTS; x++) {
    const cents = subsidy[k * FUNDERS_OF_CONTRACTS + x];
    full += cents;
    kept += cents * insertionHonoured(context, x);
  }
  return full > 0 ? kept / full : 1;
}

/**
 * By how much what each funder honours of a place is raised so that a place held is paid in full. An envelope is closed: it pays its places in full as
 * long as it lasts, then what there is is shared among those held. No funder pays more than its envelope, and none anything more when nothing is cut.
 */
export function lift(context: Context, k: number, held: number): number {
  const share = honoured(context, k);
  if (share <= 0) return 0;
  const lasts = held > 0 ? (share * agreed(context, k)) / held : 1;
  return Math.min(1, Math.max(share, lasts)) / share;
}

/** Cents paid to an enterprise for places held, from the insertion line of each funder. */
export function subsidise(context: Context, k: number, held: number): number {
  const { enterprises: e, funders: f } = context.world;
  const raised = lift(context, k, held);
  let sum = 0;
  for (let x = 0; x < FUNDERS_OF_CONTRACTS; x++) {
    const due = Math.round(held * subsidyOf(context, k, x) * raised);
    e.received[k * FUNDERS_OF_CONTRACTS + x] = due;
    f.spent[x * LINES + INSERTION] += due;
    sum += due;
  }
  return sum;
}

/** Cents a month that a funder honours for one place, before its envelope is drawn on for places that nobody holds. */
export const subsidyOf = (context: Context, k: number, x: number): number =>
  context.world.enterprises.subsidy[k * FUNDERS_OF_CONTRACTS + x] * (context.rules.capacity['insertion-subsidy'][0] / 100) * insertionHonoured(context, x);

/** What comes in for a place held, as a share of what it is paid in full: what funders honour, and what the pot gave back for it last month. */
function means(context: Context, k: number): number {
  const { enterprises: e } = context.world;
  const share = honoured(context, k);
  let full = 0;
  for (let x = 0; x < FUNDERS_OF_CONTRACTS; x++) full += (context.rules.capacity['insertion-subsidy'][0] / 100) * e.subsidy[k * FUNDERS_OF_CONTRACTS + x];
  const back = full > 0 && e.filled[k] > 0 ? e.lastPot[k] / (e.filled[k] * full) : 0;
  return Math.min(Math.max(1, share), share + back);
}

/**
 * Places of the month. What a place is paid is set by decree, so what funders have less, or more, opens or closes places over about a year. Places whose
 * enterprise closed come back after a delay, to others or new ones of the kind, once a plan balances. Left out: places that pass to another kind, and prices.
 */
export function renewAgreements(context: Context, p: P): void {
  const { enterprises: e } = context.world;
  for (let k = 0; k < ENTERPRISES; k++) {
    const goal = agreed(context, k) * means(context, k);
    e.lapsed[k] = Math.min(e.lapsed[k], goal);
    if (e.lapsed[k] > 0 && balances(context, k)) {
      const back = Math.min(e.lapsed[k], e.lapsed[k] / p['reallotment-months'][0]);
      e.lapsed[k] -= back;
      e.places[k] += back;
    }
    e.places[k] += (goal - e.lapsed[k] - e.places[k]) / YEAR;
  }
}

/** Would a new enterprise pay for itself at today’s prices and subsidies: with a team like the last one, or not far from what those of today were approved at? */
const balances = ({ world: { enterprises: e } }: Context, k: number): boolean => e.breakEven[k] <= Math.max(e.perHead[k], PLAN_MARGIN * e.approved[k]);
/** Output a team is planned at, relative to what its kind broke even at when approved. Assumed: teams of today are a tenth above. */
const PLAN_MARGIN = 1.1;

/** Which kinds can borrow no more as the month’s work begins, and so lose enterprises by its end. */
export function findFailing(context: Context, p: P): void {
  for (let k = 0; k < ENTERPRISES; k++) failing[k] = spent(context, k, p) ? 1 : 0;
}

/** Chance that the enterprise of a place closes this month. */
export const closing = (k: number, p: P): number => (failing[k] ? p.closures[0] : 0);

/**
 * Of a kind that can borrow no more, some enterprises close: their places go back to the funders’ envelope, and their debts, with all that lenders lent
 * beyond the limit, are lost to lenders. The others then owe what may be owed. Left out: which enterprise, jobs taken over with it, and State guarantees.
 */
export function closeSome(context: Context, p: P): void {
  const { enterprises: e } = context.world;
  for (let k = 0; k < ENTERPRISES; k++) {
    e.lost[k] = 0;
    if (e.filled[k] > 0) e.perHead[k] += (e.output[k] / e.filled[k] - e.perHead[k]) / OUTPUT_MEMORY;
    if (!failing[k]) continue;
    const gone = closing(k, p) * e.places[k];
    e.places[k] -= gone;
    e.lapsed[k] += gone;
    e.lost[k] = Math.max(0, e.debt[k] - Math.round((1 - closing(k, p)) * CREDIT_MONTHS * costs(context, k, p)));
    e.debt[k] -= e.lost[k];
  }
}
