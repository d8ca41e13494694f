import { lever } from '../core/lever.ts';

/** What is bought from private operators. First light holds the simple form: contracts per head and by result, their own caseload and price. */
export const outsourcing = [
  lever({
    id: 'outsourcing.share',
    main: true,
    label: { fr: 'Externalisation', en: 'Outsourcing' },
    meaning: {
      fr: 'Part des personnes orientées vers l’emploi que suivent des opérateurs privés (forme simple).',
      en: 'Share of people oriented to work who are followed by private operators (simple form).',
    },
    unit: 'share',
    value: 0.05,
    range: [0, 0.5],
    possible: [0, 1],
    scope: 'territory',
    evidence: 'assumed',
    source: { title: 'Gérard 2019, Travail et Emploi 154', row: 'seed:S3' },
    levels: [
      { value: 0, label: { fr: 'tout en régie', en: 'nothing outsourced' } },
      { value: 0.05, label: { fr: 'à la marge', en: 'at the margin' } },
      { value: 0.25, label: { fr: 'une personne sur quatre', en: 'one person in four' } },
      { value: 0.5, label: { fr: 'une personne sur deux', en: 'one person in two' } },
    ],
    cost: {
      kind: 'money',
      mechanism: 'workload',
      meaning: { fr: 'Prix par tête, en plus des équipes qui restent.', en: 'A price per head, on top of the teams that remain.' },
    },
  }),
  lever({
    id: 'outsourcing.result-share',
    label: { fr: 'Part payée au résultat', en: 'Share paid by result' },
    meaning: { fr: 'Part du prix versée seulement quand une sortie est déclarée.', en: 'Share of the price paid only when an exit is declared.' },
    unit: 'share',
    value: 0.3,
    range: [0, 1],
    scope: 'territory',
    evidence: 'assumed',
    source: { title: 'Gérard 2019, Travail et Emploi 154', row: 'seed:S3' },
    cost: {
      kind: 'money',
      mechanism: 'evaluation',
      meaning: { fr: 'Le prix par sortie comprend une prime de risque.', en: 'The price per exit holds a risk premium.' },
    },
  }),
];
