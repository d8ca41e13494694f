import { lever } from '../core/lever.ts';

const drees = { title: 'DREES 2022, Mesurer régulièrement le non-recours', row: 'effect:R4', date: '2022' } as const;

/** How people reach their rights and a first appointment. */
export const access = [
  lever({
    id: 'access.outreach',
    label: { fr: 'Aller vers', en: 'Outreach' },
    meaning: {
      fr: 'Rencontres par mois pour 100 personnes qui ont droit et ne demandent pas.',
      en: 'Meetings a month per 100 people entitled and not claiming.',
    },
    unit: 'meetings/100/month',
    value: 1,
    range: [0, 20],
    possible: [0, 100],
    scope: 'person',
    evidence: 'assumed',
    source: drees,
    cost: {
      kind: 'minutes',
      mechanism: 'claiming',
      meaning: { fr: 'Chaque rencontre prend une heure d’agent et plus.', en: 'Each meeting takes a worker an hour or more.' },
    },
  }),
  lever({
    id: 'access.delay',
    label: { fr: 'Délai d’instruction', en: 'Processing delay' },
    meaning: { fr: 'Mois entre la demande et le premier versement.', en: 'Months between the claim and the first payment.' },
    unit: 'months',
    kind: 'integer',
    value: 1,
    range: [0, 4],
    possible: [0, 12],
    scope: 'person',
    evidence: 'estimated',
    source: { title: 'Délais de traitement des CAF, 11 à 26 jours (Sénat r23-771)', url: 'https://www.senat.fr/rap/r23-771/r23-7719.html', date: '2024' },
    cost: {
      kind: 'money',
      mechanism: 'claiming',
      meaning: { fr: 'Instruire plus vite demande plus d’agents d’accueil.', en: 'Faster processing takes more front-office staff.' },
    },
  }),
  lever({
    id: 'access.proactive',
    label: { fr: 'Droit proposé d’office', en: 'Right offered unasked' },
    meaning: {
      fr: 'Part des non-demandeurs connus d’une autre prestation à qui le droit est proposé dans l’année.',
      en: 'Share of non-claimants known through another benefit who are offered the right within the year.',
    },
    unit: 'share/year',
    value: 0,
    range: [0, 0.8],
    possible: [0, 1],
    scope: 'person',
    evidence: 'assumed',
    source: drees,
    cost: { kind: 'money', mechanism: 'claiming', meaning: { fr: 'Échange de données, et prestations dues.', en: 'Data exchange, and benefits owed.' } },
  }),
  lever({
    id: 'access.orientation',
    label: { fr: 'Moyens d’orientation', en: 'Orientation capacity' },
    meaning: {
      fr: 'Entretiens d’orientation possibles chaque mois, en pourcentage d’aujourd’hui.',
      en: 'Orientation interviews possible each month, as a percentage of today.',
    },
    unit: '% of today',
    value: 100,
    range: [50, 250],
    possible: [10, 1000],
    scope: 'territory',
    evidence: 'assumed',
    source: { title: 'DREES OARSA 2023', row: 'effect:R5', date: '2024' },
    cost: { kind: 'money', mechanism: 'orientation', meaning: { fr: 'Chargés d’orientation supplémentaires.', en: 'More orientation officers.' } },
  }),
];
