import type { Context } from '../context.ts';
import type { Text } from '../core/text.ts';
import {
  CARE,
  CLASSES,
  CONTACTED,
  CONTRACT,
  HOUSING,
  JUSTICE_PATH,
  levelOfClass,
  MISSED,
  needs,
  NEEDS,
  NONE,
  OTHER_BENEFIT,
  unusual,
  WARNED,
  WORKING,
} from '../world/people.ts';
import { trueClass } from '../world/perception.ts';
import { A } from '../world/status.ts';
import { costs } from './costs.ts';

/** A figure that can be read of a person at the end of any month: what filters, outcomes and tracks of a trial may name. */
export interface Reading {
  readonly key: string;
  readonly unit: string;
  readonly label: Text;
  /** What happens in a month and is nil once the person has left the model: money, where others stay as last seen. */
  readonly passing?: boolean;
  /** The figure of the person in row `i`; what some are read from at the end of the month before is only there for people followed. */
  read(context: Context, i: number, before?: Before): number;
}

/** What was true of a person followed, at the end of the month before. */
export interface Before {
  /** The service that held the person, through a wait for payment, a sanction, a stay in care or an insertion job. */
  holder: number;
  /** The way out has been counted as a result. */
  counted: boolean;
}

type Column = 'trust' | 'distress' | 'belief' | 'file' | 'ready' | 'ability' | 'learned' | 'tenure' | 'since' | 'sanctions' | 'refusals' | 'bounces';
const column = (key: string, name: Column | 'handOffs' | 'retellings', unit: string, fr: string, en: string): Reading => ({
  key,
  unit,
  label: { fr, en },
  read: ({ world }, i) => world.people[name][i],
});
const flag = (key: string, bit: number, fr: string, en: string): Reading => ({
  key,
  unit: 'yes/no',
  label: { fr, en },
  read: ({ world }, i) => (world.people.flags[i] & bit ? 1 : 0),
});
const SEVERE = 0.5;
/** Severity of the need of housing over which a home is missing, as readiness reads it. */
const NO_HOME = 0.75;

/** Places of households in the column. */
const [LONE_PARENT, COUPLE, COUPLE_WITH_CHILDREN] = [1, 2, 3];

type ZoneColumn = 'scarcity' | 'share' | 'away' | 'tightness';
const zone = (key: string, name: ZoneColumn, unit: string, fr: string, en: string): Reading => ({
  key,
  unit,
  label: { fr, en },
  read: ({ world }, i) => world.zones[name][world.people.zone[i]],
});
const household = (key: string, among: readonly number[], fr: string, en: string): Reading => ({
  key,
  unit: 'yes/no',
  label: { fr, en },
  read: ({ world }, i) => (among.includes(world.people.household[i]) ? 1 : 0),
});
const pathway = (key: string, bit: number, fr: string, en: string): Reading => ({
  key,
  unit: 'yes/no',
  label: { fr, en },
  read: ({ world }, i) => (world.people.paths[i] & bit ? 1 : 0),
});

/** The closed list of readings. A new one is one line. */
export const readings: readonly Reading[] = [
  column('trust', 'trust', '0 to 1', 'confiance dans les services', 'trust in services'),
  column('distress', 'distress', '0 to 1', 'détresse', 'distress'),
  column('belief', 'belief', 'share a month', 'crainte d’être sanctionné', 'fear of a sanction'),
  column('file', 'file', 'share', 'part du dossier connue du référent', 'share of the file the lead holds'),
  column('ready', 'ready', '0 to 1', 'disponibilité pour l’emploi', 'readiness for work'),
  column('ability', 'ability', 'hires per vacancy share', 'capacité propre à trouver', 'own ability to find work'),
  column('learned', 'learned', '0 to 1', 'part de ce que la formation peut apprendre', 'share of what training can teach'),
  column('tenure', 'tenure', 'months', 'mois depuis l’ouverture du droit', 'months since the right opened'),
  column('since', 'since', 'months', 'mois dans la situation', 'months in the status'),
  column('sanctions', 'sanctions', 'times', 'sanctions reçues', 'sanctions so far'),
  column('refusals', 'refusals', 'times', 'refus reçus', 'refusals met so far'),
  column('bounces', 'bounces', 'times', 'renvois subis', 'times sent back so far'),
  column('hand-offs', 'handOffs', 'times', 'passages de relais', 'hand-offs so far'),
  column('retellings', 'retellings', 'times', 'récits recommencés', 'times the story was told again'),
  flag('contract', CONTRACT, 'sous contrat', 'holds a contract'),
  flag('warned', WARNED, 'averti', 'warned'),
  flag('contacted', CONTACTED, 'accompagnement commencé', 'first support begun'),
  flag('working', WORKING, 'quelques heures de travail', 'a few hours of work'),
  flag('other-benefit', OTHER_BENEFIT, 'autre prestation', 'holds another benefit'),
  {
    key: 'distressed',
    unit: 'yes/no',
    label: { fr: 'détresse sévère', en: 'severe distress' },
    read: ({ world }, i) => (world.people.distress[i] > SEVERE ? 1 : 0),
  },
  {
    key: 'age',
    unit: 'years',
    label: { fr: 'âge', en: 'age' },
    read: ({ world }, i) => world.people.age[i] / 12,
  },
  {
    key: 'needs',
    unit: '0 to 1',
    label: { fr: 'sévérité moyenne des besoins', en: 'mean severity of needs' },
    read: ({ world }, i) => meanOf(world.people.needs, i),
  },
  {
    key: 'severe-needs',
    unit: 'needs',
    label: { fr: 'besoins sévères', en: 'severe needs' },
    read: ({ world }, i) => countOver(world.people.needs, i),
  },
  {
    key: 'housed',
    unit: 'yes/no',
    label: { fr: 'a un logement', en: 'has a home' },
    read: ({ world }, i) => (world.people.needs[i * NEEDS + HOUSING] > NO_HOME ? 0 : 1),
  },
  {
    key: 'difficulty',
    unit: '0 easy, 1 middle, 2 hard',
    label: { fr: 'difficulté réelle', en: 'true difficulty' },
    read: ({ world }, i) => levelOfClass(trueClass(world.people.needs, i)),
  },
  {
    key: 'attached',
    unit: 'yes/no',
    label: { fr: 'rattaché au territoire', en: 'tied to the territory' },
    read: ({ world }, i) => (world.people.tie[i] === 2 ? 1 : 0),
  },
  {
    key: 'unusual',
    unit: 'yes/no',
    label: { fr: 'manière de vivre peu courante', en: 'unusual style' },
    read: ({ world }, i) => (unusual(world.people.style[i]) ? 1 : 0),
  },
  {
    key: 'led',
    unit: 'yes/no',
    label: { fr: 'a un référent', en: 'has a lead service' },
    read: ({ world }, i) => (world.people.lead[i] === NONE ? 0 : 1),
  },
  {
    key: 'hours',
    unit: 'hours a month',
    label: { fr: 'heures d’accompagnement du mois', en: 'hours of support this month' },
    read: ({ world }, i) => supportOf(world.structures.hours, world, i),
  },
  {
    key: 'effort',
    unit: 'share of full yield',
    label: { fr: 'rendement de l’accompagnement reçu', en: 'yield of the support received' },
    read: ({ world }, i) => supportOf(world.structures.effect, world, i),
  },
  household('children', [LONE_PARENT, COUPLE_WITH_CHILDREN], 'a des enfants à charge', 'has dependent children'),
  household('couple', [COUPLE, COUPLE_WITH_CHILDREN], 'vit en couple', 'lives in a couple'),
  pathway('in-care', CARE, 'suivi de soins ouvert', 'care pathway open'),
  pathway('in-justice', JUSTICE_PATH, 'suivi de justice ouvert', 'justice pathway open'),
  pathway('missed', MISSED, 'rendez-vous manqué ce mois', 'appointment missed this month'),
  zone('scarcity', 'scarcity', 'times the territory', 'chômage de la zone', 'unemployment of the zone'),
  zone('zone-size', 'share', 'share of the territory', 'part des habitants qui vivent dans la zone', 'share of people who live in the zone'),
  zone('zone-away', 'away', 'share of search', 'recherche faite hors de la zone', 'search made outside the zone'),
  zone(
    'zone-vacancies',
    'tightness',
    'times the start',
    'offres nouvelles de la zone, sur celles du début',
    'new vacancies of the zone, over those of the start',
  ),
  ...costs,
  ...needs.map(
    ({ key, label }, n): Reading => ({
      key,
      unit: '0 to 1',
      label: { fr: `besoin : ${label.fr}`, en: `need: ${label.en}` },
      read: ({ world }, i) => world.people.needs[i * NEEDS + n],
    }),
  ),
];

export const readingByKey: ReadonlyMap<string, Reading> = new Map(readings.map((one) => [one.key, one]));

function meanOf(severities: Float32Array, i: number): number {
  let sum = 0;
  for (let n = 0; n < NEEDS; n++) sum += severities[i * NEEDS + n];
  return sum / NEEDS;
}

function countOver(severities: Float32Array, i: number): number {
  let count = 0;
  for (let n = 0; n < NEEDS; n++) if (severities[i * NEEDS + n] > SEVERE) count++;
  return count;
}

function supportOf(column: Float64Array, { people }: Context['world'], i: number): number {
  return people.status[i] === A ? column[people.lead[i] * CLASSES + people.perceived[i]] : 0;
}
