import { lever } from '../core/lever.ts';

const s4 = { title: 'Trombert 2019', row: 'seed:S4' } as const;
const f17 = { title: 'Belgique : règle de continuité entre CPAS, 2022', row: 'fact:F17' } as const;

/** What becomes of rights and help when someone moves to another zone of the territory. Nothing in a territory of one zone. */
export const mobility = [
  lever({
    id: 'mobility.continuity',
    label: { fr: 'Continuité d’une zone à l’autre', en: 'Continuity across zones' },
    meaning: {
      fr: 'Part des déménagements où l’ancien organisme maintient les droits et le référent jusqu’à ce que le nouveau prenne le dossier.',
      en: 'Share of moves in which the former body keeps up rights and the known lead until the new one takes the file.',
    },
    unit: 'share',
    value: 0.2,
    range: [0, 1],
    scope: 'person',
    evidence: 'assumed',
    source: f17,
    levels: [
      { value: 0, label: { fr: 'tout est à refaire', en: 'all to be done again' } },
      { value: 0.2, label: { fr: 'au cas par cas', en: 'case by case' } },
      { value: 0.9, label: { fr: 'une règle', en: 'a rule' } },
    ],
    cost: {
      kind: 'minutes',
      mechanism: 'mobility',
      meaning: {
        fr: 'L’ancien référent suit à distance, et maintenir des droits se paie.',
        en: 'The former lead follows from afar, and keeping up rights is paid for.',
      },
    },
  }),
  lever({
    id: 'mobility.competence',
    label: { fr: 'Organisme compétent', en: 'Which body is competent' },
    meaning: { fr: 'Celui de la zone où l’on vit, ou celui où l’on était connu.', en: 'That of the zone where one lives, or that where one was known.' },
    unit: 'choice',
    kind: 'choice',
    value: 0,
    range: [0, 1],
    choices: [
      { id: 'lives', label: { fr: 'là où l’on vit', en: 'where one lives' } },
      { id: 'known', label: { fr: 'là où l’on était connu', en: 'where one was known' } },
    ],
    scope: 'person',
    evidence: 'assumed',
    source: s4,
    cost: {
      kind: 'minutes',
      mechanism: 'mobility',
      meaning: { fr: 'Suivre à distance, pendant un an.', en: 'Following from afar, for a year.' },
    },
  }),
  lever({
    id: 'mobility.default-payer',
    label: { fr: 'Payeur par défaut', en: 'Default payer' },
    meaning: {
      fr: 'Pendant un litige, l’organisme de la zone où l’on vit avance le paiement et les aides.',
      en: 'During a dispute, the body of the zone where one lives advances payment and local help.',
    },
    unit: 'yes/no',
    kind: 'boolean',
    value: 0,
    range: [0, 1],
    scope: 'person',
    evidence: 'assumed',
    source: s4,
    cost: { kind: 'money', mechanism: 'mobility', meaning: { fr: 'Avancer, puis recouvrer.', en: 'Advancing, then recovering.' } },
  }),
];
