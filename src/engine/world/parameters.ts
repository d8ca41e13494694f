import { parameter } from '../core/parameter.ts';

const pilots = { title: 'Bilan des pilotes de l’accompagnement rénové : freins au diagnostic', date: '2024' } as const;
const panel = { title: 'DREES 2023, panel de dix ans des allocataires du RSA', row: 'effect:D1', date: '2023' } as const;
const assumed = { title: 'Assumed' } as const;

const prevalence = (fr: string, en: string, value: number, evidence: 'measured' | 'estimated' | 'assumed', source: { title: string; date?: string; url?: string; row?: string }) =>
  parameter({
    label: { fr: `Besoin fréquent : ${fr}`, en: `Frequent need: ${en}` },
    unit: 'share of people', value, range: [Math.max(0, value - 0.15), Math.min(1, value + 0.15)], possible: [0, 1],
    role: 'uncertainty', evidence, source, scope: 'territory',
  });

/** Who people are before anything is done for them. */
export const peopleParameters = {
  'fragile-share': parameter({ label: { fr: 'Part de ceux qui sortent rarement', en: 'Share of those who seldom leave' }, unit: 'share of the paid stock', value: 0.56, range: [0.45, 0.65], possible: [0, 1], role: 'uncertainty', evidence: 'estimated', source: panel, scope: 'territory' }),
  'ability-fragile': parameter({ label: { fr: 'Recherche, ceux qui sortent rarement', en: 'Search, those who seldom leave' }, unit: 'typical seekers', value: 0.12, range: [0.03, 0.4], possible: [0, 10], role: 'uncertainty', evidence: 'estimated', source: panel, scope: 'territory' }),
  'ability-other': parameter({ label: { fr: 'Recherche, les autres', en: 'Search, the others' }, unit: 'typical seekers', value: 0.9, range: [0.3, 2], possible: [0, 10], role: 'uncertainty', evidence: 'estimated', source: panel, scope: 'territory' }),
  'ability-spread': parameter({ label: { fr: 'Écarts de recherche', en: 'Spread of search' }, unit: 'log', value: 0.3, range: [0.1, 0.6], possible: [0, 2], role: 'uncertainty', evidence: 'assumed', source: assumed, scope: 'territory' }),
  'needs-shared': parameter({ label: { fr: 'Cumul des besoins', en: 'Needs that come together' }, unit: 'share of a common factor', value: 0.36, range: [0.1, 0.6], possible: [0, 1], role: 'uncertainty', evidence: 'assumed', source: assumed, scope: 'territory' }),
  'needs-fragile': parameter({ label: { fr: 'Surcroît de besoins des plus fragiles', en: 'More needs among the most fragile' }, unit: 'shift of rank', value: 0.15, range: [0, 0.3], possible: [0, 1], role: 'uncertainty', evidence: 'assumed', source: assumed, scope: 'territory' }),
  housing: prevalence('logement', 'housing', 0.2, 'estimated', pilots),
  health: prevalence('santé', 'health', 0.29, 'estimated', pilots),
  mobility: prevalence('mobilité', 'mobility', 0.43, 'estimated', pilots),
  family: prevalence('famille et garde', 'family and childcare', 0.25, 'estimated', pilots),
  skills: prevalence('formation, langue, numérique', 'training, language, digital', 0.3, 'assumed', { title: 'Savoirs de base 12 %, niveau inférieur au bac 63 % : entre les deux' }),
  rights: prevalence('droits et dettes', 'rights and debts', 0.15, 'estimated', pilots),
  justice: prevalence('justice', 'justice', 0.05, 'assumed', assumed),
  'trust-mean': parameter({ label: { fr: 'Confiance dans les services', en: 'Trust in services' }, unit: '0 to 1', value: 0.55, range: [0.3, 0.7], possible: [0, 1], role: 'uncertainty', evidence: 'assumed', source: assumed, scope: 'territory' }),
  'distress-mean': parameter({ label: { fr: 'Détresse', en: 'Distress' }, unit: '0 to 1', value: 0.34, range: [0.2, 0.5], possible: [0, 1], role: 'uncertainty', evidence: 'estimated', source: { title: 'Paul et Moser 2009 : 34 % contre 16 %', row: 'effect:D7', date: '2009' }, scope: 'territory' }),
  working: parameter({ label: { fr: 'Quelques heures de travail au RSA', en: 'A few hours of work while on benefit' }, unit: 'share of the paid stock', value: 0.139, range: [0.1, 0.2], possible: [0, 1], role: 'uncertainty', evidence: 'estimated', source: { title: 'DREES 2023 : 26,4 % et 11,3 % se moyennent à 13,4 %', row: 'effect:D3', date: '2023' }, scope: 'territory' }),
  'other-benefit': parameter({ label: { fr: 'Perçoit une autre prestation', en: 'Holds another benefit' }, unit: 'share of the entitled', value: 0.6, range: [0.4, 0.8], possible: [0, 1], role: 'uncertainty', evidence: 'estimated', source: { title: 'DREES 2022 : non-recours selon les autres prestations', row: 'effect:R4', date: '2022' }, scope: 'territory' }),
  unattached: parameter({ label: { fr: 'Sans rattachement au territoire', en: 'With no tie to the territory' }, unit: 'share of people', value: 0.02, range: [0.01, 0.03], possible: [0, 1], role: 'uncertainty', evidence: 'assumed', source: assumed, scope: 'territory' }),
  'adults-per-household': parameter({ label: { fr: 'Adultes par foyer payé', en: 'Adults per paid household' }, unit: 'adults per household', value: 1.11, range: [1.05, 1.15], role: 'constant', evidence: 'estimated', source: { title: 'Côtes-d’Armor 2019 : 11 470 adultes pour 10 346 foyers' }, scope: 'territory' }),
  'non-take-up': parameter({ label: { fr: 'Non-recours au départ', en: 'Non-take-up at the start' }, unit: 'share of the entitled', value: 0.34, range: [0.3, 0.38], possible: [0, 0.9], role: 'uncertainty', evidence: 'measured', source: { title: 'DREES 2022', row: 'effect:R4', date: '2022' }, scope: 'territory' }),
  'off-ratio': parameter({ label: { fr: 'Anciens bénéficiaires suivis par le modèle', en: 'Former beneficiaries the model follows' }, unit: 'per entitled person', value: 0.75, range: [0.4, 1.2], possible: [0, 5], role: 'uncertainty', evidence: 'estimated', source: panel, scope: 'territory' }),
  'entry-rate': parameter({ label: { fr: 'Nouveaux venus', en: 'Newcomers' }, unit: 'per entitled person and month', value: 0.0095, range: [0.004, 0.02], possible: [0, 0.05], role: 'uncertainty', evidence: 'estimated', source: panel, scope: 'territory' }),
  'entry-fragile': parameter({ label: { fr: 'Part fragile des nouveaux venus', en: 'Fragile share of newcomers' }, unit: 'share of newcomers', value: 0.25, range: [0.1, 0.5], possible: [0, 1], role: 'uncertainty', evidence: 'estimated', source: panel, scope: 'territory' }),
  'ages-out': parameter({ label: { fr: 'Âge de la retraite', en: 'Retirement age' }, unit: 'months', value: 768, range: [744, 804], role: 'constant', evidence: 'estimated', source: { title: 'Âge légal, 62 à 64 ans selon la génération' }, scope: 'territory' }),
};
