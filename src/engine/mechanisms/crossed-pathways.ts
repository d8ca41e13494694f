import { type Context, tally } from '../context.ts';
import { alsoUniform, uniform, WARM_UP } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { grains } from '../core/money.ts';
import type { Values } from '../core/parameter.ts';
import { become, closeFile, resume, tell } from '../world/moves.ts';
import { CARE, HEALTH, JUSTICE, JUSTICE_PATH, MISSED, NEEDS, NONE } from '../world/people.ts';
import { A, C, entitled, O, VACANT, W } from '../world/status.ts';
import { MEETINGS, USES } from '../world/structures.ts';
import { header } from '../world/world.ts';
import { parameters, trombert } from './crossed-pathways/parameters.ts';

type P = Values<typeof parameters>;

const QUARTER = 3;
/** Half-days of a month in which an appointment may fall. */
const HALF_DAYS = 44;

/**
 * Insertion, care and justice each keep a calendar of their own. Each person's pathways open and close in turn, once a quarter;
 * appointments that fall on the same half-day are missed on one side or the other; a stay in hospital or detention takes the person away.
 * Left out: what doctors and judges know of each other, and the places that care lacks.
 */
function step(context: Context, p: P): void {
  const { people, head } = context.world;
  const { status, id, paths, needs, severe } = people;
  const rows = head[header.rows];
  const turn = context.month.now + WARM_UP;
  for (let i = 0; i < rows; i++) {
    const at = status[i];
    if (at === VACANT) continue;
    paths[i] &= ~MISSED;
    if (at === C) away(context, i, p);
    else if (paths[i] !== 0) month(context, i, at, p);
    if ((id[i] + turn) % QUARTER !== 0) continue;
    if (paths[i] !== 0 || (severe[i] & MAY_OPEN) !== 0 || needs[i * NEEDS + HEALTH] > OPENS_OVER) quarter(context, i, at, p);
  }
}
/** Needs so severe that they cost, as bits: health and justice. */
const MAY_OPEN = (1 << HEALTH) | (1 << JUSTICE);
/** Severity under which no pathway opens. */
const OPENS_OVER = 0.4;

/** A quarter of care and justice: what was kept up eases its need, a pathway ends, another opens. */
function quarter(context: Context, i: number, status: number, p: P): void {
  const { people } = context.world;
  const arm = people.arm[i];
  const u = uniform(context.streams['crossed-pathways.turn'], people.id[i], context.month.now);
  const v = alsoUniform();
  turnOf(context, i, CARE, HEALTH, u, p['care-start'][arm], p['care-months'][arm], p['care-relief'][arm], status);
  turnOf(context, i, JUSTICE_PATH, JUSTICE, v, p['justice-start'][arm], p['justice-months'][arm], p['justice-relief'][arm], status);
}

function turnOf(context: Context, i: number, bit: number, need: number, u: number, start: number, months: number, relief: number, status: number): void {
  const { people } = context.world;
  const k = i * NEEDS + need;
  if (people.paths[i] & bit) {
    people.needs[k] *= Math.max(0, 1 - QUARTER * relief);
    if (u < QUARTER / months || !entitled[status]) people.paths[i] &= ~bit;
  } else if (entitled[status] && people.needs[k] > OPENS_OVER && u < QUARTER * start * people.needs[k]) {
    people.paths[i] |= bit;
    tell(context, i, bit === CARE ? 'crossed-pathways.care' : 'crossed-pathways.justice');
  }
}

/** A month with a pathway open: perhaps a stay away, perhaps two appointments on one half-day. */
function month(context: Context, i: number, status: number, p: P): void {
  const { world, scratch, streams, rules } = context;
  const { people, structures: s, head } = world;
  const arm = people.arm[i];
  const care = people.paths[i] & CARE ? p['care-appointments'][arm] : 0;
  const justice = people.paths[i] & JUSTICE_PATH ? p['justice-appointments'][arm] : 0;
  const leaves = (care > 0 ? p['away-care'][arm] : 0) + (justice > 0 ? p['away-justice'][arm] : 0);
  const u = uniform(streams['crossed-pathways.month'], people.id[i], context.month.now);
  const v = alsoUniform();
  if (u < leaves && (status === A || status === W || status === O)) {
    goAway(context, i, v, p['away-months'][arm]);
    return;
  }
  const asked = context.on.has('conditionality') ? rules.conditionality.hours[arm] : 0;
  const service = status === A ? p['service-appointments'][arm] + (asked * WEEKS) / HOURS_OF_A_HALF_DAY : 0;
  const several = (care > 0 ? 1 : 0) + (justice > 0 ? 1 : 0) + (service > 0 ? 1 : 0) > 1;
  if (!several) return;
  scratch.tally[tally.crossed]++;
  const shared = rules.governance['shared-calendar'][arm];
  if (status === A && shared > 0) {
    const j = people.lead[i];
    s.demand[j * USES + MEETINGS_ASKED] += grains(head[header.scale] * shared * p['calendar-minutes'][s.arm[j]]);
  }
  const clash = (service * care + service * justice + care * justice) / HALF_DAYS;
  // The draw beyond those who leave, stretched back over the whole: one draw serves both.
  const w = (u - leaves) / (1 - leaves);
  const chance = Math.min(1, clash) * (1 - shared);
  if (w < chance) miss(context, i, service, care, justice, v, p);
}
const WEEKS = 4.33;
const HOURS_OF_A_HALF_DAY = 3.5;
/** Minutes of a shared calendar are meetings between services. */
const MEETINGS_ASKED = MEETINGS;

/** One of the appointments that fall together is missed, each as likely as it is rare to be moved: in proportion to how many there are. */
function miss(context: Context, i: number, service: number, care: number, justice: number, v: number, p: P): void {
  const { people } = context.world;
  const arm = people.arm[i];
  context.scratch.tally[tally.missed]++;
  let left = v * (service + care + justice) - service;
  if (left < 0) {
    people.paths[i] |= MISSED;
    tell(context, i, 'crossed-pathways.missed');
    return;
  }
  // What is left of the draw, within the share of the pathway that was missed, decides whether it breaks.
  if (left < care) {
    if (left < care * p['care-break'][arm]) broken(context, i, CARE, HEALTH, p);
    return;
  }
  left -= care;
  if (left < justice * p['justice-break'][arm]) broken(context, i, JUSTICE_PATH, JUSTICE, p);
}

function broken(context: Context, i: number, bit: number, need: number, p: P): void {
  const { people } = context.world;
  const k = i * NEEDS + need;
  people.paths[i] &= ~bit;
  people.needs[k] += p['break-harm'][people.arm[i]] * (1 - people.needs[k]);
  context.scratch.tally[tally.pathwaysBroken]++;
  tell(context, i, bit === CARE ? 'crossed-pathways.care-broken' : 'crossed-pathways.justice-broken');
}

function goAway(context: Context, i: number, v: number, months: number): void {
  const { people } = context.world;
  people.timer[i] = Math.max(1, Math.min(255, Math.round(2 * v * months)));
  become(context.world, i, C);
  tell(context, i, 'crossed-pathways.away');
}

/** In hospital or detained: the right stays open, the file is closed after a while, and the way back starts from wherever it was left. */
function away(context: Context, i: number, p: P): void {
  const { people, structures: s } = context.world;
  const j = people.lead[i];
  const kept = j === NONE ? 0 : p['kept-months'][s.arm[j]];
  if (j !== NONE && people.since[i] > kept) {
    tell(context, i, 'crossed-pathways.file-closed');
    closeFile(context.world, i);
    context.scratch.tally[tally.pathwaysBroken]++;
  }
  if (people.timer[i] > 1) {
    people.timer[i]--;
    return;
  }
  people.timer[i] = 0;
  resume(context, i, 'crossed-pathways.back');
}

/** Off: one calendar for everyone; whoever is away comes back. */
function one(context: Context): void {
  const { people, head } = context.world;
  const { status, paths } = people;
  const rows = head[header.rows];
  for (let i = 0; i < rows; i++) {
    if (status[i] === VACANT) continue;
    paths[i] = 0;
    if (status[i] === C) resume(context, i, 'crossed-pathways.back');
  }
}

export const crossedPathways = mechanism({
  id: 'M26',
  key: 'crossed-pathways',
  label: { fr: 'Parcours croisés', en: 'Crossed pathways' },
  seeds: ['S4'],
  pattern: {
    fr: 'Insertion, soins et justice courent ensemble, chacun à son calendrier : ceux qui sont dans plusieurs parcours portent l’essentiel des ruptures.',
    en: 'Insertion, care and justice run at once, each with its own calendar: those in several pathways carry most breaks.',
  },
  parameters,
  steps: { needs: step },
  off: {
    words: {
      fr: 'Un seul parcours : ni soins ni justice à mener en même temps.',
      en: 'One pathway only: neither care nor justice to follow at the same time.',
    },
    steps: { needs: one },
  },
  sources: [trombert],
});
