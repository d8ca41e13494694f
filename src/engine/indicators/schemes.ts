import type { Context } from '../context.ts';
import { SCHEMES } from '../world/schemes.ts';
import { A } from '../world/status.ts';
import { header } from '../world/world.ts';
import { flowOf, people, ratioOf, stockOf } from './make.ts';

const reading = 'service' as const;

const followed = ({ world: { schemes: s } }: Context): number => {
  let sum = 0;
  for (let k = 0; k < SCHEMES; k++) sum += Math.round(s.held[k] * 1000);
  return sum / 1000;
};

const paper = ({ world: { schemes: s } }: Context): number => {
  let sum = 0;
  for (let k = 0; k < SCHEMES; k++) sum += Math.round(s.minutes[k]);
  return sum / 60;
};

/** What funders’ schemes come to, side by side. */
export const schemeIndicators = [
  stockOf(
    {
      id: 'scheme-participants',
      reading: 'funder',
      better: 'neutral',
      digits: 0,
      unit: 'persons',
      label: { fr: 'Personnes suivies, comptées par chaque financeur', en: 'People followed, as each funder counts them' },
      definition: {
        fr: 'Somme des personnes suivies par chaque dispositif : qui est dans trois dispositifs compte trois fois.',
        en: 'Sum of the people followed by each scheme: whoever is in three counts three times.',
      },
    },
    followed,
  ),
  stockOf(
    {
      id: 'schemes-per-person',
      reading: 'people',
      better: 'neutral',
      digits: 2,
      unit: 'ratio',
      label: { fr: 'Dispositifs par personne accompagnée', en: 'Schemes per person accompanied' },
      definition: { fr: 'Places de dispositifs tenues pour une personne accompagnée.', en: 'Places held in schemes for one person accompanied.' },
      denominator: { fr: 'personnes accompagnées', en: 'people accompanied' },
    },
    (context) => followed(context) / Math.max(1, context.scratch.stock[A] * context.world.head[header.scale]),
  ),
  stockOf(
    {
      id: 'stacked-paper',
      reading,
      better: 'down',
      digits: 0,
      unit: 'hours/month',
      label: { fr: 'Écritures dues aux dispositifs', en: 'Paper owed to schemes' },
      definition: {
        fr: 'Heures par mois que les référents passent aux écritures des dispositifs.',
        en: 'Hours a month that leads spend on the paper of schemes.',
      },
    },
    paper,
  ),
  flowOf(
    {
      id: 'scheme-entries',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Entrées dans un dispositif', en: 'Entries into a scheme' },
      definition: { fr: 'Personnes prises par un dispositif, par an.', en: 'People taken in by a scheme, a year.' },
    },
    people('schemeEntries'),
  ),
  flowOf(
    {
      id: 'services-lost',
      reading: 'people',
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Dispositifs perdus avec le statut', en: 'Schemes lost with a status' },
      definition: {
        fr: 'Suivis interrompus parce que le statut ne le permet plus, par an.',
        en: 'Follow-ups cut short because the status no longer allows them, a year.',
      },
    },
    people('servicesLost'),
  ),
  flowOf(
    {
      id: 'appointment-quarters',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Trimestres de rendez-vous', en: 'Quarters of appointments' },
      definition: {
        fr: 'Trimestres où une personne a des rendez-vous de dispositifs, par an.',
        en: 'Quarters in which a person has appointments of schemes, a year.',
      },
    },
    people('appointments'),
  ),
  flowOf(
    {
      id: 'appointments-missed',
      reading: 'people',
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Rendez-vous manqués', en: 'Missed appointments' },
      definition: {
        fr: 'Trimestres où un rendez-vous de dispositif au moins est manqué, par an.',
        en: 'Quarters in which at least one appointment of a scheme is missed, a year.',
      },
    },
    people('appointmentsMissed'),
  ),
  ratioOf(
    {
      id: 'missed-rate',
      reading: 'people',
      better: 'down',
      digits: 1,
      unit: '%',
      label: { fr: 'Part des trimestres avec rendez-vous manqué', en: 'Share of quarters with a missed appointment' },
      definition: {
        fr: 'Trimestres avec un rendez-vous manqué sur tous les trimestres suivis.',
        en: 'Quarters with a missed appointment out of all quarters followed.',
      },
      denominator: { fr: 'trimestres de rendez-vous', en: 'quarters of appointments' },
    },
    'appointments-missed',
    'appointment-quarters',
    100,
  ),
];
