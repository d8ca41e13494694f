import { lever } from '../core/lever.ts';

/** How decisions of the partnership are made, and with whom rules are written. */
export const deliberation = [
  lever({
    id: 'deliberation.mode',
    label: { fr: 'Débat dans les instances', en: 'Debate on boards' },
    meaning: {
      fr: 'Comment le partenariat décide de ses programmes, du consensus (0) au débat ouvert (1).',
      en: 'How the partnership decides on its programmes, from consensus (0) to open debate (1).',
    },
    unit: 'level',
    value: 0.3,
    range: [0, 1],
    scope: 'territory',
    evidence: 'assumed',
    source: { title: 'Hamzaoui et al., le partenariat comme instrument managérial', row: 'seed:S0' },
    levels: [
      { value: 0, label: { fr: 'consensus', en: 'consensus' } },
      { value: 0.3, label: { fr: 'consensus, quelques voix', en: 'consensus, a few voices' } },
      { value: 1, label: { fr: 'débat ouvert, à la majorité', en: 'open debate, by majority' } },
    ],
    cost: {
      kind: 'minutes',
      mechanism: 'deliberation',
      meaning: {
        fr: 'Des heures pour parler et pour écouter, et des décisions qui attendent les débats.',
        en: 'Hours to speak and to listen, and decisions that wait for debates.',
      },
    },
  }),
  lever({
    id: 'deliberation.co-construction',
    label: { fr: 'Coconstruction des règles', en: 'Co-construction of rules' },
    meaning: {
      fr: 'Part prise par les agents et les usagers à l’écriture des règles, de 0 à 1.',
      en: 'How far workers and users take part in writing the rules, from 0 to 1.',
    },
    unit: 'level',
    value: 0,
    range: [0, 1],
    scope: 'structure',
    evidence: 'assumed',
    source: { title: 'Lyet 2008, L’institution incertaine du partenariat', row: 'seed:S2' },
    levels: [
      { value: 0, label: { fr: 'règles écrites en haut', en: 'rules written from above' } },
      { value: 0.5, label: { fr: 'règles discutées', en: 'rules discussed' } },
      { value: 1, label: { fr: 'règles écrites ensemble', en: 'rules written together' } },
    ],
    cost: {
      kind: 'minutes',
      mechanism: 'meaning',
      meaning: {
        fr: 'Heures de réunion retirées à l’accompagnement, et des règles qui entrent plus tard en pratique.',
        en: 'Meeting hours taken from support, and rules that come into practice later.',
      },
    },
  }),
  lever({
    id: 'deliberation.seats',
    label: { fr: 'Sièges ouverts aux structures', en: 'Seats opened to structures' },
    meaning: {
      fr: 'Places ouvertes dans les instances des financeurs, une par structure sous contrat, en plus de celles que les organismes parapublics ont de naissance.',
      en: 'Places opened on the boards of funders, one for each structure under contract, beyond those that parapublic bodies were founded with.',
    },
    unit: 'seats',
    kind: 'integer',
    value: 2,
    range: [0, 20],
    possible: [0, 200],
    scope: 'territory',
    evidence: 'assumed',
    source: { title: 'Hamzaoui et al. : le partenariat, le monde associatif et le parapublic à Bruxelles', row: 'seed:S0' },
    cost: {
      kind: 'minutes',
      mechanism: 'mandates',
      meaning: { fr: 'Des heures de réunion pour chaque siège.', en: 'Meeting hours for each seat.' },
    },
  }),
];
