import { type Context, tally } from '../context.ts';
import { alsoUniform, uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { cents, grains } from '../core/money.ts';
import { parameter, type Values } from '../core/parameter.ts';
import { choose, weigh } from '../kernel/kernel.ts';
import { situate } from '../kernel/situate.ts';
import { newOption, newSituation } from '../kernel/terms.ts';
import { credit } from '../results.ts';
import { NONE } from '../world/people.ts';
import { L, N, S, V } from '../world/status.ts';
import { REPORTING, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';

const assumed = { title: 'Assumed; direction from Gérard and Courty and Marschke', row: 'seed:S3' } as const;

const parameters = {
  'claw-back': parameter({
    label: { fr: 'Reprise d’un résultat faux', en: 'Claw-back of an untrue result' },
    unit: 'times its value',
    value: 3,
    range: [1, 6],
    possible: [0, 50],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'territory',
  }),
  'audit-minutes': parameter({
    label: { fr: 'Temps d’une vérification', en: 'Time of a check' },
    unit: 'minutes for the service',
    value: 45,
    range: [20, 120],
    possible: [0, 600],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
  'audit-cost': parameter({
    label: { fr: 'Coût d’une vérification', en: 'Cost of a check' },
    unit: 'EUR for the funder',
    value: 60,
    range: [30, 150],
    possible: [0, 5000],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'funder',
  }),
  justification: parameter({
    label: { fr: 'Justification selon l’enjeu', en: 'Justification by stake' },
    unit: 'hours per worker and month, all at stake',
    value: 12,
    range: [4, 30],
    possible: [0, 100],
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'structure',
  }),
};
type P = Values<typeof parameters>;

const TRUE = 0;
const UNTRUE = 1;
const truthful = newOption();
const untrue = newOption({ results: 1, untrue: 1 });
const situation = newSituation();

/** A service may declare as a result someone who left otherwise, or a job too short to count, if what it brings outweighs conscience and audits. */
function step(context: Context, p: P): void {
  const { people, head } = context.world;
  for (let i = 0; i < head[header.rows]; i++) {
    const status = people.status[i];
    if (people.lead[i] === NONE || people.since[i] !== 0) continue;
    if (status === L || status === V || status === N || (status === S && tooShort(context, i))) declare(context, i, p);
  }
  chargeJustification(context, p);
}

/** A short job that has just begun will often end before it counts. */
const tooShort = ({ rules, world }: Context, i: number): boolean => rules.evaluation['exit-length'][world.structures.arm[world.people.lead[i]]] > 1;

function declare(context: Context, i: number, p: P): void {
  const { world, scratch, streams, month, kernel, technology, rules } = context;
  const { people, structures: s } = world;
  const j = people.lead[i];
  situate(context, j, people.perceived[i], situation);
  weigh(kernel, TRUE, truthful, situation, context);
  weigh(kernel, UNTRUE, untrue, situation, context);
  choose(kernel, 2, technology.precision[s.arm[j]]);
  const u = uniform(streams['gaming.declaration'], people.id[i], month.now);
  const audited = alsoUniform() < rules.evaluation['audit-rate'][0];
  if (audited) {
    scratch.tally[tally.audits]++;
    s.demand[j * USES + REPORTING] += grains(world.head[header.scale] * p['audit-minutes'][s.arm[j]]);
    // The month's books are closed: audits are paid from next month's.
    world.head[header.auditsDue] += Math.round(world.head[header.scale] * cents(p['audit-cost'][0]));
  }
  if (u >= kernel.chances[UNTRUE]) return;
  scratch.tally[tally.untrue]++;
  if (audited) s.counted[j] -= world.head[header.scale] * p['claw-back'][0];
  else credit(context, i, 1);
}

/** The higher the stake, the more hours go to proving results. */
function chargeJustification({ world, rules }: Context, p: P): void {
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++) {
    const arm = s.arm[j];
    s.demand[j * USES + REPORTING] += grains(s.workers[j] * 60 * p.justification[arm] * rules.evaluation.stake[arm]);
  }
}

export const gaming = mechanism({
  id: 'M10',
  key: 'gaming',
  label: { fr: 'Sorties positives et jeux sur les chiffres', en: 'Positive exits and gaming' },
  seeds: ['S3', 'S4'],
  pattern: {
    fr: 'L’écart entre déclaré et vrai grandit avec l’enjeu, recule avec le contrôle.',
    en: 'The gap between declared and true grows with the stake, shrinks with audits.',
  },
  parameters,
  terms: [
    {
      name: 'audit',
      value: (option, s, { technology, rules }) =>
        option.untrue *
        ((s.own + s.joint) * (option.results - rules.evaluation['audit-rate'][0] * (1 + rules.gaming['claw-back'][0])) - technology.integrity[0]),
    },
  ],
  steps: { results: step },
  off: { words: { fr: 'Ce qui est déclaré est vrai.', en: 'What is declared is true.' } },
  sources: [{ title: 'Gérard 2019', row: 'seed:S3' }],
});
