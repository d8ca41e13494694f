import { lever } from '../core/lever.ts';

const hamzaoui = { title: 'Hamzaoui et al. : le partenariat, le monde associatif et le parapublic à Bruxelles', row: 'seed:S0' } as const;

/** How funders choose those who work under contract: by call or by agreement. */
export const contracting = [
  lever({
    id: 'contracting.call-share',
    label: { fr: 'Part des contrats mise en appel', en: 'Share of contracts put to call' },
    meaning: {
      fr: 'Part des contrats des missions locales, PLIE et associations qui se gagne par appel, et se paie en retard ; le reste est reconduit de gré à gré.',
      en: 'Share of the contracts of local missions, PLIE and associations that is won by call, and paid late; the rest is renewed by agreement.',
    },
    unit: 'share',
    value: 0.2,
    range: [0, 1],
    scope: 'territory',
    evidence: 'assumed',
    source: hamzaoui,
    levels: [
      { value: 0, label: { fr: 'subventions reconduites', en: 'grants renewed' } },
      { value: 0.2, label: { fr: 'un cinquième en appels', en: 'one fifth by call' } },
      { value: 0.5, label: { fr: 'la moitié en appels', en: 'half by call' } },
      { value: 1, label: { fr: 'tout en appels', en: 'everything by call' } },
    ],
    cost: {
      kind: 'minutes',
      mechanism: 'mandates',
      meaning: { fr: 'Des heures de dossiers, prises sur l’accompagnement.', en: 'Hours spent on files, taken from support.' },
    },
  }),
  lever({
    id: 'contracting.call-length',
    label: { fr: 'Durée d’un mandat gagné', en: 'Length of a mandate won' },
    meaning: { fr: 'Mois entre deux appels pour le même argent.', en: 'Months between two calls for the same money.' },
    unit: 'months',
    kind: 'integer',
    value: 36,
    range: [12, 60],
    possible: [12, 120],
    scope: 'territory',
    evidence: 'assumed',
    source: hamzaoui,
    cost: {
      kind: 'minutes',
      mechanism: 'mandates',
      meaning: { fr: 'Plus le mandat est court, plus il faut de dossiers.', en: 'The shorter the mandate, the more files to write.' },
    },
  }),
];
