import type { Context } from '../context.ts';
import { uniform } from '../core/draws.ts';
import { exp, log } from '../core/math.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { DEPARTEMENT, ENGINEERING, INVESTMENT, LINES, POT, STATE } from '../world/funders.ts';
import { NEEDS, SOLUTIONS } from '../world/people.ts';
import { entitled, VACANT } from '../world/status.ts';
import { DUTY, REPORTING, ROUTINE, RULES, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { parameters, s1 } from './grouping/parameters.ts';

type P = Values<typeof parameters>;

const YEAR = 12;
const LOGISTIC_SD = 0.5513288954217921;
const FILE_SHARED = 0.9;

/** Each mission acts on a variable of its own, at a cost and with a delay. No product of two missions is written. */
function govern(context: Context, p: P): void {
  const { world, rules, month } = context;
  const { head } = world;
  integrate(context, p);
  head[header.engineers] += (p.effect[0] * rules.governance['mission-engineers'][0] - head[header.engineers]) / 6;
  const refused = refusals(world);
  const capacity = (p['arbiter-cases'][0] * head[header.inhabitants] * rules.governance['mission-integration'][0]) / 100_000;
  head[header.arbiter] = refused > 0 ? Math.min(1, capacity / refused) : 1;
  survey(context, p);
  const at = month.now - Math.floor(month.now / YEAR) * YEAR;
  aim(context);
  if (at === YEAR - 1 && rules.governance['mission-evaluation'][0] > 0) learn(context, p);
}

function refusals({ structures: s, counts }: Context['world']): number {
  let sum = 0;
  for (let j = 0; j < counts.structures; j++) sum += s.refused[j];
  return sum;
}

/** Mission 3 comes in over its setting up; those whose work changes lose routines, and everyone spends hours on harmonising. */
function integrate({ world, rules }: Context, p: P): void {
  const { head, structures: s, counts } = world;
  const gap = rules.governance['mission-integration'][0] - head[header.setUp];
  const step = gap > 0 ? Math.min(gap, 1 / p['start-months'][0]) : Math.max(gap, -1 / p['start-months'][0]);
  head[header.setUp] += step;
  head[header.integrated] = p.effect[0] * head[header.setUp];
  head[header.sharedFile] = FILE_SHARED * head[header.integrated];
  if (step <= 0) return;
  for (let j = 0; j < counts.structures; j++) {
    s.know[j] *= 1 - p.moved[s.arm[j]] * p['routine-lost'][s.arm[j]] * step;
    s.demand[j * USES + ROUTINE] += grains(s.workers[j] * 60 * p['set-up-hours'][s.arm[j]]);
  }
}

/** Mission 1: σ of the map of unmet needs falls with surveys and doubles back in two years without upkeep. */
function survey({ world, rules }: Context, p: P): void {
  const { zones, counts } = world;
  const level = p.effect[0] * rules.governance['mission-diagnosis'][0];
  const goal = p['map-blind'][0] + level * (p['map-surveyed'][0] - p['map-blind'][0]);
  for (let k = 0; k < counts.zones * SOLUTIONS; k++) {
    if (zones.mapError[k] === 0) zones.mapError[k] = p['map-blind'][0];
    const months = goal < zones.mapError[k] ? p['map-months'][0] : 24;
    zones.mapError[k] += (goal - zones.mapError[k]) / months;
  }
}

const weight = new Float64Array(SOLUTIONS);

/** Mission 2 builds where needs are seen: severe needs of everyone entitled, as the map shows them, less the places that exist. */
function aim({ world, streams, month }: Context): void {
  const { zones, counts, head } = world;
  const year = Math.floor((month.now + 24) / YEAR);
  for (let z = 0; z < counts.zones; z++) {
    let sum = 0;
    for (let n = 0; n < SOLUTIONS; n++) {
      const k = z * SOLUTIONS + n;
      const unmet = Math.max(1, zones.severe[z * NEEDS + n] * head[header.scale] * 2 - zones.places[k]);
      const u = uniform(streams['grouping.survey'], k, year);
      weight[n] = unmet * exp(zones.mapError[k] * LOGISTIC_SD * log((u + 1e-9) / (1 - u + 1e-9))) * exp(zones.believed[k]);
      sum += weight[n];
    }
    for (let n = 0; n < SOLUTIONS; n++) zones.allocation[z * SOLUTIONS + n] = weight[n] / sum;
  }
}

/**
 * Mission 5: compares those who hold a solution with those who lack it, with sampling error and the bias of who got it,
 * and leans next year's money towards what looks best, up to `moved-yearly`.
 */
function learn(context: Context, p: P): void {
  const { world, streams, month, rules, scratch } = context;
  const { people, head, zones } = world;
  for (let n = 0; n < SOLUTIONS; n++) {
    let held = 0;
    let lacking = 0;
    let heldSum = 0;
    let lackingSum = 0;
    for (let i = 0; i < head[header.rows]; i++) {
      const status = people.status[i];
      if (status === VACANT || !entitled[status]) continue;
      const value = grains(scratch.search[i] * people.ready[i]);
      if (people.solved[i] & (1 << n)) {
        held++;
        heldSum += value;
      } else if (people.needs[i * NEEDS + n] > 0.5) {
        lacking++;
        lackingSum += value;
      }
    }
    if (held < 2 || lacking < 2) continue;
    const u = uniform(streams['grouping.belief'], n, month.now);
    const error = (p['belief-noise'][0] * LOGISTIC_SD * log((u + 1e-9) / (1 - u + 1e-9))) / Math.sqrt(held * head[header.scale]);
    const ratio = heldSum / held / (lackingSum / lacking) - 1;
    const moved = p.effect[0] * p['moved-yearly'][0] * rules.governance['mission-evaluation'][0];
    for (let z = 0; z < world.counts.zones; z++) {
      const k = z * SOLUTIONS + n;
      const lean = Math.max(-moved, Math.min(moved, ratio + error));
      zones.believed[k] = Math.max(-1, Math.min(1, zones.believed[k] + lean));
    }
  }
}

/** Salaries first, from the pot while it lasts and then from its two largest members; then programmes. */
function spend({ world, rules }: Context, p: P): void {
  const { funders: f, head } = world;
  const per = head[header.inhabitants] / 100_000;
  const staff =
    rules.governance['mission-diagnosis'][0] * p['survey-staff'][0] +
    rules.governance['mission-engineers'][0] * p['engineer-staff'][0] +
    rules.governance['mission-evaluation'][0] * p['evaluator-staff'][0];
  const salaries = Math.round(staff * per * head[header.wageCents]);
  const pot = f.transfersIn[POT];
  const fromPot = Math.min(pot, salaries);
  const rest = salaries - fromPot;
  const half = Math.floor(rest / 2);
  f.spent[POT * LINES + ENGINEERING] += fromPot;
  f.spent[STATE * LINES + ENGINEERING] += half;
  f.spent[DEPARTEMENT * LINES + ENGINEERING] += rest - half;
  f.spent[POT * LINES + INVESTMENT] += Math.round((pot - fromPot) * p.effect[0] * rules.governance['mission-programmes'][0]);
}

/** Minutes that integration and evaluation take from support: a common file is typed in and kept up, programmes are recorded. */
function charge({ world, rules }: Context, p: P): void {
  const { structures: s, counts, head } = world;
  let files = 0;
  for (let j = 0; j < counts.structures; j++) files += s.caseload[j];
  const inProgrammes = Math.min(1, solutionsHeld(world) / Math.max(1, files));
  for (let j = 0; j < counts.structures; j++) {
    const arm = s.arm[j];
    s.demand[j * USES + REPORTING] += grains(
      head[header.setUp] * (s.inflow[j] * p['entry-minutes'][arm] + s.caseload[j] * p['upkeep-minutes'][arm]) +
        rules.governance['mission-evaluation'][0] * inProgrammes * s.caseload[j] * p['evaluation-minutes'][arm],
    );
  }
}

function solutionsHeld({ zones, counts }: Context['world']): number {
  let sum = 0;
  for (let k = 0; k < counts.zones * SOLUTIONS; k++) sum += zones.used[k];
  return sum;
}

/** Off: no common institution acts, whatever its levers say. */
function apart({ world }: Context): void {
  world.head[header.setUp] = 0;
  world.head[header.integrated] = 0;
  world.head[header.sharedFile] = 0;
  world.head[header.engineers] = 0;
}

export const grouping = mechanism({
  id: 'M21',
  key: 'grouping',
  label: { fr: 'Le groupement et ses cinq missions', en: 'The grouping and its five missions' },
  seeds: ['S1'],
  pattern: {
    fr: 'Les coûts de transition viennent d’abord ; chaque mission agit seule, leur complémentarité s’éprouve.',
    en: 'Transition costs come first; each mission acts alone, and complementarity is tested.',
  },
  parameters,
  terms: [
    {
      name: 'duty',
      value: (option, s, { world, rules }) =>
        -option.refuses *
        rules.grouping['duty-hours'][0] *
        world.head[header.integrated] *
        world.head[header.arbiter] *
        world.structures.practised[s.structure * RULES + DUTY],
    },
  ],
  steps: { results: charge, accounts: spend, governance: govern },
  off: { words: { fr: 'Aucune institution commune n’agit.', en: 'No common institution acts.' }, steps: { governance: apart } },
  sources: [s1],
});
