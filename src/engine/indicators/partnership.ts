import type { Context } from '../context.ts';
import { LEVELS, NONE } from '../world/people.ts';
import type { World } from '../world/world.ts';
import { stockOf } from './make.ts';

const reading = 'territory' as const;

const meanStructure =
  (value: (s: World['structures'], j: number) => number) =>
  ({ world: { structures, counts } }: Context): number => {
    let sum = 0;
    for (let j = 0; j < counts.structures; j++) sum += value(structures, j);
    return (100 * sum) / counts.structures;
  };

const acceptedOver = ({ accepted }: World['ties'], t: number): number => accepted[t * LEVELS] + accepted[t * LEVELS + 1] + accepted[t * LEVELS + 2];

/** What becomes of partnership: who backs it, what is said and given, which ties live and serve, what is found through them. */
export const partnershipIndicators = [
  stockOf(
    {
      id: 'backing',
      reading,
      better: 'up',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Soutien des maisons mères', en: 'Backing by parent bodies' },
      definition: { fr: 'Soutien moyen des liens par l’organisme dont dépend l’équipe.', en: 'Mean backing of ties by the body that the team belongs to.' },
    },
    meanStructure(({ backing }, j) => backing[j]),
  ),
  stockOf(
    {
      id: 'avowed-support',
      reading,
      better: 'neutral',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Travail en commun affiché', en: 'Joint work avowed' },
      definition: {
        fr: 'Ce que les structures disent du travail en commun, selon les mandats et les réunions qui leur sont demandés.',
        en: 'What structures say of joint work, as mandates and meetings are asked of them.',
      },
    },
    meanStructure(({ avowed }, j) => avowed[j]),
  ),
  stockOf(
    {
      id: 'given-support',
      reading,
      better: 'neutral',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Travail en commun donné', en: 'Joint work given' },
      definition: {
        fr: 'Heures vraiment passées avec les partenaires, rapportées à celles d’un plein travail commun.',
        en: 'Hours really spent with partners, relative to those of full joint work.',
      },
    },
    meanStructure(({ jointHours }, j) => jointHours[j]),
  ),
  stockOf(
    {
      id: 'support-gap',
      reading,
      better: 'down',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Écart entre le travail en commun affiché et donné', en: 'Gap between joint work avowed and given' },
      definition: { fr: 'Le travail en commun affiché, moins celui qui est donné.', en: 'Joint work avowed, less joint work given.' },
    },
    meanStructure(({ avowed, jointHours }, j) => avowed[j] - jointHours[j]),
  ),
  stockOf(
    {
      id: 'ties',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'ties',
      label: { fr: 'Liens vivants', en: 'Ties alive' },
      definition: { fr: 'Liens entre deux structures, comptés une fois.', en: 'Ties between two structures, counted once.' },
    },
    ({ world: { ties } }) => ties.partner.reduce((n, partner) => n + (partner === NONE ? 0 : 0.5), 0),
  ),
  stockOf(
    {
      id: 'used-ties',
      reading,
      better: 'up',
      digits: 0,
      unit: 'ties',
      label: { fr: 'Liens qui servent', en: 'Ties in use' },
      definition: {
        fr: 'Liens par lesquels au moins une personne par an est envoyée et reçue, comptés une fois par sens.',
        en: 'Ties through which at least one person a year is sent and received, counted once each way.',
      },
    },
    ({ world: { ties } }) => {
      let n = 0;
      for (let t = 0; t < ties.partner.length; t++) if (ties.partner[t] !== NONE && acceptedOver(ties, t) >= 1) n++;
      return n;
    },
  ),
  stockOf(
    {
      id: 'used-trust',
      reading,
      better: 'up',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Confiance là où l’on travaille ensemble', en: 'Trust where people work together' },
      definition: {
        fr: 'Confiance moyenne des liens, pesés par les personnes reçues sur un an.',
        en: 'Mean trust of ties, weighted by the people received over a year.',
      },
    },
    ({ world: { ties } }) => {
      let sum = 0;
      let weight = 0;
      for (let t = 0; t < ties.partner.length; t++) {
        if (ties.partner[t] === NONE) continue;
        sum += ties.trust[t] * acceptedOver(ties, t);
        weight += acceptedOver(ties, t);
      }
      return weight === 0 ? 0 : (100 * sum) / weight;
    },
  ),
  stockOf(
    {
      id: 'innovations',
      reading,
      better: 'up',
      digits: 1,
      unit: 'innovations',
      label: { fr: 'Pratiques trouvées ensemble', en: 'Practices found together' },
      definition: { fr: 'Pratiques nouvelles que gardent ceux qui portent les liens.', en: 'New practices kept by those who carry the ties.' },
    },
    ({ world: { ties } }) => ties.innovations.reduce((sum, found, t) => sum + (ties.partner[t] === NONE ? 0 : found), 0),
  ),
  stockOf(
    {
      id: 'practices-spread',
      reading,
      better: 'up',
      digits: 1,
      unit: 'innovations',
      label: { fr: 'Pratiques reprises ailleurs', en: 'Practices taken up elsewhere' },
      definition: { fr: 'Pratiques reprises par d’autres équipes du même organisme.', en: 'Practices taken up by other teams of the same body.' },
    },
    ({ world: { structures } }) => structures.practices.reduce((a, b) => a + b, 0),
  ),
];
