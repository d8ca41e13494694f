import { type Context, tally } from '../context.ts';
import { contractOf } from '../world/contracts.ts';
import { FUNDERS_OF_CONTRACTS, kinds } from '../world/structures.ts';
import { flowOf, people, stockOf } from './make.ts';

const CENTS = 100;

/** Structures whose contracts may be put to call, and still there. */
const competing = ({ world }: Context, j: number): boolean => world.structures.competes[j] === 1 && world.structures.closed[j] === 0;

/** Σ of squared shares of contract money, in hundredths. */
const concentration = (context: Context): number => {
  const { world } = context;
  let sum = 0;
  let squares = 0;
  for (let j = 0; j < world.counts.structures; j++) {
    if (!competing(context, j)) continue;
    const contract = contractOf(world, j);
    sum += contract;
    squares += contract * contract;
  }
  return sum === 0 ? 0 : (100 * squares) / (sum * sum);
};

const standing = (context: Context): number => {
  let n = 0;
  for (let j = 0; j < context.world.counts.structures; j++) if (competing(context, j)) n++;
  return n;
};

/** Places, in the list of kinds, of those that are not public. */
const PUBLIC = kinds.findIndex(({ key }) => key === 'public');

/** Share of what structures that are not public received this month that went to one kind, in %. */
const share =
  (key: (typeof kinds)[number]['key']) =>
  ({ world }: Context): number => {
    const { structures: s, counts } = world;
    const kind = kinds.findIndex((k) => k.key === key);
    let all = 0;
    let those = 0;
    for (let j = 0; j < counts.structures; j++) {
      if (s.kind[j] === PUBLIC) continue;
      let received = s.fromPot[j];
      for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) received += s.received[j * FUNDERS_OF_CONTRACTS + k];
      all += received;
      if (s.kind[j] === kind) those += received;
    }
    return all === 0 ? 0 : (100 * those) / all;
  };

const owed = ({ world }: Context): number => {
  let sum = 0;
  for (let k = 0; k < world.counts.structures * FUNDERS_OF_CONTRACTS; k++) sum += world.structures.arrears[k];
  return sum / CENTS;
};

/** Members of the collective still there. */
const meanOfMembers =
  (value: (s: Context['world']['structures'], j: number) => number, weight: (s: Context['world']['structures'], j: number) => number) =>
  ({ world }: Context): number => {
    const { structures: s, counts } = world;
    let sum = 0;
    let all = 0;
    for (let j = 0; j < counts.structures; j++) {
      if (!s.collective[j] || s.closed[j]) continue;
      sum += value(s, j) * weight(s, j);
      all += weight(s, j);
    }
    return all === 0 ? 0 : (100 * sum) / all;
  };
const each = (): number => 1;

const MEMBERS = { fr: 'missions locales, PLIE et associations', en: 'local missions, PLIE and associations' } as const;

const market = (key: (typeof kinds)[number]['key'], fr: string, en: string) =>
  stockOf(
    {
      id: `market-${key}`,
      reading: 'funder',
      better: 'neutral',
      digits: 1,
      unit: '%',
      label: { fr: `Part de marché ${fr}`, en: `Market share, ${en}` },
      definition: {
        fr: `Part de l’argent reçu par les structures non publiques qui va aux structures de statut ${fr}.`,
        en: `Share of the money received by structures that are not public that goes to ${en} ones.`,
      },
      denominator: { fr: 'argent reçu par les structures non publiques', en: 'money received by structures that are not public' },
    },
    share(key),
  );

/** What becomes of structures that live by contracts. */
export const associationIndicators = [
  stockOf(
    {
      id: 'concentration',
      reading: 'funder',
      better: 'neutral',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Concentration des contrats', en: 'Concentration of contracts' },
      definition: {
        fr: 'Somme des carrés des parts des contrats (Herfindahl), sur 100 : 100 quand une seule structure a tout.',
        en: 'Sum of squared shares of contracts (Herfindahl), out of 100: 100 when one structure has everything.',
      },
      denominator: { fr: 'contrats des missions locales, PLIE et associations', en: 'contracts of local missions, PLIE and associations' },
    },
    concentration,
  ),
  stockOf(
    {
      id: 'structures-standing',
      reading: 'service',
      better: 'neutral',
      digits: 1,
      unit: 'structures',
      label: { fr: 'Structures sous contrat en activité', en: 'Structures under contract still at work' },
      definition: {
        fr: 'Missions locales, PLIE et associations qui n’ont ni fermé ni fusionné.',
        en: 'Local missions, PLIE and associations that have neither closed nor merged.',
      },
    },
    standing,
  ),
  flowOf(
    {
      id: 'closures',
      reading: 'service',
      better: 'down',
      digits: 2,
      unit: 'structures/year',
      label: { fr: 'Fermetures de structures', en: 'Closures of structures' },
      definition: { fr: 'Structures sous contrat qui ferment, par an.', en: 'Structures under contract that close, a year.' },
    },
    ({ scratch }) => scratch.tally[tally.closures],
  ),
  flowOf(
    {
      id: 'mergers',
      reading: 'service',
      better: 'neutral',
      digits: 2,
      unit: 'structures/year',
      label: { fr: 'Structures reprises par une autre', en: 'Structures taken over by another' },
      definition: { fr: 'Structures sous contrat qu’une autre reprend, par an.', en: 'Structures under contract that another takes over, a year.' },
    },
    ({ scratch }) => scratch.tally[tally.mergers],
  ),
  market('associative', 'associatif', 'associative'),
  market('parapublic', 'parapublic', 'parapublic'),
  market('private', 'privé', 'private'),
  stockOf(
    {
      id: 'arrears',
      reading: 'funder',
      better: 'down',
      digits: 0,
      unit: 'EUR',
      label: { fr: 'Arriérés dus aux structures', en: 'Arrears owed to structures' },
      definition: { fr: 'Argent de contrats dû aux structures et pas encore versé.', en: 'Contract money due to structures and not yet paid.' },
    },
    owed,
  ),
  stockOf(
    {
      id: 'dealing-apart',
      reading: 'service',
      better: 'neutral',
      digits: 1,
      unit: '%',
      label: { fr: 'Structures qui traitent à part', en: 'Structures that deal apart' },
      definition: {
        fr: 'Part des membres de la démarche collective qui s’arrangent chacun avec leur financeur.',
        en: 'Share of members of the collective stance that come to terms each with its own funder.',
      },
      denominator: MEMBERS,
    },
    meanOfMembers((s, j) => s.deal[j], each),
  ),
  stockOf(
    {
      id: 'staff-trust',
      reading: 'service',
      better: 'up',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Confiance des agents dans leur direction', en: 'Trust of workers in their directors' },
      definition: { fr: 'Confiance moyenne des agents, missions locales et associations.', en: 'Mean trust of workers, local missions and associations.' },
      denominator: { fr: 'agents en poste', en: 'workers in post' },
    },
    meanOfMembers(
      (s, j) => s.staffTrust[j],
      (s, j) => s.workers[j],
    ),
  ),
  stockOf(
    {
      id: 'stance-gap',
      reading: 'service',
      better: 'down',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Écart entre position commune et arrangements', en: 'Gap between common position and deals' },
      definition: {
        fr: 'Position commune déclarée par ceux qui traitent à part, rapportée à tous les membres.',
        en: 'Common position declared by those who deal apart, out of all members.',
      },
      denominator: MEMBERS,
    },
    meanOfMembers((s, j) => s.stance[j] * s.deal[j], each),
  ),
  flowOf(
    {
      id: 'kept-waiting',
      reading: 'people',
      better: 'down',
      digits: 0,
      unit: 'months/year',
      label: { fr: 'Attentes faute de place hors quota', en: 'Waits for want of a place outside the quota' },
      definition: {
        fr: 'Mois d’attente, par an, de personnes venues d’elles-mêmes ou d’un partenaire, quand les places vont à celles qu’envoie le financeur.',
        en: 'Months of waiting, a year, of people who came by themselves or from a partner, when places go to those the funder sends.',
      },
    },
    people('keptWaiting'),
  ),
];
