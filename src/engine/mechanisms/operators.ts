import type { Context } from '../context.ts';
import { exp, log } from '../core/math.ts';
import { mechanism } from '../core/mechanism.ts';
import type { Values } from '../core/parameter.ts';
import { floorHours, halfHours, situate, skillFactor } from '../kernel/situate.ts';
import { newSituation } from '../kernel/terms.ts';
import { CLASSES, GROUPS, groupOfClass, levelOfClass } from '../world/people.ts';
import { SUPPORT, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { followUp } from './operators/follow-up.ts';
import { gerard, parameters } from './operators/parameters.ts';

type P = Values<typeof parameters>;

const STATE_CALL = 0;
/** Bounds of how a bidder’s declared results compare with the mean of bidders. */
const [LEAST_RATED, MOST_RATED] = [0.5, 2];
/** Support hours of one worker and month below which the share seen is not trusted: a team just begun. */
const LEAST_SUPPORT = 40;
const MOST_EXPECTED = 2;
const situation = newSituation();

/** Paid by the person rather than by contract. */
const byPerson = ({ world: { structures: s } }: Context, j: number): boolean => s.perHead[j] + s.perResult[j] > 0;

/** What operators took on and declared is kept for the next call; each sets the staff it would pay. */
function plan(context: Context, p: P): void {
  const { structures: s, counts, head } = context.world;
  for (let j = 0; j < counts.structures; j++) {
    if (!byPerson(context, j)) continue;
    if (head[header.month] === OPENING) s.taken[j] = s.given[j] = 0;
    s.taken[j] += s.inflow[j];
    s.given[j] += s.declared[j];
    s.wanted[j] = staff(context, j, p);
    s.pressed[j] = p['turned-to-work'][s.arm[j]] * paidForWork(context, j);
  }
}
/** The first year of the warm-up counts results of people whom nobody was paid to take on: it is left out. */
const OPENING = -12;

/**
 * An operator pays for hours as far as the last one brings in what it costs, on each class of people: h₀·ln(worth ÷ (cost·h₀)) beyond the
 * floor that any file takes. The worth is that of the effort a worker spends: what workers came for, and what results are paid.
 */
function staff(context: Context, j: number, p: P): number {
  const { structures: s } = context.world;
  const cost = p['hour-margin'][s.arm[j]];
  let hours = 0;
  for (let c = 0; c < CLASSES; c++) {
    const people = s.byClass[j * CLASSES + c];
    if (people === 0) continue;
    const half = halfHours(context, c);
    const ratio = worthOf(context, j, c) / (cost * half);
    hours += people * (floorHours(context, c) + (ratio > 1 ? half * log(ratio) : 0));
  }
  const each = Math.max(LEAST_SUPPORT, s.minutes[j * USES + SUPPORT] / 60 / Math.max(1, s.workers[j]));
  return Math.max(1, Math.ceil((hours * (s.caseload[j] + s.queue[j])) / Math.max(1, s.caseload[j]) / each));
}

/** Share that results paid have in what a durable exit is worth to this operator: how far time given to needs, which nobody pays for, goes to finding work. */
function paidForWork({ world: { structures: s }, rules }: Context, j: number): number {
  const own = (1 - rules.evaluation['joint-weight'][s.arm[j]]) * s.value[j];
  return own > 0 ? own / (own + s.mission[j]) : 0;
}

/** What a month of unlimited hours on one person of a class is worth here, in hours. */
function worthOf(context: Context, j: number, c: number): number {
  const { world, technology: t } = context;
  const { structures: s } = world;
  const now = s.effect[j * CLASSES + c];
  s.effect[j * CLASSES + c] = 1;
  situate(context, j, c, situation);
  s.effect[j * CLASSES + c] = now;
  const boost = t['support-effect'][0] * skillFactor(t, s.skill[j * GROUPS + groupOfClass(c)], levelOfClass(c)) * s.toWork[j];
  const paid = (situation.own + situation.joint) * ((situation.counted * boost) / (1 + boost));
  return situation.mission * (situation.gain + t['relief-worth'][0] * situation.relief) + paid;
}

/**
 * The State's call: bids are scored on declared results and on form, people go to the best scored, and the price of a result is set anew by
 * how many were declared for a person taken on. Left out: competition on price, bidders who come or go.
 */
function call(context: Context, p: P): void {
  const { world, month, rules } = context;
  const length = rules.outsourcing['call-length'][STATE_CALL];
  if (month.now - Math.floor(month.now / length) * length !== length - 1) return;
  const { structures: s, counts, head } = world;
  let taken = 0;
  let given = 0;
  let before = 0;
  for (let j = 0; j < counts.structures; j++) {
    if (!byPerson(context, j)) continue;
    taken += s.taken[j];
    given += s.given[j];
    before += s.posts[j] * s.volume[j];
  }
  if (taken === 0) return;
  const mean = given / taken;
  const learnt = head[header.expectedResults] + p.learning[0] * (Math.min(MOST_EXPECTED, mean) - head[header.expectedResults]);
  head[header.expectedResults] = Math.max(p['least-expected'][0], learnt);
  let after = 0;
  for (let j = 0; j < counts.structures; j++) {
    if (!byPerson(context, j)) continue;
    const rated = mean > 0 && s.taken[j] > 0 ? s.given[j] / s.taken[j] / mean : 1;
    const score = s.compliance[j] * Math.min(MOST_RATED, Math.max(LEAST_RATED, rated));
    s.volume[j] *= power(score, p.award[0]);
    after += s.posts[j] * s.volume[j];
    s.taken[j] = 0;
    s.given[j] = 0;
  }
  for (let j = 0; j < counts.structures; j++) if (byPerson(context, j)) s.volume[j] *= before / after;
}

/** A positive figure to a power: exact in every host. */
const power = (base: number, exponent: number): number => (exponent === 1 ? base : exp(exponent * log(base)));

/** Off: prices and volumes stay as they are; operators keep as many files per worker as before. */
function still({ world }: Context): void {
  world.structures.wanted.fill(0);
  world.structures.pressed.fill(0);
}

/** Off: nobody calls those who found a job. */
function uncalled({ world }: Context): void {
  world.structures.kept.fill(0);
}

export const operators = mechanism({
  id: 'M11',
  key: 'operators',
  label: { fr: 'Opérateurs externes', en: 'Outsourced operators' },
  seeds: ['S3'],
  pattern: {
    fr: 'Payés par tête, ils laissent des dossiers en sommeil ; payés au résultat sans distinction, ils trient et laissent en sommeil ; payés à l’emploi qui dure, ils suivent ceux qu’ils ont placés ; le public fait mieux d’abord.',
    en: 'Paid by the head, they park files; paid a flat price by result, they cream and park; paid for jobs that last, they follow those they placed; the public arm does better at first.',
  },
  parameters,
  terms: [{ name: 'pay', value: (option, s) => option.head * s.entry }],
  steps: { 'staff-time': followUp, evaluation: plan, governance: call },
  off: {
    words: {
      fr: 'Les opérateurs ne choisissent ni leurs effectifs ni leurs entrées selon ce qu’on leur paie ; les appels ne déplacent rien ; personne ne suit qui a trouvé un emploi.',
      en: 'Operators choose neither their staff nor whom they take by what they are paid; calls move nothing; nobody follows those who found a job.',
    },
    steps: { 'staff-time': uncalled, evaluation: still },
  },
  sources: [gerard, { title: 'Behaghel, Crépon, Gurgand 2014 ; direction only', row: 'seed:S3', date: '2014' }],
});
