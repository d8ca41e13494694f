import { parameter, type Scope } from '../../core/parameter.ts';

export const trombert = { title: 'Trombert 2019', row: 'seed:S4' } as const;
const assumed = { title: 'Assumed; no count of moves forgone or of disputes was found', row: 'seed:S4' } as const;

type Range = readonly [number, number];
const guess = (fr: string, en: string, unit: string, value: number, range: Range, possible: Range, scope: Scope) =>
  parameter({ label: { fr, en }, unit, value, range, possible, role: 'uncertainty', evidence: 'assumed', source: assumed, scope });

const share = (fr: string, en: string, value: number, range: Range, unit = 'share', scope: Scope = 'person') =>
  guess(fr, en, unit, value, range, [0, 1], scope);
/** What counts for or against a move, measured by how unlike people’s own reasons are: their standard deviation. */
const reason = (fr: string, en: string, value: number, range: Range) => guess(fr, en, 'spreads of personal reasons', value, range, [0, 20], 'person');
const hours = (fr: string, en: string, value: number, range: Range) => guess(fr, en, 'hours', value, range, [0, 40], 'structure');
const minutes = (fr: string, en: string, value: number, range: Range) => guess(fr, en, 'minutes', value, range, [0, 600], 'structure');
const money = (fr: string, en: string, value: number, range: Range) => guess(fr, en, 'EUR', value, range, [0, 10_000], 'funder');

export const parameters = {
  jobs: reason('Attrait d’une zone où l’emploi se trouve deux fois mieux', 'Pull of a zone where jobs are found twice as well', 1, [0.3, 2]),
  homes: reason(
    'Attrait d’une zone où le logement manque deux fois moins, besoin entier',
    'Pull of a zone where homes are half as short, full need',
    0.8,
    [0.2, 2],
  ),
  settled: reason('Ce qui retient, quelles que soient les règles', 'What holds one back, whatever the rules', 1.6, [1, 2.4]),
  rights: reason('Poids de la perte des droits', 'Weight of losing one’s rights', 0.6, [0.2, 1.5]),
  care: reason('Poids de la perte des aides locales', 'Weight of losing local help', 0.6, [0.2, 1.5]),
  'own-lesson': share('Ce qu’un déménagement apprend à qui l’a fait', 'What a move teaches those who made it', 0.5, [0.2, 0.8], 'share of what is missing'),
  hearsay: share('Ce qu’apprennent ceux des voisins', 'What the moves of neighbours teach', 0.3, [0.1, 0.6], 'share of what is missing'),
  interruption: share('Droits interrompus par un changement de dossier', 'Rights interrupted when a file changes hands', 0.5, [0.2, 0.8], 'share of moves'),
  'transfer-months': parameter({
    label: { fr: 'Durée d’une interruption des droits', en: 'Length of an interruption of rights' },
    unit: 'months',
    value: 2,
    range: [1, 4],
    possible: [1, 24],
    kind: 'integer',
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'person',
  }),
  'first-inquiry': minutes('Reprendre l’histoire d’un arrivant', 'Asking a newcomer’s story again', 90, [45, 180]),
  'visit-minutes': minutes('Suivre à distance, chaque mois', 'Following someone from afar, each month', 45, [20, 90]),
  'contest-hours': hours('Contester sa compétence, chaque mois', 'Contesting one’s competence, each month', 1.5, [0.5, 4]),
  'opening-hours': hours('Ouvrir le dossier d’un arrivant', 'Opening a newcomer’s file', 2, [1, 4]),
  'local-aid': money('Aides locales d’une personne suivie, par mois', 'Local help to one person followed, a month', 20, [5, 80]),
  'keeping-cost': money('Maintenir des droits d’une zone à l’autre, par mois', 'Keeping rights across zones, a month', 15, [5, 40]),
  'advance-cost': money('Avancer un paiement contesté, par mois', 'Advancing a disputed payment, a month', 25, [5, 60]),
  'longest-dispute': parameter({
    label: { fr: 'Durée d’un litige avant que la loi le tranche', en: 'Length of a dispute before the law settles it' },
    unit: 'months',
    value: 6,
    range: [2, 12],
    possible: [1, 60],
    kind: 'integer',
    role: 'uncertainty',
    evidence: 'assumed',
    source: assumed,
    scope: 'territory',
  }),
};
