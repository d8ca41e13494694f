import { f32, u16, u32, u8 } from '../core/table.ts';

/** The seven needs, in the order of the `needs` column. */
export const needs = [
  { key: 'housing', label: { fr: 'logement', en: 'housing' } },
  { key: 'health', label: { fr: 'santé', en: 'health' } },
  { key: 'mobility', label: { fr: 'mobilité', en: 'mobility' } },
  { key: 'family', label: { fr: 'famille et garde d’enfants', en: 'family and childcare' } },
  { key: 'skills', label: { fr: 'formation, langue, numérique', en: 'training, language, digital' } },
  { key: 'rights', label: { fr: 'droits et dettes', en: 'rights and debts' } },
  { key: 'justice', label: { fr: 'justice', en: 'justice' } },
] as const;
export const NEEDS = needs.length;
export const HOUSING = 0;
export const MOBILITY = 2;
export const HEALTH = 1;
export const SKILLS = 4;
export const JUSTICE = 6;

/** Needs that only a solution (a home, care, transport, childcare, training) treats in full: the first five. */
export const SOLUTIONS = 5;

/** The four groups of needs a service may be skilled in, and the group of each need. */
export const GROUPS = 4;
export const groupOf: readonly number[] = [0, 0, 1, 1, 2, 3, 3];

/** A perceived class: difficulty (easy, middle, hard) × main group of needs. What a structure decides by. */
export const LEVELS = 3;
export const CLASSES = LEVELS * GROUPS;
export const levelOfClass = (c: number): number => Math.floor(c / GROUPS);
export const groupOfClass = (c: number): number => c % GROUPS;

/** Styles of life and demand: four cells on each axis of practice (individual to collective, work first to social first). */
export const STYLE_STEPS = 4;
export const STYLES = STYLE_STEPS * STYLE_STEPS;
/** Share of people in each cell of an axis: most stand near the middle. Assumed, the two axes apart from each other and from needs. */
const STYLE_SHARES = [0.15, 0.35, 0.35, 0.15] as const;
/** Share of people of a style. */
export const styleShare = (z: number): number => STYLE_SHARES[Math.floor(z / STYLE_STEPS)] * STYLE_SHARES[z % STYLE_STEPS];
/** Where a style stands on an axis: 0 individual to collective, 1 work first to social first. */
export const styleAt = (z: number, axis: number): number => ((axis === 0 ? Math.floor(z / STYLE_STEPS) : z % STYLE_STEPS) + 0.5) / STYLE_STEPS;
/** Unusual styles: the four corners, about one person in eleven. */
export const unusual = (z: number): boolean => z === 0 || z === STYLE_STEPS - 1 || z === STYLES - STYLE_STEPS || z === STYLES - 1;
/** The style at rank `u`. */
export function styleOf(u: number): number {
  let left = u;
  for (let z = 0; z < STYLES - 1; z++) {
    left -= styleShare(z);
    if (left < 0) return z;
  }
  return STYLES - 1;
}

/** What a month’s work adds to the column of rights, which counts tenths. */
export const RIGHTS_IN_A_MONTH = 10;

/** No structure. */
export const NONE = 65_535;

/** Bits of `flags`. */
export const OTHER_BENEFIT = 1;
export const WORKING = 2; // a few hours of work while on benefit
export const CONTRACT = 4;
export const WARNED = 8;
export const COUNTED = 16; // this exit has been counted by the services
export const KNOWN = 32; // oriented before: a return keeps its lead
export const COHORT = 64; // on minimum income at month 0
export const CONTACTED = 128; // first support of this spell has begun
export const FRAGILE = 256; // latent class of those who leave seldom
export const WORKED = 512; // in a few hours of work at month 0
export const DURABLE_COUNTED = 1024; // entered a durable job in this spell out of benefit
export const WITHHELD = 2048; // handed on with part of the file kept back
export const CAME_BACK = 4096; // waits for a service where it went by itself, sent by nobody
export const HELD = 8192; // accompanied when the payment stopped, an insertion job began, or care or justice took the person away
export const REGISTERED = 16384; // known to the services when insurance or a short job ended, and entitled since
export const PUT_OFF = 32768; // withdrew a claim, and is slow to make another

/** Bits of `paths`: pathways followed beside insertion, and what became of this month’s appointment with the service. */
export const CARE = 1;
export const JUSTICE_PATH = 2;
export const MISSED = 4;

/** One adult per row. Severities and traits from 0 to 1. */
export const people = {
  id: u32('identity, apart from the row'),
  presence: u32('one bit per year-end spent with the right open, from month 0'),
  benefit: u32('cents a month due to this adult'),
  needs: f32('severity of each need', NEEDS),
  load: f32('severities summed over the seven needs'),
  ready: f32('readiness: the joint effect of unblocked needs'),
  ability: f32('search effect of a person with no need, in hires per vacancy share'),
  learned: f32('share of what training can teach that the person has learned'),
  trust: f32('trust in services'),
  distress: f32('distress'),
  belief: f32('monthly risk of sanction as the person sees it'),
  file: f32('share of the file that the lead holds'),
  flags: u16('bits: what is true of the person, one bit each'),
  zone: u16('row of zones'),
  lead: u16('row of structures, the lead or the service asked'),
  sender: u16('row of structures that handed the person on'),
  since: u16('months in this status'),
  tenure: u16('months since the right was opened'),
  age: u16('months of age'),
  status: u8('place in the list of statuses'),
  perceived: u8('class as the services see it'),
  arm: u8('arm of a trial, 0 for the scenario itself'),
  household: u8('0 single, 1 lone parent, 2 couple, 3 couple with children'),
  tie: u8('administrative tie to the territory: 0 none, 1 pending, 2 valid'),
  timer: u8('months left of a delay, suspension, sanction or reluctance to claim'),
  solved: u8('bits: solutions held, by need'),
  severe: u8('bits: needs severe enough to cost, by need'),
  handOffs: u8('hand-offs so far'),
  refusals: u8('refusals met so far'),
  bounces: u8('times sent back so far'),
  retellings: u8('times the story was told again'),
  sanctions: u8('sanctions so far'),
  startTenure: u8('year-ends on benefit without a gap, up to month 0'),
  style: u8('cell of the two axes of practice: what suits the person'),
  paths: u8('bits: pathways of care and justice open, appointment with the service missed'),
  rights: u8('tenths of a month of unemployment insurance earned and not used'),
  disposition: u8('distress felt beyond, or short of, that of others in the same situation: 0 to 255 for −0.5 to 0.5'),
  fear: u8('risk of losing rights and local help by moving, as the person sees it, out of 255'),
  moving: u8('months since a move whose file no body has taken yet, 0 when none'),
  watched: u8('1 when events are recorded'),
  employer: u8('row of enterprises, 255 for none'),
  schemes: u8('bits: schemes of funders that follow the person'),
} as const;

/** Someone out with a file still open, whose job has yet to last before it is counted as a result. */
export const awaitsCount = (people: { readonly lead: Uint16Array; readonly flags: Uint16Array }, i: number): boolean =>
  people.lead[i] !== NONE && (people.flags[i] & COUNTED) === 0;
