import type { Context } from './context.ts';
import { CONTRACT } from './world/people.ts';
import { REFUND_STEPS } from './world/refunds.ts';
import { paid, X } from './world/status.ts';
import type { Territory } from './world/territory.ts';
import { peopleShares } from './world/travel.ts';
import { header, type World } from './world/world.ts';

/** Years whose mean number of recipients a zone keeps: the one under way (as a sum), the last, the one before, and the one before that. */
export const YEARS_KEPT = 4;
const MONTHS = 12;

/** Share that the scale gives for a number of recipients. */
export function shareAt({ refunds, head }: World, recipients: number): number {
  let share = refunds.share[0];
  for (let s = 1; s < head[header.refundSteps]; s++) if (recipients >= refunds.from[s]) share = refunds.share[s];
  return share;
}

/**
 * The scale of a territory before its first month. Where none is stated it is one row, and what is refunded is that share of what was paid at the start;
 * where one is, each zone begins at the share of its published number, and what is refunded follows what is paid.
 */
export function startRefund(world: World, { refund, zones, compensation }: Territory, recipients: number): void {
  const { head, refunds } = world;
  const steps = refund?.scale ?? [{ from: 0, share: compensation }];
  if (steps.length > REFUND_STEPS) throw new RangeError(`A refund has ${REFUND_STEPS} steps at most.`);
  steps.forEach(({ from, share }, s) => {
    refunds.from[s] = from;
    refunds.share[s] = share.value;
  });
  head[header.refundSteps] = steps.length;
  head[header.refundOnPaid] = refund ? 1 : 0;
  head[header.refundGrowth] = refund?.growth.value ?? 0;
  head[header.refundTolerance] = refund?.tolerance.value ?? 0;
  head[header.refundDecay] = refund?.decay.value ?? 0;
  head[header.refundContract] = refund?.underContract.value ?? 0;
  const shares = peopleShares(zones);
  for (let z = 0; z < world.counts.zones; z++) world.zones.refund[z] = shareAt(world, shares[z] * recipients);
}

/**
 * The share of a zone after its yearly review. The mean number of the year before last tells the step: a higher one needs growth over the year
 * before it; a lower one is come down to little by little, and not at all when the fall was small. As it stood while either year is unknown.
 */
export function reviewed(world: World, share: number, recipients: number, before: number): number {
  const { head } = world;
  if (before === 0) return share;
  const due = shareAt(world, recipients);
  if (due > share) return recipients >= before * (1 + head[header.refundGrowth]) ? due : share;
  return recipients < before * (1 - head[header.refundTolerance]) ? Math.max(due, share - head[header.refundDecay]) : share;
}

/** Once a year, where the refund follows what is paid. To be called when a month opens, before it is counted. */
export function reviewRefunds(world: World): void {
  const { head, zones, counts } = world;
  if (!head[header.refundOnPaid] || head[header.month] % MONTHS !== 0) return;
  for (let z = 0; z < counts.zones; z++) {
    const at = z * YEARS_KEPT;
    for (let y = YEARS_KEPT - 1; y > 0; y--) zones.recipients[at + y] = zones.recipients[at + y - 1] / (y === 1 ? MONTHS : 1);
    zones.recipients[at] = 0;
    zones.refund[z] = reviewed(world, zones.refund[z], zones.recipients[at + 2], zones.recipients[at + 3]);
  }
}

/** Cents refunded this month: each zone’s share of what is paid there, and the supplement on what is paid under contract. Each zone is rounded to the cent. */
export function refundDue(context: Context): number {
  const { head, zones, counts } = context.world;
  sumByZone(context);
  let due = 0;
  for (let z = 0; z < counts.zones; z++)
    due += Math.round((zones.refund[z] * zones.paid[z] + head[header.refundContract] * zones.paidUnderContract[z]) * head[header.scale]);
  return due;
}

/** The loop stands alone. Whole cents before scaling, so the order of rows never shows. */
function sumByZone({ world, rules }: Context): void {
  const { zones, head } = world;
  const { status: statuses, benefit, arm, zone, flags } = world.people;
  const share = rules.conditionality['sanction-share'];
  const { paid: here, paidUnderContract: under, recipients } = zones;
  const rows = head[header.rows];
  const weight = head[header.scale];
  here.fill(0);
  under.fill(0);
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (!paid[status]) continue;
    const cents = benefit[i] - (status === X ? Math.round(benefit[i] * share[arm[i]]) : 0);
    here[zone[i]] += cents;
    if (flags[i] & CONTRACT) under[zone[i]] += cents;
    recipients[zone[i] * YEARS_KEPT] += weight;
  }
}

/** Cents that this month adds to what the refunder’s budget counted on, where the refund follows what is paid; nothing where it is the amount of the start. */
export const refundBeyondPlan = ({ head }: World): number => (head[header.refundOnPaid] ? head[header.refunded] - head[header.refundPlanned] : 0);

/**
 * The yearly vote of a refund that follows what is paid: the refunder’s general budget takes up `share` of what it now owes beyond its plan, and the
 * bearer, whose own vote follows all it bears, counts on as much less. Left out: a refund paid late.
 */
export function voteRefund(world: World, share: number): void {
  const { head, funders: f } = world;
  const more = Math.round(share * refundBeyondPlan(world));
  head[header.refundPlanned] += more;
  f.yearlyIncome[head[header.refunder]] += more;
  f.yearlyIncome[head[header.benefitBearer]] -= more;
}
