import { lever } from '../core/lever.ts';

/** How many workers and how many solutions there are. */
export const capacity = [
  lever({
    id: 'capacity.staff',
    main: true,
    label: { fr: 'Effectifs', en: 'Staff' },
    meaning: { fr: 'Postes d’accompagnement financés, en pourcentage d’aujourd’hui.', en: 'Support posts funded, as a percentage of today.' },
    unit: '% of today',
    value: 100,
    range: [70, 150],
    possible: [20, 400],
    scope: 'structure',
    evidence: 'assumed',
    source: { title: 'Portefeuilles : 55 à 144 personnes par agent selon les départements (Cour des comptes 2022)', date: '2022' },
    levels: [
      { value: 80, label: { fr: 'un poste sur cinq supprimé', en: 'one post in five cut' } },
      { value: 100, label: { fr: 'comme aujourd’hui', en: 'as today' } },
      { value: 125, label: { fr: 'un quart de plus', en: 'a quarter more' } },
      { value: 150, label: { fr: 'moitié plus', en: 'half as many again' } },
    ],
    cost: {
      kind: 'money',
      mechanism: 'workload',
      meaning: { fr: 'Salaires, payés par les financeurs de chaque structure.', en: 'Wages, paid by each structure’s funders.' },
    },
  }),
  lever({
    id: 'capacity.solutions',
    label: { fr: 'Solutions disponibles', en: 'Solutions available' },
    meaning: {
      fr: 'Logements, soins, transports, gardes et formations ouverts chaque mois, en pourcentage d’aujourd’hui.',
      en: 'Homes, care, transport, childcare and training opened each month, as a percentage of today.',
    },
    unit: '% of today',
    value: 100,
    range: [50, 200],
    possible: [0, 1000],
    scope: 'zone',
    evidence: 'assumed',
    source: { title: 'Bilan des pilotes, freins : mobilité 43 %, santé 29 %, garde 25 %, logement 20 %', date: '2024' },
    cost: { kind: 'money', mechanism: 'repair', meaning: { fr: 'Chaque solution se finance.', en: 'Each solution is paid for.' } },
  }),
];
