import { flowOf, people } from './make.ts';

/** Moves between zones of the territory, and what they cost. Nothing in a territory of one zone. */
export const mobilityIndicators = [
  flowOf(
    {
      id: 'moves',
      reading: 'people',
      better: 'neutral',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Déménagements d’une zone à l’autre', en: 'Moves between zones' },
      definition: {
        fr: 'Personnes suivies par le modèle qui changent de zone, par an.',
        en: 'People the model follows who change zone, a year.',
      },
    },
    people('moves'),
  ),
  flowOf(
    {
      id: 'moves-forgone',
      reading: 'people',
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Déménagements auxquels on renonce', en: 'Moves forgone' },
      definition: {
        fr: 'Personnes qui gagneraient à partir et restent, de peur de perdre leurs droits ou leurs aides, par an.',
        en: 'People who would gain by going and stay, for fear of losing their rights or local help, a year.',
      },
    },
    people('forgone'),
  ),
  flowOf(
    {
      id: 'competence-disputes',
      reading: 'service',
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Litiges de compétence', en: 'Disputes of competence' },
      definition: {
        fr: 'Dossiers que l’organisme de la nouvelle zone et l’ancien se renvoient, par an.',
        en: 'Files that the body of the new zone and the former one each leave to the other, a year.',
      },
    },
    people('disputes'),
  ),
  flowOf(
    {
      id: 'months-unpaid-by-disputes',
      reading: 'people',
      better: 'down',
      digits: 0,
      unit: 'months/year',
      label: { fr: 'Mois impayés par litige', en: 'Months unpaid by disputes' },
      definition: {
        fr: 'Mois sans versement le temps d’un litige, par an.',
        en: 'Months without payment while a dispute lasts, a year.',
      },
    },
    people('disputeUnpaid'),
  ),
  flowOf(
    {
      id: 'retellings-after-move',
      reading: 'people',
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Récits répétés après un déménagement', en: 'Stories told again after a move' },
      definition: {
        fr: 'Arrivants qui doivent tout raconter à nouveau, par an.',
        en: 'Newcomers to a zone who have to tell it all again, a year.',
      },
    },
    people('movedRetold'),
  ),
];
