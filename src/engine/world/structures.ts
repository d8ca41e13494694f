import type { Text } from '../core/text.ts';
import { f64, u16, u8 } from '../core/table.ts';
import { PROGRAMMES } from './programmes.ts';
import { CLASSES, GROUPS, LEVELS, STYLES } from './people.ts';

/** The networks a structure belongs to. `kind` is its legal form; nothing in the model branches on either: they differ by their columns. */
export const bodies = [
  { key: 'employment-service', kind: 0, label: { fr: 'service public de l’emploi', en: 'public employment service' } },
  { key: 'departement', kind: 0, label: { fr: 'unité du département', en: 'département unit' } },
  { key: 'ccas', kind: 0, label: { fr: 'CCAS', en: 'municipal social action centre (CCAS)' } },
  { key: 'local-mission', kind: 1, label: { fr: 'mission locale, PLIE', en: 'local mission, PLIE' } },
  { key: 'association', kind: 2, label: { fr: 'association', en: 'association' } },
  { key: 'operator', kind: 3, label: { fr: 'opérateur privé', en: 'private operator' } },
] as const satisfies readonly { key: string; kind: number; label: Text }[];

export const kinds = [
  { key: 'public', label: { fr: 'public', en: 'public' } },
  { key: 'parapublic', label: { fr: 'parapublic', en: 'parapublic' } },
  { key: 'associative', label: { fr: 'associatif', en: 'associative' } },
  { key: 'private', label: { fr: 'privé', en: 'private' } },
] as const satisfies readonly { key: string; label: Text }[];

/** Place of businesses among the kinds. */
export const PRIVATE = 3;

/** What a paid minute goes to. Whole minutes; they sum to the minutes paid. */
export const uses = [
  { key: 'support', label: { fr: 'accompagnement', en: 'support' } },
  { key: 'control', label: { fr: 'contrats et contrôle', en: 'contracts and checks' } },
  { key: 'reporting', label: { fr: 'comptes rendus et justification', en: 'reporting and justification' } },
  { key: 'meetings', label: { fr: 'réunions entre services', en: 'meetings between services' } },
  { key: 'sorting', label: { fr: 'tri des demandes et orientations', en: 'sorting requests and referrals' } },
  { key: 'outreach', label: { fr: 'aller vers', en: 'outreach' } },
  { key: 'routine', label: { fr: 'habitudes à refaire', en: 'routines to rebuild' } },
  { key: 'absence', label: { fr: 'absences et tâches fixes', en: 'absence and fixed tasks' } },
  { key: 'follow-up', label: { fr: 'suivi après la sortie', en: 'follow-up after the exit' } },
] as const satisfies readonly { key: string; label: Text }[];
export const USES = uses.length;
export const SUPPORT = 0;
export const CONTROL = 1;
export const REPORTING = 2;
export const MEETINGS = 3;
export const SORTING = 4;
export const OUTREACH = 5;
export const ROUTINE = 6;
export const ABSENCE = 7;
export const FOLLOW_UP = 8;

/** The five phases of a follow-up, each with a place on two axes: individual to collective, work first to social first. */
export const stages = [
  { key: 'intake', label: { fr: 'accueil', en: 'intake' } },
  { key: 'diagnosis', label: { fr: 'diagnostic', en: 'diagnosis' } },
  { key: 'support', label: { fr: 'accompagnement', en: 'support' } },
  { key: 'placement', label: { fr: 'placement', en: 'placement' } },
  { key: 'follow-up', label: { fr: 'suivi après la sortie', en: 'follow-up' } },
] as const satisfies readonly { key: string; label: Text }[];
/** The two axes of a practice. */
export const AXES = 2;
/** Figures of a practice, a declared form or a specification. */
export const PRACTICE = stages.length * AXES;
/** Rules that each level reads again: how often people are checked, the duty to accept, the use of the shared file, the job length that counts. */
export const RULES = 4;
export const CHECKS = 0;
export const DUTY = 1;
export const SHARED_FILE = 2;
export const JOB_LENGTH = 3;
/** Axes of a professional identity: work first to social first, own mandate to joint work. */
export const IDENTITY_AXES = 2;

export const FUNDERS_OF_CONTRACTS = 3;
export const TIES = 16;

/** One row per structure. Counts of people are real people; minutes and cents are whole. */
export const structures = {
  zone: u16('row of zones'),
  body: u8('place in the list of bodies'),
  kind: u8('place in the list of kinds'),
  arm: u8('arm of a trial'),
  competes: u8('1 when its contracts may be put to call, and when it may close'),
  closed: u8('1 once it has closed or merged into another'),
  mainFunder: u8('place of the funder with most of its contract money'),
  local: u8('1 when it serves only the residents of its zone'),
  mayRefuse: u8('1 when it may refuse a person'),
  mayLeave: u8('1 when it may give up a contract'),
  posts: f64('posts funded today, full-time'),
  workers: f64('posts filled, whole workers'),
  morale: f64('morale, 0 to 1'),
  know: f64('routines known, 0 to 1: scales usable hours'),
  mission: f64('µ: hours of staff time a durable exit is worth to its workers'),
  skill: f64('0 to 1 by group of needs', GROUPS),
  caseload: f64('people accompanied'),
  placed: f64('people in a short job that has yet to last before it counts'),
  kept: f64('share of the ends of those jobs that follow-up averts'),
  byClass: f64('people accompanied, by perceived class', CLASSES),
  lambda: f64('price of an hour at the end of last month'),
  hours: f64('hours a month for one person, floor included, by perceived class', CLASSES),
  effect: f64('share of the full yield that those hours give, by perceived class', CLASSES),
  minutes: f64('minutes paid this month, by use', USES),
  demand: f64('minutes asked by acts of this month, by use, taken from next month, in grains', USES),
  cash: f64('cents in hand'),
  debt: f64('cents borrowed'),
  contract: f64('cents a year under contract, by funder', FUNDERS_OF_CONTRACTS),
  received: f64('cents received this month, by funder', FUNDERS_OF_CONTRACTS),
  fromPot: f64('cents received from the common pot this month'),
  wages: f64('cents of wages this month'),
  arrears: f64('cents of contract money due and not yet paid, by funder', FUNDERS_OF_CONTRACTS),
  accrued: f64('cents of this month’s contracts put off, by funder', FUNDERS_OF_CONTRACTS),
  settled: f64('cents of arrears paid this month, by funder', FUNDERS_OF_CONTRACTS),
  lateShare: f64('share of its contract money that is paid late'),
  lateMonths: f64('months over which what is late is paid'),
  takenOver: f64('cents of cash less debt received from another structure this month, negative when given'),
  unpaid: f64('months in a row in which it could not pay one more worker'),
  ownSeats: f64('seats on boards held at the start'),
  seats: f64('seats on boards held today'),
  funderTie: f64('tie with its funders, 0 to 1'),
  yearDeclared: f64('results declared since the last calls'),
  yearFollowed: f64('people followed, summed over the months since the last calls'),
  paper: f64('share of the hours of a full file that it puts in a bid'),
  perHead: f64('cents for each person taken on'),
  perResult: f64('cents for each result declared'),
  ownTerms: u8('1 when what it is paid by the person is its own, and not the terms in force in the territory'),
  headsDue: f64('people taken on this month and not yet paid for'),
  resultsDue: f64('results declared this month and not yet paid for'),
  target: f64('results asked over the evaluation period'),
  counted: f64('results counted so far in the period'),
  declared: f64('results declared this month'),
  trueExits: f64('people who really took a durable job from it this month'),
  enrolled: f64('people in its denominator over the period'),
  targetRate: f64('results per person followed asked over six months'),
  value: f64('y: hours that one more counted result of its own is worth'),
  sharedValue: f64('y of the judged group'),
  felt: f64('δ: share of the joint result it feels as its own'),
  departures: f64('workers who left this month'),
  turnover: f64('chance that a worker leaves this month'),
  paidShare: f64('share of the contract that last year’s results earned'),
  pace: f64('results counted a month, smoothed'),
  grouped: u16('judged group'),
  collective: u8('1 when it belongs to the collective and takes part of its people from its main funder'),
  deal: u8('1 when it deals apart with its main funder'),
  stance: f64('common position declared, 0 to 1: share of demands that the collective resists'),
  softened: f64('share of the position that its main funder gave in to'),
  dependence: f64('share of its contract money that comes from its main funder'),
  quota: f64('share of its intake kept for those its funder sends'),
  door: f64('chance that someone who was not sent is looked at this month'),
  othersQueue: f64('people waiting for it who were not sent by orientation'),
  intake: f64('people taken on a month, smoothed'),
  reports: f64('checks added on its people by what it reports, as a share'),
  wary: f64('trust that its people lose to what it reports'),
  staffTrust: f64('trust of its workers in those who speak for them, 0 to 1'),
  unrest: f64('chance added that a worker leaves this month'),
  gloom: f64('morale taken by what workers no longer believe'),
  feared: f64('chance it sees that resisting is punished'),
  peersHeld: f64('share of its peers that held the common position last year'),
  refused: f64('refusals given this month'),
  inflow: f64('people taken on this month'),
  queue: f64('people waiting for it'),
  callers: f64('people of the model entitled who look to its front office'),
  expectedWait: f64('months a person waits for it'),
  volume: f64('people sent to it, relative to others of its size and skill'),
  wanted: f64('workers it would pay, 0 when posts are funded or files per worker are set'),
  taken: f64('people taken on since the last call, when paid by the person'),
  given: f64('results declared since the last call, when paid by the person'),
  practice: f64('x: how it works, by phase and axis, 0 to 1', PRACTICE),
  conviction: f64('how its workers hold that one should work: its practice at the start', PRACTICE),
  form: f64('F: how it declares that it works', PRACTICE),
  toWork: f64('yield of its hours for finding work, relative to the mean of the start'),
  toNeeds: f64('yield of its hours for easing needs, relative to the mean of the start'),
  pressed: f64('share of the time its practice gives to needs that pay by result turns to finding work'),
  fit: f64('yield of its hours by style of the person, relative to the mean of the start', STYLES),
  compliance: f64('1 less what the last call found amiss with its form and practice'),
  contractsLeft: f64('contracts it gave up'),
  identity: f64('professional identity on two axes, from the mean of the start, in mean distances between partners', IDENTITY_AXES),
  ruled: f64('strictness of each rule as it has come into force here, 0 to 1', RULES),
  used: f64('strictness of each rule it is used to, 0 to 1', RULES),
  contracted: f64('each rule as its funder and its network hand it down, relative to the rule decided', RULES),
  reading: f64('each rule as it reads it, relative to the rule in force', RULES),
  practised: f64('each rule as it practises it, relative to the rule decided', RULES),
  view: f64('what it thinks each common programme adds to the yield of support', PROGRAMMES),
  answer: u8('what it does about each common programme: 0 silent, 1 against, 2 in favour, 3 gone without a word', PROGRAMMES),
  lift: f64('yield of its support by group of needs with common programmes, relative to none', GROUPS),
  backing: f64('b, 0 to 1: how far its parent body backs its links'),
  jointly: f64('results of shared cases declared jointly this month'),
  practices: f64('practices of joint work taken up from other teams of its body'),
  avowed: f64('0 to 1: what it says of joint work'),
  jointHours: f64('0 to 1: hours it gave to joint work this month, relative to full ones'),
  faceToFace: f64('hours per worker given next month to meeting face to face on joint cases'),
} as const;

/** Directed ties, sixteen slots per structure. */
export const ties = {
  partner: u16('row of structures, 65535 for an empty slot'),
  bearer: u16('worker who carries the tie'),
  trust: f64('τ: trust, 0 to 1'),
  instituted: f64('k, 0 to 1: what survives a departure'),
  credibility: f64('R, 0 to 1: how far the partner believes what is sent'),
  asked: f64('people sent over about a year, by difficulty', LEVELS),
  accepted: f64('people accepted over about a year, by difficulty', LEVELS),
  successes: f64('joint cases closed well this month'),
  failures: f64('bounces and withheld files discovered this month'),
  live: f64('months since a joint case or meeting'),
  discovered: f64('files found incomplete this month'),
  distance: f64('professional distance, 1 for the mean of the start'),
  joint: f64('people sent and accepted this month'),
  innovations: f64('practices found together and kept by those who carry the tie'),
} as const;

/** The axis of practice from work first (0) to social first (1). */
const SOCIAL = 1;

/** Share of a structure’s time that goes to finding work rather than to needs: its practice over the five phases, and what pay by result turns. */
export function shareToWork({ practice, pressed }: { readonly practice: Float64Array; readonly pressed: Float64Array }, j: number): number {
  let social = 0;
  for (let q = j * PRACTICE + SOCIAL; q < (j + 1) * PRACTICE; q += AXES) social += practice[q];
  return 1 - ((social * AXES) / PRACTICE) * (1 - pressed[j]);
}
