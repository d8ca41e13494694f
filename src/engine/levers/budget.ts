import { lever } from '../core/lever.ts';

const s1 = { title: 'Terra Nova, Vers un service public de l’insertion', row: 'seed:S1' } as const;

/** What money is spent on, and what gives when benefits overrun. */
export const budget = [
  lever({
    id: 'budget.shift',
    main: true,
    label: { fr: 'De la réparation vers l’investissement', en: 'From repair to investment' },
    meaning: {
      fr: 'Points du budget de réparation et d’insertion déplacés chaque année vers l’investissement social.',
      en: 'Points of the repair and insertion budget moved each year to social investment.',
    },
    unit: 'points/year',
    value: 0,
    range: [0, 4],
    possible: [-5, 10],
    scope: 'funder',
    evidence: 'assumed',
    source: s1,
    levels: [
      { value: 0, label: { fr: 'rien ne bouge', en: 'nothing moves' } },
      { value: 1, label: { fr: 'un point par an', en: 'one point a year' } },
      { value: 2, label: { fr: 'deux points par an', en: 'two points a year' } },
      { value: 4, label: { fr: 'quatre points par an', en: 'four points a year' } },
    ],
    cost: {
      kind: 'money',
      mechanism: 'repair',
      meaning: {
        fr: 'Ce qui est déplacé manque d’abord à la réparation, qui reste due.',
        en: 'What is moved is first missing from repair, which is still owed.',
      },
    },
  }),
  lever({
    id: 'budget.investment-share',
    label: { fr: 'Part de départ de l’investissement', en: 'Starting share of investment' },
    meaning: {
      fr: 'Part des crédits d’insertion qui construit des solutions (logement, mobilité, garde, soins, formation).',
      en: 'Share of insertion money that builds solutions (housing, mobility, childcare, care, training).',
    },
    unit: 'share',
    value: 0.15,
    range: [0, 0.5],
    possible: [0, 1],
    scope: 'funder',
    evidence: 'assumed',
    source: s1,
    cost: {
      kind: 'money',
      mechanism: 'repair',
      meaning: { fr: 'Argent qui ne paie pas l’accompagnement présent.', en: 'Money that does not pay for support now.' },
    },
  }),
  lever({
    id: 'budget.squeeze',
    label: { fr: 'Ajustement sur l’insertion', en: 'Squeeze on insertion' },
    meaning: {
      fr: 'Part d’un dépassement des prestations reprise sur l’insertion et l’investissement.',
      en: 'Share of a benefit overrun taken back from insertion and investment.',
    },
    unit: 'share',
    value: 0.15,
    range: [0, 1],
    scope: 'funder',
    evidence: 'assumed',
    source: s1,
    cost: {
      kind: 'money',
      mechanism: 'repair',
      meaning: { fr: 'Moins d’insertion quand la conjoncture se dégrade.', en: 'Less insertion when times are bad.' },
    },
  }),
  lever({
    id: 'budget.compensation',
    label: { fr: 'Compensation des dépassements', en: 'Compensation of overruns' },
    meaning: {
      fr: 'Part d’un dépassement des prestations que l’État rembourse à celui qui les supporte.',
      en: 'Share of a benefit overrun that the State refunds to whoever bears it.',
    },
    unit: 'share',
    value: 0,
    range: [0, 1],
    scope: 'funder',
    evidence: 'assumed',
    source: s1,
    cost: { kind: 'money', mechanism: 'repair', meaning: { fr: 'Dépense de l’État.', en: 'State spending.' } },
  }),
  lever({
    id: 'budget.transition-fund',
    label: { fr: 'Fonds de transition', en: 'Transition fund' },
    meaning: {
      fr: 'Investissement supplémentaire payé par l’État, par bénéficiaire et par an.',
      en: 'Extra investment paid by the State, per beneficiary and year.',
    },
    unit: 'EUR/person/year',
    value: 0,
    range: [0, 500],
    possible: [0, 5000],
    scope: 'funder',
    evidence: 'assumed',
    source: s1,
    cost: { kind: 'money', mechanism: 'repair', meaning: { fr: 'Dépense de l’État.', en: 'State spending.' } },
  }),
];
