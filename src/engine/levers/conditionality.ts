import { lever } from '../core/lever.ts';

const decree = { title: 'Décret du 30 mai 2025 relatif aux sanctions applicables aux demandeurs d’emploi', url: 'https://www.moneyvox.fr', date: '2025-05-30' } as const;
const law2023 = { title: 'Loi pour le plein emploi du 18 décembre 2023 : 15 à 20 heures d’activité', date: '2023-12-18' } as const;

/** What is asked in return for rights. */
export const conditionality = [
  lever({
    id: 'conditionality.strictness',
    main: true,
    label: { fr: 'Conditionnalité', en: 'Conditionality' },
    meaning: { fr: 'Ce qui est exigé en échange du revenu minimum : contrat, heures, contrôle, sanction.', en: 'What is asked in return for the minimum income: contract, hours, checks, sanction.' },
    unit: 'level', kind: 'integer', value: 2, range: [0, 4], scope: 'person', evidence: 'assumed', source: law2023,
    levels: [
      { value: 0, label: { fr: 'aucune contrepartie', en: 'nothing in return' } },
      { value: 1, label: { fr: 'contrat proposé', en: 'contract offered' } },
      { value: 2, label: { fr: 'droits et devoirs d’avant 2025', en: 'rights and duties as before 2025' } },
      { value: 3, label: { fr: '15 heures, contrôle renforcé', en: '15 hours, closer checks' } },
      { value: 4, label: { fr: '20 heures, contrôle systématique', en: '20 hours, systematic checks' } },
    ],
    bundle: [
      { value: 0, sets: { 'conditionality.contract': 0, 'conditionality.hours': 0, 'conditionality.monitoring': 0, 'conditionality.warning': 1, 'conditionality.sanction-share': 0, 'conditionality.sanction-months': 1 } },
      { value: 1, sets: { 'conditionality.contract': 1, 'conditionality.hours': 0, 'conditionality.monitoring': 0.005, 'conditionality.warning': 1, 'conditionality.sanction-share': 0.2, 'conditionality.sanction-months': 1 } },
      { value: 2, sets: { 'conditionality.contract': 1, 'conditionality.hours': 2, 'conditionality.monitoring': 0.02, 'conditionality.warning': 0.5, 'conditionality.sanction-share': 0.5, 'conditionality.sanction-months': 3 } },
      { value: 3, sets: { 'conditionality.contract': 1, 'conditionality.hours': 15, 'conditionality.monitoring': 0.08, 'conditionality.warning': 0.5, 'conditionality.sanction-share': 0.5, 'conditionality.sanction-months': 2 } },
      { value: 4, sets: { 'conditionality.contract': 1, 'conditionality.hours': 20, 'conditionality.monitoring': 0.2, 'conditionality.warning': 0.2, 'conditionality.sanction-share': 1, 'conditionality.sanction-months': 4 } },
    ],
    cost: { kind: 'minutes', mechanism: 'conditionality', meaning: { fr: 'Contrats, contrôles et procédures prennent des heures à l’accompagnement.', en: 'Contracts, checks and procedures take hours from support.' } },
  }),
  lever({
    id: 'conditionality.contract',
    label: { fr: 'Contrat exigé', en: 'Contract required' },
    meaning: { fr: 'Un contrat d’engagements est demandé à chaque personne accompagnée.', en: 'Each person supported is asked to sign a contract of commitments.' },
    unit: 'yes/no', kind: 'boolean', value: 1, range: [0, 1], scope: 'person', evidence: 'law',
    source: { title: 'Code de l’action sociale et des familles, art. L262-34 à L262-36', url: 'https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006074069' },
    cost: { kind: 'minutes', mechanism: 'conditionality', meaning: { fr: 'Écrire et revoir le contrat.', en: 'Writing and reviewing the contract.' } },
  }),
  lever({
    id: 'conditionality.hours',
    label: { fr: 'Heures d’activité exigées', en: 'Hours of activity required' },
    meaning: { fr: 'Heures d’activité par semaine demandées en échange du revenu.', en: 'Hours of activity a week asked in return for the income.' },
    unit: 'hours/week', value: 2, range: [0, 20], possible: [0, 35], scope: 'person', evidence: 'assumed', source: law2023,
    cost: { kind: 'minutes', mechanism: 'conditionality', meaning: { fr: 'Organiser et suivre ces heures.', en: 'Organising and following those hours.' } },
  }),
  lever({
    id: 'conditionality.monitoring',
    label: { fr: 'Contrôle', en: 'Checks' },
    meaning: { fr: 'Part des personnes dont les engagements sont vérifiés chaque mois.', en: 'Share of people whose commitments are checked each month.' },
    unit: 'share/month', value: 0.02, range: [0, 0.3], possible: [0, 1], scope: 'person', evidence: 'assumed', source: decree,
    cost: { kind: 'minutes', mechanism: 'conditionality', meaning: { fr: 'Temps de contrôle pris sur l’accompagnement.', en: 'Checking time taken from support.' } },
  }),
  lever({
    id: 'conditionality.warning',
    label: { fr: 'Avertir avant de sanctionner', en: 'Warn before sanctioning' },
    meaning: { fr: 'Part des manquements qui donnent lieu à un avertissement plutôt qu’à une sanction.', en: 'Share of failures met by a warning rather than a sanction.' },
    unit: 'share', value: 0.5, range: [0, 1], scope: 'person', evidence: 'assumed', source: decree,
    cost: { kind: 'minutes', mechanism: 'conditionality', meaning: { fr: 'Un courrier et souvent un entretien.', en: 'A letter and often an interview.' } },
  }),
  lever({
    id: 'conditionality.sanction-share',
    label: { fr: 'Part suspendue', en: 'Share suspended' },
    meaning: { fr: 'Part du revenu minimum retirée pendant une sanction.', en: 'Share of the minimum income withdrawn during a sanction.' },
    unit: 'share', value: 0.5, range: [0, 1], scope: 'person', evidence: 'estimated',
    source: { title: 'Note CNAF citée à l’Assemblée nationale : 247 € par mois en moyenne, sur 535 €', date: '2022' },
    cost: { kind: 'minutes', mechanism: 'conditionality', meaning: { fr: 'Procédure contradictoire et recours, plus longs quand la part est forte.', en: 'Adversarial procedure and appeals, longer when the share is high.' } },
  }),
  lever({
    id: 'conditionality.sanction-months',
    label: { fr: 'Durée de la sanction', en: 'Length of a sanction' },
    meaning: { fr: 'Mois de suspension.', en: 'Months of suspension.' },
    unit: 'months', kind: 'integer', value: 3, range: [1, 4], possible: [1, 12], scope: 'person', evidence: 'assumed', source: decree,
    cost: { kind: 'minutes', mechanism: 'conditionality', meaning: { fr: 'Chaque mois de suspension est suivi et réexaminé.', en: 'Each month of suspension is followed and reviewed.' } },
  }),
  lever({
    id: 'conditionality.support-first',
    label: { fr: 'Accompagner d’abord', en: 'Support first' },
    meaning: { fr: 'Aucun contrôle avant que l’accompagnement ait réellement commencé ; les rendez-vous sont proposés avant d’être exigés.', en: 'No check before support has really begun; appointments are offered before they are required.' },
    unit: 'yes/no', kind: 'boolean', value: 0, range: [0, 1], scope: 'person', evidence: 'assumed',
    source: { title: 'Hamzaoui et al., participation et activation', row: 'seed:S0' },
    cost: { kind: 'minutes', mechanism: 'conditionality', meaning: { fr: 'Un premier temps d’accueil pour chaque personne.', en: 'A first welcoming meeting for each person.' } },
  }),
];
