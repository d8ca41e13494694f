import { C } from '../world/status.ts';
import { flowOf, inStatus, people, stockOf } from './make.ts';

const reading = 'people' as const;

/** People whose insertion, care and justice run at once. */
export const crossedIndicators = [
  stockOf(
    {
      id: 'crossed-pathways',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'persons',
      label: { fr: 'Dans plusieurs parcours', en: 'In several pathways' },
      definition: {
        fr: 'Personnes suivies à la fois pour l’insertion, le soin ou la justice, deux au moins.',
        en: 'People followed at once for insertion, care or justice, two at least.',
      },
    },
    people('crossed'),
  ),
  flowOf(
    {
      id: 'missed-appointments',
      reading,
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Rendez-vous manqués entre deux parcours', en: 'Appointments missed between two pathways' },
      definition: {
        fr: 'Mois où deux rendez-vous de parcours différents tombent ensemble et où l’un est manqué, par an.',
        en: 'Months in which two appointments of different pathways fall together and one is missed, a year.',
      },
    },
    people('missed'),
  ),
  flowOf(
    {
      id: 'pathway-breaks',
      reading,
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Ruptures entre parcours', en: 'Breaks between pathways' },
      definition: {
        fr: 'Soins rompus, mesures révoquées, dossiers clos pendant une hospitalisation ou une détention, par an.',
        en: 'Care broken off, measures revoked, files closed during a stay in hospital or detention, a year.',
      },
    },
    people('pathwaysBroken'),
  ),
  stockOf(
    {
      id: 'in-care',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'persons',
      label: { fr: 'Hospitalisés ou détenus', en: 'In hospital or detained' },
      definition: { fr: 'Personnes au revenu minimum que le soin ou la justice retient.', en: 'People on the minimum income whom care or justice keeps.' },
    },
    inStatus(C),
  ),
];
