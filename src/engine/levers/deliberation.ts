import { lever } from '../core/lever.ts';

/** How decisions of the partnership are made, and with whom rules are written. */
export const deliberation = [
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
];
