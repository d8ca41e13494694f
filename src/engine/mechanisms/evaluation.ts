import type { Context } from '../context.ts';
import { exp } from '../core/math.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import { parameter, type Values } from '../core/parameter.ts';
import { HORIZON } from '../kernel/terms.ts';
import { NONE } from '../world/people.ts';
import { FUNDERS_OF_CONTRACTS, REPORTING, TIES, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';

const assumed = { title: 'Assumed', row: 'seed:S4' } as const;

const parameters = {
  period: parameter({
    label: { fr: 'Durée de la période jugée', en: 'Length of the period judged' },
    unit: 'months',
    kind: 'integer',
    value: 12,
    range: [6, 36],
    possible: [1, 120],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'territory',
  }),
  ratchet: parameter({
    label: { fr: 'Cliquet de l’objectif', en: 'Ratchet of the target' },
    unit: 'share of the gap',
    value: 0.3,
    range: [0, 0.8],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'territory',
  }),
  'joint-minutes': parameter({
    label: { fr: 'Constat commun d’un résultat', en: 'Joint record of a result' },
    unit: 'minutes per file and month, all judged together',
    value: 2.5,
    range: [2, 12],
    possible: [0, 240],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'rate-minutes': parameter({
    label: { fr: 'Tenue de la liste des personnes suivies', en: 'Keeping the list of people followed' },
    unit: 'minutes per file and month',
    value: 1,
    range: [0, 3],
    possible: [0, 60],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'proof-minutes': parameter({
    label: { fr: 'Preuve d’emploi demandée à une personne sortie', en: 'Proof of work asked of someone who left' },
    unit: 'minutes per worker and month of length asked',
    value: 15,
    range: [5, 40],
    possible: [0, 240],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'credit-minutes': parameter({
    label: { fr: 'Se mettre d’accord sur à qui la sortie compte', en: 'Agreeing whom an exit counts for' },
    unit: 'minutes per worker and month, shared credit',
    value: 30,
    range: [10, 90],
    possible: [0, 600],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'group-minutes': parameter({
    label: { fr: 'Réunion d’un groupe jugé ensemble', en: 'Meeting of a group judged together' },
    unit: 'minutes per worker and month',
    value: 30,
    range: [10, 90],
    possible: [0, 600],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'risk-premium': parameter({
    label: { fr: 'Prime de risque du paiement au résultat', en: 'Risk premium of pay by result' },
    unit: 'share of price',
    value: 0.15,
    range: [0, 0.4],
    possible: [0, 2],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Behaghel et al.: private about twice the cost', row: 'seed:S3' },
    scope: 'territory',
  }),
  'operator-price': parameter({
    label: { fr: 'Prix d’un suivi confié à un opérateur', en: 'Price of a follow-up by an operator' },
    unit: 'EUR per person',
    value: 900,
    range: [500, 2500],
    possible: [0, 20000],
    role: 'uncertainty',
    evidence: 'estimated',
    source: { title: 'Accompagnement rénové : environ 900 € par personne et par an', date: '2024' },
    scope: 'territory',
  }),
};
type P = Values<typeof parameters>;

const SQRT_TWO_PI = 2.5066282746310002;
const OWN_COLLEAGUES = 12;
const SHARED = 2;
/** Least a contract may fall to, and most a result may count for. */
const LEAST_PAID = 0.5;
const MOST_ATTAINED = 1.2;

/** The worth of one more result near the target, for a target blurred by `blur`: small when out of reach or already met. */
export function nearTarget(attained: number, blur: number): number {
  const d = (attained - 1) / blur;
  return exp((-d * d) / 2) / (blur * SQRT_TWO_PI);
}

/** δ: share of a joint result that a structure feels as its own, from who sees its work. No size appears but the head count. */
export const feltShare = (staff: number, visible: number): number => 1 / staff + visible * (1 - 1 / staff);

function step(context: Context, p: P): void {
  const { world, month } = context;
  const { structures: s, counts } = world;
  const groups = partition(context);
  const period = p.period[0];
  const at = month.now - Math.floor(month.now / period) * period;
  for (let g = 0; g < groups; g++) judge(context, g, period - at - 1, at === period - 1);
  for (let j = 0; j < counts.structures; j++) {
    charge(context, j, p);
    price(context, j, p);
    if (at === period - 1) open(context, j, p);
    else s.enrolled[j] += s.caseload[j];
  }
}

/** Groups judged together: the whole territory, or runs of neighbouring structures of about the staff asked. */
function partition({ world, rules }: Context): number {
  const { structures: s, counts } = world;
  const size = rules.evaluation['group-staff'][0];
  let group = 0;
  let staff = 0;
  for (let j = 0; j < counts.structures; j++) {
    if (size > 0 && staff > 0 && staff + s.workers[j] > size) {
      group++;
      staff = 0;
    }
    s.grouped[j] = group;
    staff += s.workers[j];
  }
  return group + 1;
}

/** Attainment, expected to the end of the period, of each structure and of the group; what one more result is worth to each. */
function judge(context: Context, group: number, left: number, closing: boolean): void {
  const { world, rules, technology: t } = context;
  const { structures: s, counts } = world;
  let counted = 0;
  let target = 0;
  let stake = 0;
  let staff = 0;
  for (let j = 0; j < counts.structures; j++) {
    if (s.grouped[j] !== group) continue;
    s.pace[j] += 0.25 * (s.declared[j] - s.pace[j]);
    counted += s.counted[j] + left * s.pace[j];
    target += s.target[j];
    stake += rules.evaluation.stake[s.arm[j]] * contractOf(context, j);
    staff += s.workers[j];
  }
  const shared = target > 0 ? (stake / target / (t['hour-cost'][0] * 100)) * nearTarget(counted / target, t['target-blur'][0]) : 0;
  for (let j = 0; j < counts.structures; j++) {
    if (s.grouped[j] !== group) continue;
    const attained = s.target[j] > 0 ? (s.counted[j] + left * s.pace[j]) / s.target[j] : 1;
    const own = s.target[j] > 0 ? (rules.evaluation.stake[s.arm[j]] * contractOf(context, j)) / s.target[j] / (t['hour-cost'][0] * 100) : 0;
    s.value[j] = own * nearTarget(attained, t['target-blur'][0]) + s.perResult[j] / (t['hour-cost'][0] * 100);
    s.sharedValue[j] = shared;
    s.felt[j] = feltShare(Math.max(1, staff), visibility(context, j, staff));
    if (closing) settle(context, j, attained, target > 0 ? counted / target : 1);
  }
}

function contractOf({ world }: Context, j: number): number {
  let sum = 0;
  for (let f = 0; f < FUNDERS_OF_CONTRACTS; f++) sum += world.structures.contract[j * FUNDERS_OF_CONTRACTS + f];
  return sum;
}

/** v̄: colleagues one really meets, and tied partners as far as the tie is trusted, out of the others judged. */
function visibility({ world, technology: t }: Context, j: number, staff: number): number {
  const { structures: s, ties } = world;
  if (staff <= 1) return 1;
  let seen = t['colleague-weight'][0] * Math.min(Math.max(0, s.workers[j] - 1), OWN_COLLEAGUES);
  for (let t2 = j * TIES; t2 < (j + 1) * TIES; t2++) {
    const k = ties.partner[t2];
    if (k !== NONE && s.grouped[k] === s.grouped[j] && ties.live[t2] < 6) seen += ties.trust[t2] * s.workers[k];
  }
  return Math.min(1, seen / (staff - 1));
}

/** The year's result decides the share of the contract paid next year, as far as it is at stake. */
function settle({ world, rules }: Context, j: number, own: number, group: number): void {
  const { structures: s } = world;
  const arm = s.arm[j];
  const weight = rules.evaluation['joint-weight'][arm];
  const attained = (1 - weight) * Math.min(MOST_ATTAINED, own) + weight * Math.min(MOST_ATTAINED, group);
  const stake = rules.evaluation.stake[arm];
  s.paidShare[j] = Math.max(LEAST_PAID, 1 - stake * (1 - Math.min(1, attained)));
}

/** A new period: the target follows what was reached, by the ratchet; counts start again. */
function open({ world }: Context, j: number, p: P): void {
  const { structures: s } = world;
  const followed = Math.max(1, s.enrolled[j]);
  const reached = s.counted[j] / followed;
  const before = s.targetRate[j] > 0 ? s.targetRate[j] / HORIZON : reached;
  const asked = Math.max(0.0005, before + p.ratchet[0] * (reached - before));
  s.targetRate[j] = asked * HORIZON;
  s.target[j] = asked * p.period[0] * Math.max(1, s.caseload[j]);
  s.counted[j] = 0;
  s.enrolled[j] = s.caseload[j];
}

function charge({ world, rules }: Context, j: number, p: P): void {
  const { structures: s } = world;
  const arm = s.arm[j];
  const weight = rules.evaluation['joint-weight'][arm];
  s.demand[j * USES + REPORTING] += grains(
    s.caseload[j] * (weight * p['joint-minutes'][arm] + rules.evaluation.denominator[arm] * p['rate-minutes'][arm]) +
      s.workers[j] * rules.evaluation['exit-length'][arm] * p['proof-minutes'][arm] +
      s.workers[j] * (rules.evaluation.credit[arm] === SHARED ? p['credit-minutes'][arm] : 0) +
      s.workers[j] * (rules.evaluation['group-staff'][0] > 0 ? p['group-minutes'][arm] : 0),
  );
}

/** Prices of those paid by the person, unless they hold terms of their own: a part at entry, a part when a result is declared, with its premium for risk. */
function price({ world, rules }: Context, j: number, p: P): void {
  const { structures: s, head } = world;
  if (s.perHead[j] + s.perResult[j] === 0 || s.ownTerms[j]) return;
  const byResult = rules.outsourcing['result-share'][0];
  const total = p['operator-price'][0] * 100;
  s.perHead[j] = Math.round(total * (1 - byResult));
  s.perResult[j] = Math.round(((total * byResult) / head[header.expectedResults]) * (1 + p['risk-premium'][0]));
}

/** Off: nothing is at stake, contracts are paid in full. */
function unjudged({ world }: Context): void {
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++) {
    s.value[j] = 0;
    s.sharedValue[j] = 0;
    s.targetRate[j] = 0;
    s.counted[j] = 0;
    s.paidShare[j] = 1;
  }
}

export const evaluation = mechanism({
  id: 'M9',
  key: 'evaluation',
  label: { fr: 'Évaluation à part ou globale', en: 'Separate or global evaluation' },
  seeds: ['S4', 'S3'],
  pattern: {
    fr: 'À part : plus de refus. Ensemble, petit groupe : moins ; grand groupe : chacun compte sur les autres.',
    en: 'Apart: more refusals. Together in a small group: fewer; in a large one: each counts on the others.',
  },
  parameters,
  terms: [
    {
      name: 'target',
      value: (option, s) =>
        s.own * (HORIZON * option.holds * s.counted - s.rate * s.asked * option.enters) + s.joint * HORIZON * (option.holds + option.elsewhere) * s.counted,
    },
  ],
  steps: { evaluation: step },
  off: { words: { fr: 'Rien n’est jugé : aucun enjeu, aucun objectif.', en: 'Nothing is judged: no stake, no target.' }, steps: { evaluation: unjudged } },
  sources: [
    { title: 'Trombert 2019', row: 'seed:S4' },
    { title: 'Gérard 2019', row: 'seed:S3' },
  ],
});
