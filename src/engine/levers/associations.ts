import { lever } from '../core/lever.ts';

/** What structures that live by contracts do together. */
export const associations = [
  lever({
    id: 'associations.collective-stance',
    label: { fr: 'Démarche collective des associations', en: 'Collective stance of associations' },
    meaning: {
      fr: 'Part des demandes des financeurs à laquelle missions locales et associations s’opposent d’une seule voix ; chacune peut traiter à part.',
      en: 'Share of the funders’ demands that local missions and associations resist with one voice; each may deal apart.',
    },
    unit: 'share',
    value: 0,
    range: [0, 1],
    scope: 'territory',
    evidence: 'assumed',
    source: { title: 'Hamzaoui et al. : les missions locales bruxelloises et leur démarche collective de 2012', row: 'seed:S0' },
    levels: [
      { value: 0, label: { fr: 'chacun pour soi', en: 'each for itself' } },
      { value: 0.5, label: { fr: 'position commune prudente', en: 'cautious common position' } },
      { value: 1, label: { fr: 'position commune ferme', en: 'firm common position' } },
    ],
    cost: {
      kind: 'minutes',
      mechanism: 'collective-stance',
      meaning: { fr: 'Des heures de réunion dans chaque structure.', en: 'Meeting hours in each structure.' },
    },
  }),
];
