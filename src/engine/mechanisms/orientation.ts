import { type Context, lane, tally } from '../context.ts';
import { alsoUniform, uniform } from '../core/draws.ts';
import { keyedLottery } from '../core/lottery.ts';
import { log } from '../core/math.ts';
import { mechanism } from '../core/mechanism.ts';
import { cents } from '../core/money.ts';
import { parameter, type Values } from '../core/parameter.ts';
import { chooseStructure, networkShares, outsource, sharesFor } from '../world/directory.ts';
import { EMPLOYMENT, OPERATOR } from '../world/organise.ts';
import { DEPARTEMENT, ENGINEERING, LINES } from '../world/funders.ts';
import { become, isWatched, tell } from '../world/moves.ts';
import { GROUPS, groupOfClass, KNOWN, NONE } from '../world/people.ts';
import { classify, groupSeverities, meanSeverity, trueClass } from '../world/perception.ts';
import { A, O, W } from '../world/status.ts';
import { header } from '../world/world.ts';
import { interviewsHeld } from './orientation/interviews.ts';

const oarsa = { title: 'DREES OARSA 2023 et RI-insertion', row: 'effect:R5', date: '2024' } as const;

const parameters = {
  attendance: parameter({
    label: { fr: 'Vient à l’entretien d’orientation', en: 'Comes to the orientation interview' },
    unit: 'share a month, full trust',
    value: 0.41,
    range: [0.15, 0.82],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'estimated',
    source: oarsa,
    scope: 'person',
  }),
  'trust-needed': parameter({
    label: { fr: 'Confiance sous laquelle on ne vient guère', en: 'Trust under which one seldom comes' },
    unit: '0 to 1',
    value: 0.6,
    range: [0.2, 0.6],
    possible: [0.01, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: oarsa,
    scope: 'person',
  }),
  capacity: parameter({
    label: { fr: 'Entretiens d’orientation possibles', en: 'Orientation interviews possible' },
    unit: 'per entitled person and month',
    value: 0.02,
    range: [0.01, 0.05],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: oarsa,
    scope: 'territory',
  }),
  'by-services': parameter({
    label: { fr: 'Entretiens d’orientation tenus par les services', en: 'Orientation interviews held by services' },
    unit: 'share of interviews, that follow the time services have',
    value: 0.5,
    range: [0.2, 0.9],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Assumed: half are held by workers of the département, half by a platform of its own' },
    scope: 'territory',
  }),
  'interview-cost': parameter({
    label: { fr: 'Coût d’une place d’entretien', en: 'Cost of an interview slot' },
    unit: 'EUR',
    value: 55,
    range: [30, 100],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Assumed: 1 h 30 of an officer' },
    scope: 'funder',
  }),
  'fear-to-attend': parameter({
    label: { fr: 'La menace fait venir au rendez-vous', en: 'Threat brings people to appointments' },
    unit: 'per monthly risk of losing all',
    value: 8,
    range: [2, 20],
    possible: [0, 100],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Assumed: whoever fears for the right shows up to keep it', row: 'seed:S0' },
    scope: 'person',
  }),
  'shared-gain': parameter({
    label: { fr: 'Erreur évitée par un diagnostic commun', en: 'Error spared by a common diagnosis' },
    unit: 'share of noise',
    value: 0.5,
    range: [0.2, 0.7],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Terra Nova', row: 'seed:S1' },
    scope: 'territory',
  }),
  relearn: parameter({
    label: { fr: 'Relecture de la situation par le référent', en: 'Second reading by the lead' },
    unit: 'share of files a month',
    value: 0.06,
    range: [0.02, 0.15],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: oarsa,
    scope: 'structure',
  }),
  'outsourced-by-lever': parameter({
    label: { fr: 'Suivi du levier d’externalisation', en: 'How far the outsourcing lever is followed' },
    unit: 'share',
    value: 1,
    range: [0, 1],
    role: 'constant',
    evidence: 'assumed',
    source: { title: 'Simple form of first light' },
    scope: 'territory',
  }),
};
type V = Values<typeof parameters>;

/** Standard logistic variate scaled to a standard deviation of 1. */
const noise = (u: number): number => log((u + 1e-9) / (1 - u + 1e-9)) * 0.5513288954217921;

let shares = new Float64Array(6);
const groups = new Float64Array(GROUPS);

/** Interviews go to those who come, longest wait first; a noisy reading chooses a lead. */
function step(context: Context, p: V): void {
  const { world, scratch, rules, streams, month } = context;
  const { head } = world;
  const open = p.capacity[0] * (rules.access.orientation[0] / 100) * interviewsHeld(context, p['by-services'][0]) * head[header.population];
  const places = Math.floor(open);
  splitAmongNetworks(context, p);
  const n = listComers(context, p);
  keyedLottery(places, n, scratch, streams['orientation.choice'], month.now, 63);
  for (let q = 0; q < n; q++) if (scratch.won[q]) orient(context, scratch.rows[q], p);
  const cost = Math.round(open * head[header.scale]) * cents(p['interview-cost'][0]);
  world.funders.spent[DEPARTEMENT * LINES + ENGINEERING] += cost;
}

/** Those who come to their interview; on the way, leads read some situations again. */
function listComers(context: Context, p: V): number {
  const { world, scratch } = context;
  const { status: statuses } = world.people;
  const rows = world.head[header.rows];
  const again = 1 - p.relearn[0];
  let n = 0;
  for (let i = 0; i < rows; i++) {
    const status = statuses[i];
    if (status === O && comes(context, i, p)) n = queue(context, i, n);
    else if (status === A && lane(scratch.lanes, i, 2) > again) readAgain(context, i, p);
  }
  return n;
}

function readAgain(context: Context, i: number, p: V): void {
  const { people } = context.world;
  const seen = perceive(context, i, p, 16);
  if (isWatched(context, i) && seen !== people.perceived[i]) tell(context, i, 'orientation.read-again', { facts: [seen, trueClass(people.needs, i)] });
  people.perceived[i] = seen;
}

/** Trust brings people to their interview; the fear of losing the right brings some of those whom trust would not. */
function comes({ world, streams, month }: Context, i: number, p: V): boolean {
  const { people } = world;
  if (people.tie[i] < 2) return false;
  const arm = people.arm[i];
  const trust = Math.min(1, people.trust[i] / p['trust-needed'][arm]);
  const willing = trust * trust * trust * trust;
  const fear = p['fear-to-attend'][arm] * people.belief[i];
  const brought = ((1 - willing) * fear) / (1 + fear);
  return uniform(streams['person.review'], people.id[i], month.now) < p.attendance[arm] * (willing + brought);
}

function queue({ world, scratch }: Context, i: number, n: number): number {
  const { people } = world;
  scratch.rows[n] = i;
  scratch.ids[n] = people.id[i];
  scratch.priority[n] = 255 - Math.min(255, people.tenure[i]);
  return n + 1;
}

/** The territory's own split among networks; the lever moves people from the employment service to operators. */
function splitAmongNetworks(context: Context, p: V): void {
  const { head } = context.world;
  if (context.month.now < 0) learnSplit(context);
  for (let b = 0; b < NETWORKS; b++) led[b] = head[header.sentShares + b];
  outsource(led, context.rules.outsourcing.share[0] * p['outsourced-by-lever'][0]);
  shares = sharesFor(context.world, shares);
  networkShares(context, led, shares);
}

/** Before month 0 the split of those sent is learnt, so that those followed, after refusals and exits, divide as published. It then holds. */
function learnSplit({ world }: Context): void {
  const { head, structures: s, counts } = world;
  let all = 0;
  followed.fill(0);
  for (let j = 0; j < counts.structures; j++) {
    const b = s.body[j] === OPERATOR ? EMPLOYMENT : s.body[j];
    followed[b] += s.caseload[j];
    all += s.caseload[j];
  }
  if (all === 0) return;
  let sum = 0;
  for (let b = 0; b < NETWORKS; b++) {
    const goal = head[header.ledShares + b];
    if (goal > 0) head[header.sentShares + b] *= 1 + LEARNING * (goal - followed[b] / all);
    sum += head[header.sentShares + b];
  }
  for (let b = 0; b < NETWORKS; b++) head[header.sentShares + b] /= sum;
}
const LEARNING = 1.5;
const NETWORKS = 6;
const followed = new Float64Array(NETWORKS);
const led: number[] = [0, 0, 0, 0, 0, 0];

function orient(context: Context, i: number, p: V): void {
  const { world, scratch } = context;
  const { people } = world;
  const seen = perceive(context, i, p, 0);
  people.perceived[i] = seen;
  const truth = trueClass(people.needs, i);
  scratch.tally[tally.oriented]++;
  scratch.tally[tally.read]++;
  if (groupOfClass(seen) !== groupOfClass(truth)) scratch.tally[tally.misread]++;
  const j = chooseStructure(context, i, groupOfClass(seen), shares, NONE, 0);
  if (j === NONE) return;
  people.lead[i] = j;
  people.sender[i] = NONE;
  people.file[i] = 1;
  people.flags[i] |= KNOWN;
  become(world, i, W);
  if (isWatched(context, i)) tell(context, i, 'orientation.oriented', { facts: [seen, truth] });
}

/** What an interview sees of a person: severities with noise, less of it under a common diagnosis. */
function perceive(context: Context, i: number, p: V, k: number): number {
  const { world, streams, month, technology } = context;
  const { people, head } = world;
  const sd = technology['diagnosis-noise'][0] * (1 - p['shared-gain'][0] * head[header.sharedFile]);
  groupSeverities(people.needs, i, groups);
  for (let g = 0; g < GROUPS; g += 2) {
    groups[g] += sd * noise(uniform(streams['orientation.noise'], people.id[i], month.now, k + g));
    groups[g + 1] += sd * noise(alsoUniform());
  }
  const mean = meanSeverity(people.needs, i) + (sd / 2) * noise(uniform(streams['orientation.noise'], people.id[i], month.now, k + GROUPS));
  return classify(mean, groups);
}

/** Off: everybody is oriented at once, and read without error. */
function atOnce(context: Context, p: V): void {
  const { people, head } = context.world;
  splitAmongNetworks(context, p);
  for (let i = 0; i < head[header.rows]; i++) {
    if (people.status[i] !== O) continue;
    people.perceived[i] = trueClass(people.needs, i);
    people.lead[i] = chooseStructure(context, i, groupOfClass(people.perceived[i]), shares, NONE, 0);
    people.flags[i] |= KNOWN;
    people.file[i] = 1;
    context.scratch.tally[tally.oriented]++;
    become(context.world, i, W);
    if (isWatched(context, i)) tell(context, i, 'orientation.oriented', { facts: [people.perceived[i], people.perceived[i]] });
  }
}

export const orientation = mechanism({
  id: 'M3',
  key: 'orientation',
  label: { fr: 'Diagnostic et orientation', en: 'Diagnosis and orientation' },
  seeds: ['S1'],
  pattern: {
    fr: 'Premier contact tardif et orientations mal lues ; moins d’erreurs sous diagnostic partagé.',
    en: 'Late first contact and misread orientations; fewer errors under a shared diagnosis.',
  },
  parameters,
  steps: { orientation: step },
  off: { words: { fr: 'Orientation immédiate et sans erreur.', en: 'Immediate orientation without error.' }, steps: { orientation: atOnce } },
  sources: [oarsa, { title: 'Terra Nova', row: 'seed:S1' }],
});
