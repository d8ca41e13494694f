import type { Context } from '../context.ts';
import { lotteryNumber, uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { parameter, type Values } from '../core/parameter.ts';
import { LEVELS, NONE } from '../world/people.ts';
import { TIES } from '../world/structures.ts';
import { header } from '../world/world.ts';

const lyet = { title: 'Lyet 2008, L’institution incertaine du partenariat', row: 'seed:S2' } as const;

const parameters = {
  'success-gain': parameter({
    label: { fr: 'Confiance gagnée par un cas mené ensemble', en: 'Trust gained by a joint case' },
    unit: 'share of what is missing',
    value: 0.04,
    range: [0.01, 0.1],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: lyet,
    scope: 'structure',
  }),
  'failure-loss': parameter({
    label: { fr: 'Confiance perdue par un renvoi', en: 'Trust lost by a bounce' },
    unit: 'share of trust',
    value: 0.034,
    range: [0.03, 0.25],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: lyet,
    scope: 'structure',
  }),
  'meeting-gain': parameter({
    label: { fr: 'Confiance gagnée en se rencontrant', en: 'Trust gained by meeting' },
    unit: 'share of what is missing per hour and tie',
    value: 0.077,
    range: [0, 0.12],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: lyet,
    scope: 'structure',
  }),
  erosion: parameter({
    label: { fr: 'Usure d’un lien sans usage', en: 'Wear of an unused tie' },
    unit: 'share a month',
    value: 0.0084,
    range: [0, 0.03],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: lyet,
    scope: 'structure',
  }),
  'rules-gain': parameter({
    label: { fr: 'Règles écrites et appliquées', en: 'Rules written and used' },
    unit: 'share of what is missing a month, full backing and trust',
    value: 0.03,
    range: [0.01, 0.08],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: lyet,
    scope: 'structure',
  }),
  'rules-wear': parameter({
    label: { fr: 'Oubli des règles', en: 'Forgetting of rules' },
    unit: 'share a month',
    value: 0.008,
    range: [0, 0.03],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: lyet,
    scope: 'structure',
  }),
};
type P = Values<typeof parameters>;

const YEAR = 12;

/** Ties move by what was done together, are lost when their bearer leaves unless instituted, and are instituted by rules that are used. */
function step(context: Context, p: P): void {
  const { counts, ties } = context.world;
  for (let t = 0; t < counts.structures * TIES; t++) {
    if (ties.partner[t] === NONE) continue;
    departure(context, t);
    live(context, t, p);
    forget(context, t);
  }
}

/** Counts of what was sent and accepted look back about a year; the month's joint cases are spent. */
function forget({ world }: Context, t: number): void {
  const { ties } = world;
  for (let l = 0; l < LEVELS; l++) {
    ties.asked[t * LEVELS + l] *= 1 - 1 / YEAR;
    ties.accepted[t * LEVELS + l] *= 1 - 1 / YEAR;
  }
  ties.successes[t] = 0;
  ties.failures[t] = 0;
  ties.discovered[t] = 0;
}

function still(context: Context): void {
  for (let t = 0; t < context.world.counts.structures * TIES; t++) forget(context, t);
}

/** The worker who carries the tie may be among those who left this month: what is not instituted goes too. */
function departure({ world, streams, month }: Context, t: number): void {
  const { structures: s, ties } = world;
  const j = Math.floor(t / TIES);
  if (s.departures[j] === 0) return;
  const left = uniform(streams['workload.departure'], j, month.now, ties.bearer[t]) < s.turnover[j];
  if (!left) return;
  ties.trust[t] *= ties.instituted[t];
  ties.credibility[t] = 0.3 + (ties.credibility[t] - 0.3) * ties.instituted[t];
  ties.bearer[t] = lotteryNumber(streams['uncertain-institution.bearer'], t, month.now) % Math.max(1, s.workers[j]);
}

function live(context: Context, t: number, p: P): void {
  const { world, rules } = context;
  const { ties, structures: s, head } = world;
  const j = Math.floor(t / TIES);
  const arm = s.arm[j];
  const meetings = rules.governance.meetings[arm] / TIES;
  const gain = 1 - (1 - p['meeting-gain'][arm] * meetings) * power(1 - p['success-gain'][arm], ties.successes[t]);
  ties.trust[t] += gain * (1 - ties.trust[t]);
  ties.trust[t] *= power(1 - p['failure-loss'][arm], ties.failures[t]) * (1 - p.erosion[arm]);
  const backing = Math.min(1, 0.15 + 0.6 * head[header.engineers] + 0.4 * rules.evaluation['joint-weight'][arm]);
  const written = p['rules-gain'][arm] * backing * ties.trust[t] * Math.min(1, meetings * 4);
  ties.instituted[t] += written * (1 - ties.instituted[t]) - p['rules-wear'][arm] * ties.instituted[t];
  ties.credibility[t] += 0.03 * (0.7 - ties.credibility[t]);
  ties.credibility[t] *= power(0.93, ties.discovered[t]);
  if (ties.live[t] < 120) ties.live[t]++;
}

/** base to a power of 0 or more, whole part by products and the rest by a straight line: exact in every host. */
function power(base: number, exponent: number): number {
  let out = 1;
  let left = exponent;
  for (; left >= 1 && out > 1e-9; left--) out *= base;
  return left > 0 ? out * (1 - (1 - base) * Math.min(1, left)) : out;
}

export const uncertainInstitution = mechanism({
  id: 'M16',
  key: 'uncertain-institution',
  label: { fr: 'Institution incertaine', en: 'Uncertain institution' },
  seeds: ['S2'],
  pattern: {
    fr: 'Des îlots de confiance, qui s’effondrent au départ de ceux qui les portent si rien n’est institué.',
    en: 'Islands of trust that collapse when their bearers leave, unless instituted.',
  },
  parameters,
  terms: [{ name: 'credibility', value: (option, s) => option.credit * s.credibility }],
  steps: { governance: step },
  off: { words: { fr: 'Les liens restent ce qu’ils sont.', en: 'Ties stay as they are.' }, steps: { governance: still } },
  sources: [lyet],
});
