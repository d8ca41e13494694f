import type { Context } from '../context.ts';
import { exp, log } from '../core/math.ts';
import { mechanism } from '../core/mechanism.ts';
import { fromGrains } from '../core/money.ts';
import { parameter, type Values } from '../core/parameter.ts';
import { pull } from '../world/travel.ts';
import { CLASSES } from '../world/people.ts';
import { header } from '../world/world.ts';
import { DURABLE, SHORT, SPELLS } from '../world/zones.ts';

const parameters = {
  matching: parameter({
    label: { fr: 'Rencontre entre offres et recherche', en: 'Meeting of vacancies and search' },
    unit: 'φ',
    value: 0.06,
    range: [0.03, 0.12],
    possible: [0.001, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Assumed' },
    scope: 'zone',
  }),
  'vacancy-life': parameter({
    label: { fr: 'Offres retirées', en: 'Vacancies withdrawn' },
    unit: 'share a month',
    value: 0.05,
    range: [0.03, 0.1],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'estimated',
    source: {
      title: 'Pôle emploi 2023 : 83 % des offres pourvues, la moitié en moins de 47 jours, 9 % annulées ou abandonnées',
      url: 'https://fr.slideshare.net/Pole-emploi/offres-pourvues-et-abandons-de-recrutement-en-2022',
      date: '2023',
    },
    scope: 'zone',
  }),
  elasticity: parameter({
    label: { fr: 'Offres créées par la recherche', en: 'Vacancies called up by search' },
    unit: 'elasticity',
    value: 0.3,
    range: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Assumed; swept from 0 to 1' },
    scope: 'zone',
  }),
  overlap: parameter({
    label: { fr: 'Autres demandeurs d’emploi sur les mêmes offres', en: 'Other job seekers after the same vacancies' },
    unit: 'share of their search',
    value: 0.35,
    range: [0.2, 1],
    possible: [0, 1],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Assumed: trades and levels part the market; most recipients look for first-rung jobs' },
    scope: 'territory',
  }),
  ranking: parameter({
    label: { fr: 'Préférence aux plus formés quand les candidats sont nombreux', en: 'Preference for the trained when candidates are many' },
    unit: 'elasticity to candidates per vacancy',
    value: 1,
    range: [0, 2],
    possible: [0, 5],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Blanchard et Diamond 1994, ranking, direction only' },
    scope: 'territory',
  }),
  screening: parameter({
    label: { fr: 'Ce que la durée dit aux employeurs', en: 'What a spell tells employers' },
    unit: 'variance of what they cannot see, over its mean squared',
    value: 1.5,
    range: [0.5, 4],
    possible: [0, 20],
    role: 'uncertainty',
    evidence: 'assumed',
    source: { title: 'Assumed: seekers of equal record differ; sizes are tests, not parameters' },
    scope: 'territory',
  }),
};
type P = Values<typeof parameters>;

/** Hires a month from `vacancies` under `search`. */
export const hires = (vacancies: number, search: number, matching: number): number =>
  vacancies <= 0 ? 0 : vacancies * (1 - exp((-matching * search) / vacancies));

/** Vacancies of next month: what comes in answers search with elasticity ε; what is filled or withdrawn goes. */
export function nextVacancies(
  vacancies: number,
  inflow: number,
  filled: number,
  withdrawn: number,
  search: number,
  reference: number,
  elasticity: number,
): number {
  const called = elasticity === 0 || reference <= 0 || search <= 0 ? 1 : exp(elasticity * log(search / reference));
  return Math.max(0, vacancies + inflow * called - filled - withdrawn * vacancies);
}

/** Search of everyone, those outside the model included, against the vacancies there are. */
function meet(context: Context, p: P): void {
  const { world } = context;
  const { zones, counts, head } = world;
  for (let z = 0; z < counts.zones; z++) {
    for (let m = 0; m < 2; m++) {
      const k = z * 2 + m;
      zones.search[k] = (counts.zones === 1 ? fromGrains(zones.ownSearch[k]) : searchIn(world, z, m)) * head[header.scale] + zones.otherSearch[k];
      if (zones.referenceSearch[k] === 0) settle(context, k, p);
      const made = hires(zones.vacancies[k], zones.search[k], p.matching[0]);
      zones.hiresPerSearch[k] = zones.search[k] > 0 ? made / zones.search[k] : 0;
      const share = zones.search[k] > 0 ? zones.otherSearch[k] / zones.search[k] : 0;
      zones.outsideHires[k] = made * share;
    }
  }
  if (counts.zones > 1) lookAround(world);
  screen(context, p);
}

/**
 * Employers cannot see all that makes a good candidate, and read it in the spell: whoever is still there after so many months, where people are
 * hired fast, is likely to be less so. For unseen quality spread as a gamma law of mean 1 and variance v, and hires at a rate h a month, the mean
 * quality left after m months is 1 ÷ (1 + v·h·m). A long spell says the more the more jobs there are. Beyond eight months nothing is added.
 * And the more candidates there are for a vacancy, the more the trained are ranked first. Left out: that employers learn from each other, and that a first job in a spell wipes it out.
 */
function screen({ world, scratch }: Context, p: P): void {
  const { zones, counts } = world;
  let people = 0;
  let short = 0;
  let durable = 0;
  for (let c = 0; c < CLASSES; c++) {
    people += scratch.classPeople[c];
    short += scratch.classSearch[c];
    durable += scratch.classDurable[c];
  }
  for (let z = 0; z < counts.zones; z++) {
    const hired = people > 0 ? (short * zones.hiresPerSearch[z * 2 + SHORT] + durable * zones.hiresPerSearch[z * 2 + DURABLE]) / people : 0;
    const last = qualityLeft(SPELLS - 1, hired, p.screening[0]);
    for (let m = 0; m < SPELLS; m++) zones.screened[z * SPELLS + m] = qualityLeft(m, hired, p.screening[0]) / last - 1;
    const vacancies = zones.vacancies[z * 2 + DURABLE];
    const queue = vacancies > 0 ? zones.search[z * 2 + DURABLE] / vacancies : Number.POSITIVE_INFINITY;
    if (zones.referenceQueue[z] === 0 && queue < Number.POSITIVE_INFINITY) zones.referenceQueue[z] = queue;
    const longer = zones.referenceQueue[z] > 0 ? queue / zones.referenceQueue[z] : 1;
    zones.ranked[z] = exp(p.ranking[0] * log(Math.min(LONGEST, Math.max(1 / LONGEST, longer)))) - 1;
  }
}

/** A queue counts as at most so many times that of the start, and at least as the inverse: employers rank those they see, however many wait. Assumed. */
const LONGEST = 3;

/** Mean quality, relative to the start, of those still out of work after `months`, hired at a rate `hired` a month; `spread`: its variance at the start. */
export const qualityLeft = (months: number, hired: number, spread: number): number => 1 / (1 + spread * hired * months);

/** Search in a zone: of its residents, and of those of others who look there. */
function searchIn(world: Context['world'], z: number, m: number): number {
  const { zones, counts } = world;
  let sum = fromGrains(zones.ownSearch[z * 2 + m]);
  for (let a = 0; a < counts.zones; a++) if (a !== z && zones.gravity[a] > 0) sum += fromGrains(zones.awaySearch[a * 2 + m]) * pull(world, a, z);
  return sum;
}

/** What a unit of search spent elsewhere finds, as seen from each zone. */
function lookAround(world: Context['world']): void {
  const { zones, counts } = world;
  for (let a = 0; a < counts.zones; a++) {
    for (let m = 0; m < 2; m++) {
      let found = 0;
      for (let b = 0; b < counts.zones; b++) if (b !== a && zones.gravity[a] > 0) found += pull(world, a, b) * zones.hiresPerSearch[b * 2 + m];
      zones.awayPerSearch[a * 2 + m] = found;
    }
  }
}

/** The first month: vacancies stand where the month's inflow keeps them. */
function settle({ world }: Context, k: number, p: P): void {
  const { zones } = world;
  zones.referenceSearch[k] = zones.search[k];
  zones.vacancyInflow[k] *= zones.search[k];
  let v = zones.vacancyInflow[k];
  for (let s = 0; s < 200; s++) v = nextVacancies(v, zones.vacancyInflow[k], hires(v, zones.search[k], p.matching[0]), p['vacancy-life'][0], 1, 1, 0);
  zones.vacancies[k] = v;
}

/** Vacancies left after last month's hires, those made outside the model included. */
function renew({ world }: Context, p: P): void {
  const { zones, counts } = world;
  for (let z = 0; z < counts.zones; z++) {
    for (let m = 0; m < 2; m++) {
      const k = z * 2 + m;
      if (zones.referenceSearch[k] === 0) continue;
      const filled = zones.hires[k] + zones.outsideHires[k];
      zones.vacancies[k] = nextVacancies(
        zones.vacancies[k],
        zones.vacancyInflow[k] * zones.tightness[z],
        filled,
        p['vacancy-life'][0],
        zones.search[k],
        zones.referenceSearch[k],
        p.elasticity[0],
      );
      zones.hires[k] = 0;
    }
  }
}

/** Off: a unit of search always finds what it found at the start. */
function withoutLimit({ world }: Context): void {
  const { zones, counts } = world;
  for (let k = 0; k < counts.zones * 2; k++) zones.hires[k] = 0;
}

export const displacement = mechanism({
  id: 'M25',
  key: 'displacement',
  label: { fr: 'Déplacement', en: 'Displacement' },
  seeds: ['evidence'],
  pattern: {
    fr: 'Aider les uns retarde les autres, davantage quand l’emploi manque ; l’effet net dépend de l’élasticité des offres.',
    en: 'Helping some sets others back, more when jobs are scarce; the net depends on the elasticity of vacancies.',
  },
  parameters,
  steps: { context: renew, outcomes: meet },
  off: { words: { fr: 'Offres sans limite.', en: 'Vacancies without limit.' }, steps: { outcomes: withoutLimit } },
  sources: [{ title: 'Crépon et al. 2013; sizes are tests, not parameters', row: 'seed:S1' }],
});
