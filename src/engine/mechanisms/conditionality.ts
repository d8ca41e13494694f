import { type Context, lane, tally } from '../context.ts';
import { uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { become, closeFile, isWatched, leave, resume, tell } from '../world/moves.ts';
import { CLASSES, CONTACTED, CONTRACT, FRAGILE, MISSED, NONE, OTHER_BENEFIT, WARNED, WORKING } from '../world/people.ts';
import { A, L, O, V, W, X } from '../world/status.ts';
import { CHECKS, CONTROL, OUTREACH, RULES, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { parameters, s0, svarer } from './conditionality/parameters.ts';

type P = Values<typeof parameters>;

const FULL_HOURS = 20;

/** Rules of the month, by arm, read once. */
let hoursAsked: Float64Array;
let monitored: Float64Array;
let sanctionShare: Float64Array;
let warned: Float64Array;
let supportFirst: Float64Array;

/** Contracts, checks, warnings, sanctions, and what each person comes to fear. Fading is forgetting: no decay is written. */
function step(context: Context, p: P): void {
  const rules = context.rules.conditionality;
  hoursAsked = rules.hours;
  monitored = rules.monitoring;
  sanctionShare = rules['sanction-share'];
  warned = rules.warning;
  supportFirst = rules['support-first'];
  everyone(context, p);
}

function everyone(context: Context, p: P): void {
  const { world, scratch } = context;
  const { status: statuses, arm: arms, belief, distress, flags, lead, perceived } = world.people;
  const { practised, reports, hours } = world.structures;
  const usual = usualHours(context);
  const rows = world.head[header.rows];
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (status === X) serve(context, i, p);
    if (status !== O && status !== W && status !== A) continue;
    const arm = arms[i];
    // The frequency of checks is that of whoever holds the person, as it practises the rule, and some are made when it meets the person.
    const j = lead[i];
    const met = status === A && usual > 0 ? 1 + p['check-contact'][arm] * (hours[j * CLASSES + perceived[i]] / usual - 1) : 1;
    const checked = j === NONE ? monitored[arm] : Math.min(1, monitored[arm] * practised[j * RULES + CHECKS] * (1 + reports[j]) * met);
    const risk = checked * (p['failure-base'][arm] + p['failure-distress'][arm] * distress[i]) * (1 - warned[arm]);
    belief[i] += p.learning[arm] * (risk * sanctionShare[arm] - belief[i]);
    if (status === A) accompany(context, i, arm, p);
    if (supportFirst[arm] === 1 && !(flags[i] & CONTACTED)) continue;
    const u = lane(scratch.lanes, i, 0);
    if (u < checked) check(context, i, hoursAsked[arm], supportFirst[arm] === 1, p);
    else {
      const pressure = hoursAsked[arm] + p['loss-hours'][arm] * belief[i];
      if (1 - u < (p.withdrawal[arm] * pressure * MOST_TEMPTED) / FULL_HOURS) maybeWithdraw(context, i, pressure, p);
    }
  }
}

/** Hours a month for a file on average, as they stood at the start: before month 0 they are read anew each month, then hold. */
function usualHours({ world: { head, structures: s, counts }, month }: Context): number {
  if (month.now >= 0) return head[header.usualHours];
  let files = 0;
  let hours = 0;
  for (let q = 0; q < counts.structures * CLASSES; q++) {
    files += s.byClass[q];
    hours += s.byClass[q] * s.hours[q];
  }
  head[header.usualHours] = files > 0 ? hours / files : 0;
  return head[header.usualHours];
}

/** Bound of what multiplies the hazard of giving up: almost nobody is looked at closer. */
const MOST_TEMPTED = 1.2 * 1.5 * 1.5;

function serve(context: Context, i: number, p: P): void {
  const { people } = context.world;
  fear(context, i, p['own-sanction-signal'][people.arm[i]], p);
  if (maybeWithdraw(context, i, hoursAsked[people.arm[i]] + p['loss-hours'][people.arm[i]] * sanctionShare[people.arm[i]], p)) return;
  if (people.timer[i] > 1) people.timer[i]--;
  else resume(context, i, 'conditionality.ended');
}

/** π moves towards the risk that the rules in force make of it, or towards a signal just received. */
function fear({ world }: Context, i: number, signal: number, p: P): void {
  const { people } = world;
  const loss = sanctionShare[people.arm[i]];
  people.belief[i] += p.learning[people.arm[i]] * (signal * loss - people.belief[i]);
}

/** What the hours asked and the contract take from the service that holds the person. */
function accompany(context: Context, i: number, arm: number, p: P): void {
  const { people, structures: s, head } = context.world;
  const j = people.lead[i];
  if (hoursAsked[arm] > 0) s.demand[j * USES + CONTROL] += grains(head[header.scale] * hoursAsked[arm] * p['hours-minutes'][s.arm[j]]);
  if (supportFirst[arm] === 1 && people.since[i] === 0) s.demand[j * USES + OUTREACH] += grains(head[header.scale] * p['welcome-minutes'][s.arm[j]]);
  contract(context, i, j, p);
}

function contract(context: Context, i: number, j: number, p: P): void {
  const { world, rules, scratch } = context;
  const { people, structures: s, head } = world;
  const arm = people.arm[i];
  const u = lane(scratch.lanes, i, 1);
  if (people.flags[i] & CONTRACT) {
    if (u < p['contract-ends'][arm]) people.flags[i] &= ~CONTRACT;
  } else if (rules.conditionality.contract[arm] && u < p['contract-signed'][arm]) {
    people.flags[i] |= CONTRACT;
    if (isWatched(context, i)) tell(context, i, 'conditionality.contract', { facts: [p['contract-signed'][arm]] });
    scratch.tally[tally.contracts]++;
    s.demand[j * USES + CONTROL] += grains(head[header.scale] * p['contract-minutes'][s.arm[j]]);
  }
}

function check(context: Context, i: number, hours: number, first: boolean, p: P): void {
  const { world, scratch, rules, streams, month } = context;
  const { people, head } = world;
  const arm = people.arm[i];
  scratch.tally[tally.checks]++;
  const v = uniform(streams['conditionality.failure'], people.id[i], month.now);
  chargeControl(context, i, head[header.scale] * p['check-minutes'][0]);
  const unready = 1 - people.ready[i];
  let failing = p['failure-base'][arm] + p['failure-distress'][arm] * people.distress[i] + (p['failure-hours'][arm] * unready * hours) / FULL_HOURS;
  if (people.paths[i] & MISSED) failing += rules['crossed-pathways']['missed-fault'][arm];
  if (first) failing *= 1 - p['failure-support'][arm];
  if (people.flags[i] & WORKING) failing *= 0.5;
  if (v >= failing) return;
  if (!(people.flags[i] & WARNED) && v < failing * rules.conditionality.warning[arm]) warn(context, i, failing, p);
  else sanction(context, i, failing, p);
}

function chargeControl({ world }: Context, i: number, minutes: number): void {
  const { people, structures: s, counts } = world;
  const j = people.lead[i];
  if (j < counts.structures) s.demand[j * USES + CONTROL] += grains(minutes);
}

function warn(context: Context, i: number, failing: number, p: P): void {
  const { people } = context.world;
  people.flags[i] |= WARNED;
  context.scratch.tally[tally.warnings]++;
  fear(context, i, p['warning-signal'][people.arm[i]], p);
  chargeControl(context, i, context.world.head[header.scale] * p['check-minutes'][0]);
  if (isWatched(context, i)) tell(context, i, 'conditionality.warned', { facts: [failing, people.distress[i], people.ready[i]] });
}

function sanction(context: Context, i: number, failing: number, p: P): void {
  const { world, rules, scratch } = context;
  const { people, head } = world;
  const arm = people.arm[i];
  const share = rules.conditionality['sanction-share'][arm];
  if (share === 0) return;
  if (isWatched(context, i)) {
    const facts = [failing, people.distress[i], people.ready[i], share, rules.conditionality['sanction-months'][arm]];
    tell(context, i, 'conditionality.sanctioned', { facts });
  }
  people.flags[i] &= ~WARNED;
  people.timer[i] = rules.conditionality['sanction-months'][arm];
  if (people.sanctions[i] < 255) people.sanctions[i]++;
  people.distress[i] += p['sanction-distress'][arm] * share * (1 - people.distress[i]);
  people.trust[i] *= 1 - p['sanction-trust'][arm] * share;
  scratch.tally[tally.sanctions]++;
  chargeControl(context, i, head[header.scale] * p['sanction-minutes'][0] * (share + 0.25 * rules.conditionality['sanction-months'][arm]));
  become(world, i, X);
}

/**
 * Some give the right up: first those with other means, and those too distressed to keep up. What is asked, what is feared and what has been taken away
 * all make it worth less: `pressure` counts them in hours asked a week.
 */
function maybeWithdraw(context: Context, i: number, pressure: number, p: P): boolean {
  const { world, scratch } = context;
  const { people } = world;
  const means = (people.flags[i] & FRAGILE ? 0.7 : 1.2) * (people.flags[i] & OTHER_BENEFIT ? 1 : 0.7);
  const hazard = ((p.withdrawal[people.arm[i]] * pressure) / FULL_HOURS) * means * (0.5 + people.distress[i]) * (1.5 - people.trust[i]);
  // A lane left over by the check: those checked this month, and those sanctioned, were not asked.
  if (1 - lane(scratch.lanes, i, 0) >= hazard) return false;
  scratch.tally[tally.withdrawn]++;
  const unseen = people.distress[i] > 0.5;
  if (unseen) scratch.tally[tally.lost]++;
  if (isWatched(context, i)) tell(context, i, 'conditionality.withdrew', { facts: [hazard, hoursAsked[people.arm[i]], people.distress[i]] });
  closeFile(world, i);
  leave(context, i, unseen ? V : L);
  return true;
}

/** Off: nothing is asked; whoever is sanctioned gets the right back. */
function unconditional(context: Context): void {
  const { people, head } = context.world;
  for (let i = 0; i < head[header.rows]; i++) {
    people.belief[i] = 0;
    if (people.status[i] === X) resume(context, i, 'conditionality.ended');
  }
}

export const conditionality = mechanism({
  id: 'M18',
  key: 'conditionality',
  label: { fr: 'Activation et contrepartie', en: 'Activation and counterpart' },
  seeds: ['S0'],
  pattern: {
    fr: 'La menace agit tôt ; la sanction s’efface en quelques mois ; plus de sorties sans emploi, moins de demandes.',
    en: 'Threat acts early; a sanction fades in months; more exits without a job, fewer claims.',
  },
  parameters,
  steps: { conditionality: step },
  off: { words: { fr: 'Rien n’est exigé en échange du droit.', en: 'Nothing is asked in return for the right.' }, steps: { conditionality: unconditional } },
  sources: [s0, svarer],
});
