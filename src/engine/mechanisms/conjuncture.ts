import { type Context, tally } from '../context.ts';
import { uniform } from '../core/draws.ts';
import { mechanism } from '../core/mechanism.ts';
import { parameter, type Values } from '../core/parameter.ts';
import { stock } from '../observe.ts';
import { type Attribute, attributes, drawPerson } from '../world/attributes.ts';
import { tell } from '../world/moves.ts';
import { REGISTERED } from '../world/people.ts';
import { E } from '../world/status.ts';
import { SEEKER_CLASSES } from '../world/zones.ts';
import { header, takeRow } from '../world/world.ts';

const parameters = {
  tightness: parameter({
    label: { fr: 'Marché du travail', en: 'Labour market' },
    unit: 'vacancies relative to the start',
    value: 1,
    range: [0.5, 1.5],
    possible: [0.05, 5],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Scenario input' },
    scope: 'zone',
  }),
  inflow: parameter({
    label: { fr: 'Entrées', en: 'Entries' },
    unit: 'entries relative to the start',
    value: 1,
    range: [0.5, 2],
    possible: [0, 4],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Scenario input' },
    scope: 'zone',
  }),
  'cycle-depth': parameter({
    label: { fr: 'Ampleur du cycle', en: 'Depth of the cycle' },
    unit: 'share of vacancies',
    value: 0.06,
    range: [0, 0.2],
    possible: [0, 0.9],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Assumed; national cycles move unemployment by one to two points' },
    scope: 'zone',
  }),
  'cycle-months': parameter({
    label: { fr: 'Durée du cycle', en: 'Length of the cycle' },
    unit: 'months',
    kind: 'integer',
    value: 96,
    range: [60, 132],
    possible: [12, 360],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Assumed' },
    scope: 'zone',
  }),
  'inflow-response': parameter({
    label: { fr: 'Entrées quand l’emploi se tend', en: 'Entries when jobs fall' },
    unit: 'entries per share of vacancies lost',
    value: 0.5,
    range: [0, 1.5],
    possible: [0, 4],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'RSA : +7 % en 2020, INSEE 2407796' },
    scope: 'zone',
  }),
  'rights-ended': parameter({
    label: { fr: 'Fins de droits au chômage', en: 'Ends of unemployment rights' },
    unit: 'people a month, per 100 entitled at the start',
    value: 0,
    range: [0, 15],
    possible: [0, 50],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Scenario input' },
    scope: 'territory',
  }),
  'rights-ended-entitled': parameter({
    label: { fr: 'Fins de droits qui ouvrent droit au revenu minimum', en: 'Ends of rights that open a right to the minimum income' },
    unit: 'share',
    value: 0.5,
    range: [0.25, 0.75],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: {
      title:
        'Bruxelles, 2015 : 29 % ont demandé au CPAS en un trimestre ; 2026, première vague : 20 à 60 % selon les sources. Le reste travaille ou vit d’un autre revenu',
    },
    scope: 'territory',
  }),
  'rights-ended-fragile': parameter({
    label: { fr: 'Part fragile de ceux dont les droits au chômage finissent', en: 'Fragile share of those whose unemployment rights end' },
    unit: 'share',
    value: 0.85,
    range: [0.4, 0.95],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Assumed: rights end after two to twenty years without a job, by the waves of 2026', row: 'fact:F7' },
    scope: 'territory',
  }),
  'rights-ended-lag': parameter({
    label: { fr: 'Délai moyen entre la fin de droits et la perte d’autres ressources', en: 'Mean delay between the end of rights and the loss of other means' },
    unit: 'months',
    value: 2,
    range: [1, 9],
    possible: [1, 60],
    role: 'uncertainty',
    evidence: 'estimated',
    source: {
      title:
        'Bruxelles, 2015 : 29 % ont demandé au CPAS en un trimestre, et les arrivées ont continué ensuite. Lu avec la demande en fin d’indemnisation, qui prend un mois ou deux',
    },
    scope: 'territory',
  }),
  settling: parameter({
    label: { fr: 'Entrées de la mise en route, en trop', en: 'Entries of the settling in, in excess' },
    unit: 'times those that keep the number steady',
    value: 1.16,
    range: [1, 1.3],
    possible: [0.5, 2],
    role: 'constant',
    evidence: 'estimated',
    source: { title: 'Read on the average département, where the calibrated entries keep the number steady' },
    scope: 'territory',
  }),
  lag: parameter({
    label: { fr: 'Retard des entrées sur l’emploi', en: 'Lag of entries behind jobs' },
    unit: 'months',
    value: 9,
    range: [3, 18],
    possible: [1, 60],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Assumed; unemployment insurance delays entries' },
    scope: 'zone',
  }),
};
type V = Values<typeof parameters>;

/** Newcomers drawn ahead of any rule book: four candidates for each expected entry, so that entries may rise fourfold. */
const CANDIDATES_PER_ENTRY = 4;
const FIRST_NEWCOMER = 4_194_304;
const IDS_A_MONTH = 131_072;
const WARM_UP = 24;

/** A triangular wave, −1 to 1, starting at 0 and rising. */
function wave(month: number, period: number): number {
  const shifted = month + WARM_UP;
  const t = (shifted - Math.floor(shifted / period) * period) / period;
  return t < 0.25 ? 4 * t : t < 0.75 ? 2 - 4 * t : 4 * t - 4;
}

function weather({ world, month }: Context, p: V): void {
  const { zones, counts } = world;
  for (let z = 0; z < counts.zones; z++) {
    const cycle = 1 + p['cycle-depth'][0] * wave(month.now, p['cycle-months'][0]);
    zones.tightness[z] = p.tightness[0] * cycle;
    const pressure = 1 + p['inflow-response'][0] * (1 / zones.tightness[z] - 1);
    zones.inflow[z] += (pressure - zones.inflow[z]) / p.lag[0];
  }
}

const placeOf = Object.fromEntries(attributes.map((a, k) => [a, k])) as Record<Attribute, number>;

/** Entries by thinning: candidates and their luck are the same in every scenario; a rule book only moves the rate. */
function enter(context: Context, p: V): void {
  const { world, streams, month, persons } = context;
  const { head, zones } = world;
  const expected = persons['entry-rate'][0] * head[header.population];
  const candidates = Math.min(IDS_A_MONTH, Math.ceil(expected * CANDIDATES_PER_ENTRY));
  const first = FIRST_NEWCOMER + (month.now + WARM_UP) * IDS_A_MONTH;
  if (month.now < 0) balance(context, expected * p.settling[0]);
  const usual = Math.min(1, (expected / candidates) * p.inflow[0] * zones.inflow[0] * head[header.entryBalance]);
  const rate = usual + ended(context, candidates * (1 - usual), p) / candidates;
  const benefit = world.head[header.baseBenefits];
  let id = 0;
  // Each attribute has its draw; those that nobody reads are not drawn.
  const draw = (a: Attribute): number => uniform(streams['newcomer.attribute'], id, month.now, placeOf[a]);
  for (let j = 0; j < candidates; j++) {
    id = first + j;
    const luck = uniform(streams['newcomer.entry'], id, month.now);
    if (luck >= rate) continue;
    const row = takeRow(world);
    if (row < 0) throw new RangeError(`World full: ${world.counts.people} rows. Entries outran exits; lower conjuncture.inflow.`);
    const pushed = luck >= usual;
    drawPerson(world, row, id, pushed ? p['rights-ended-fragile'][0] : persons['entry-fragile'][0], persons, benefit, draw);
    world.people.status[row] = E;
    if (pushed) world.people.flags[row] |= REGISTERED;
    if (context.events.awaited.has(id)) {
      world.people.watched[row] = 1;
      tell(context, row, 'conjuncture.entered');
    }
    context.scratch.search[row] = 0;
    context.scratch.tally[tally.entries]++;
    if (month.now >= WINDOW && month.now < -1) head[header.entriesSeen]++;
  }
}
/**
 * People who lost unemployment rights and become entitled this month. Some of those whose rights end ever do, little by little; known to
 * the services, most then ask for the minimum income within a month or two. No more come in a month than newcomers have names (`room`); the rest wait their turn, among the other job seekers. They seldom find work: that is why they were still there. Left out: that they are older than other newcomers.
 */
function ended({ world: { head, zones, counts } }: Context, room: number, p: V): number {
  head[header.rightsEnded] += (p['rights-ended'][0] / 100) * p['rights-ended-entitled'][0] * head[header.population];
  const now = Math.min(room, head[header.rightsEnded] / p['rights-ended-lag'][0]);
  if (now <= 0) return 0;
  head[header.rightsEnded] -= now;
  let seekers = 0;
  for (let k = 0; k < counts.zones * SEEKER_CLASSES; k++) seekers += zones.otherSeekers[k];
  const stay = seekers > 0 ? Math.max(0, 1 - (now * head[header.scale]) / seekers) : 1;
  for (let k = 0; k < counts.zones * SEEKER_CLASSES; k++) zones.otherSeekers[k] *= stay;
  for (let k = 0; k < counts.zones * 2; k++) zones.otherSearch[k] *= stay;
  return now;
}

/**
 * Before month 0 a territory learns the entries that keep its own number of people entitled, given how fast people leave there: what came in
 * over the window, less what the number grew by. From month 0 this holds, and only a rule book or the conjuncture moves it.
 */
function balance({ world, scratch, month }: Context, expected: number): void {
  const { head } = world;
  const now = scratch.stock[stock.entitled];
  if (month.now === WINDOW) head[header.entitledThen] = now;
  if (month.now !== -1) return;
  const months = -1 - WINDOW;
  const needed = (head[header.entriesSeen] - (now - head[header.entitledThen])) / months;
  head[header.entryBalance] = Math.max(LEAST_BALANCE, Math.min(MOST_BALANCE, needed / expected));
}
/** First month of the window; the first half year of the warm-up is left out. */
const WINDOW = -18;
const LEAST_BALANCE = 0.25;
const MOST_BALANCE = 2;

function still({ world }: Context): void {
  for (let z = 0; z < world.counts.zones; z++) {
    world.zones.tightness[z] = 1;
    world.zones.inflow[z] = 1;
  }
}

export const conjuncture = mechanism({
  id: 'M24',
  key: 'conjuncture',
  label: { fr: 'Conjoncture', en: 'Conjuncture' },
  seeds: ['S1'],
  pattern: {
    fr: 'Les entrées suivent l’emploi avec retard et en partie ; il faut de bons moments pour déplacer les budgets.',
    en: 'Entries follow jobs late and in part; budgets need good times to shift.',
  },
  parameters,
  steps: { context: weather, claiming: enter },
  off: { words: { fr: 'L’emploi ne varie pas et personne n’entre.', en: 'Jobs do not vary and nobody enters.' }, steps: { context: still } },
  sources: [{ title: 'Terra Nova', row: 'seed:S1' }],
});
