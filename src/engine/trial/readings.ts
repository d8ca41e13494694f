import type { Context } from '../context.ts';
import type { Text } from '../core/text.ts';
import { CLASSES, CONTACTED, CONTRACT, HOUSING, levelOfClass, needs, NEEDS, NONE, OTHER_BENEFIT, unusual, WARNED, WORKING } from '../world/people.ts';
import { trueClass } from '../world/perception.ts';
import { A, I, paid, U, X } from '../world/status.ts';

/** A figure that can be read of a person at the end of any month: what filters, outcomes and tracks of a trial may name. */
export interface Reading {
  readonly key: string;
  readonly unit: string;
  readonly label: Text;
  /** The figure of the person in row `i`. */
  read(context: Context, i: number): number;
}

type Column = 'trust' | 'distress' | 'belief' | 'file' | 'ready' | 'ability' | 'tenure' | 'since' | 'sanctions' | 'refusals' | 'bounces';
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

/** The closed list of readings. A new one is one line. */
export const readings: readonly Reading[] = [
  column('trust', 'trust', '0 to 1', 'confiance dans les services', 'trust in services'),
  column('distress', 'distress', '0 to 1', 'détresse', 'distress'),
  column('belief', 'belief', 'share a month', 'crainte d’être sanctionné', 'fear of a sanction'),
  column('file', 'file', 'share', 'part du dossier connue du référent', 'share of the file the lead holds'),
  column('ready', 'ready', '0 to 1', 'disponibilité pour l’emploi', 'readiness for work'),
  column('ability', 'ability', 'hires per vacancy share', 'capacité propre à trouver', 'own ability to find work'),
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
  {
    key: 'benefit',
    unit: 'EUR a month',
    label: { fr: 'minimum perçu', en: 'benefit received' },
    read: benefitOf,
  },
  {
    key: 'scarcity',
    unit: 'times the territory',
    label: { fr: 'chômage de la zone', en: 'unemployment of the zone' },
    read: ({ world }, i) => world.zones.scarcity[world.people.zone[i]],
  },
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

/** Euros of minimum income of the month, the share taken by a sanction left out. */
function benefitOf({ world, rules }: Context, i: number): number {
  const { people } = world;
  const status = people.status[i];
  if (!paid[status] || status === U || status === I) return 0;
  const kept = status === X ? 1 - rules.conditionality['sanction-share'][people.arm[i]] : 1;
  return (people.benefit[i] * kept) / 100;
}
