import { parameter } from '../../core/parameter.ts';

export const hamzaoui = { title: 'Hamzaoui et al. : les missions locales bruxelloises et leur démarche collective de 2012', row: 'seed:S0' } as const;

type Bounds = readonly [number, number];
const rate = (fr: string, en: string, unit: string, value: number, range: Bounds, possible: Bounds, scope: 'structure' | 'funder' = 'structure') =>
  parameter({ label: { fr, en }, unit, value, range, possible, role: 'uncertainty', evidence: 'assumed', source: hamzaoui, scope });

/** What working for a funder asks, what resisting may cost, and what workers make of it. */
export const parameters = {
  places: rate('Entrées réservées aux personnes envoyées', 'Intake kept for people sent', 'share, full dependence', 2 / 3, [0.3, 0.8], [0, 0.95]),
  'report-checks': rate('Contrôles dus aux absences signalées', 'Checks due to absences reported', 'share, full dependence', 0.2, [0, 0.6], [0, 5]),
  'report-distrust': rate('Confiance perdue quand on signale', 'Trust lost to reports', 'trust, full dependence', 0.05, [0, 0.2], [0, 0.8]),
  'duty-minutes': rate('Comptes rendus dus au financeur', 'Reports due to the funder', 'minutes per file and month, full dependence', 2, [0, 6], [0, 120]),
  concession: rate(
    'Part des demandes abandonnée quand le financeur cède',
    'Share of demands dropped when the funder gives in',
    'share',
    0.5,
    [0.2, 1],
    [0, 1],
    'funder',
  ),
  'volume-hours': rate('Temps pour placer ailleurs une personne suivie', 'Time to place elsewhere a person followed', 'hours', 3, [1, 6], [0, 100], 'funder'),
  'demand-hours': rate(
    'Ce que ses demandes valent au financeur',
    'What its demands are worth to the funder',
    'hours per person followed and year',
    1.5,
    [0.5, 4],
    [0, 100],
    'funder',
  ),
  punishment: rate('Part du contrat retirée à qui résiste', 'Share of the contract taken from those who resist', 'share', 0.05, [0.01, 0.15], [0, 1], 'funder'),
  learning: rate('Poids de l’année écoulée', 'Weight of the past year', 'share', 0.5, [0.2, 0.8], [0, 1]),
  'stance-hours': rate('Temps de la démarche collective', 'Time of the collective stance', 'hours/month', 8, [3, 20], [0, 200]),
  'trust-base': rate('Confiance des agents dans leur direction', 'Trust of workers in their directors', '0 to 1', 0.7, [0.5, 0.9], [0, 1]),
  'trust-loss': rate('Confiance perdue par un double discours', 'Trust lost to a double talk', 'share a month', 0.05, [0.02, 0.12], [0, 1]),
  'trust-regain': rate('Confiance retrouvée', 'Trust regained', 'share a month', 0.04, [0.01, 0.1], [0, 1]),
  'leave-distrust': rate('Départs dus à la défiance', 'Departures from distrust', 'share a month, all trust lost', 0.02, [0.005, 0.05], [0, 1]),
  'morale-distrust': rate('Moral perdu par défiance', 'Morale lost to distrust', 'morale, all trust lost', 0.5, [0.2, 1], [0, 2]),
  'replacement-hours': rate('Ce que coûte de remplacer un agent', 'What replacing a worker takes', 'hours per worker', 200, [80, 400], [0, 2000]),
};
