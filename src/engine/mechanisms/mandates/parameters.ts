import { parameter } from '../../core/parameter.ts';

export const hamzaoui = { title: 'Hamzaoui et al. : le partenariat, le monde associatif et le parapublic à Bruxelles', row: 'seed:S0' } as const;

type Bounds = readonly [number, number];
const rate = (fr: string, en: string, unit: string, value: number, range: Bounds, possible: Bounds, scope: 'structure' | 'territory' | 'funder') =>
  parameter({ label: { fr, en }, unit, value, range, possible, role: 'uncertainty', evidence: 'assumed', source: hamzaoui, scope });

/** How calls are held, what juries look at, how a tie with a funder is made, and when a structure can no longer go on. */
export const parameters = {
  'lot-size': rate('Taille d’un lot', 'Size of a lot', 'EUR a year', 50_000, [20_000, 150_000], [1000, 10_000_000], 'funder'),
  challengers: parameter({
    label: { fr: 'Concurrents invités à chaque lot', en: 'Rivals invited for each lot' },
    unit: 'structures',
    kind: 'integer',
    value: 5,
    range: [2, 8],
    possible: [1, 15],
    role: 'uncertainty',
    evidence: 'assumed',
    source: hamzaoui,
    scope: 'territory',
  }),
  'bid-hours': rate('Temps d’un dossier complet', 'Time of a full file', 'hours', 30, [15, 80], [0, 500], 'structure'),
  'result-weight': rate('Poids du résultat déclaré', 'Weight of the declared result', 'share', 0.3, [0.1, 0.6], [0, 1], 'funder'),
  'price-weight': rate('Poids du prix', 'Weight of price', 'share', 0.3, [0.1, 0.6], [0, 1], 'funder'),
  'form-weight': rate('Poids du dossier', 'Weight of the file', 'share', 0.2, [0.05, 0.4], [0, 1], 'funder'),
  'tie-weight': rate('Poids du lien avec le financeur', 'Weight of the tie with the funder', 'share', 0.2, [0, 0.4], [0, 1], 'funder'),
  jury: rate('Netteté du choix des jurys', 'Sharpness of juries', 'log odds per unit of score', 6, [2, 15], [0, 100], 'funder'),
  'seat-tie': rate('Lien noué par un siège', 'Tie made by a seat', 'share of what is missing a month', 0.02, [0.005, 0.05], [0, 1], 'structure'),
  'contract-tie': rate(
    'Lien noué par un contrat reconduit',
    'Tie made by a contract renewed',
    'share of what is missing a month',
    0.01,
    [0, 0.03],
    [0, 1],
    'structure',
  ),
  'tie-wear': rate('Usure du lien avec le financeur', 'Wear of the tie with the funder', 'share a month', 0.02, [0.005, 0.05], [0, 1], 'structure'),
  'seat-hours': rate('Temps d’un siège', 'Time of a seat', 'hours/month', 4, [1, 10], [0, 60], 'structure'),
  'arrears-months': rate('Retard de ce qui est gagné par appel', 'Delay of money won by call', 'months', 3, [1, 12], [0, 36], 'funder'),
  'grace-months': rate('Mois sans pouvoir payer avant la fermeture', 'Months without means to pay before closing', 'months', 3, [1, 6], [1, 60], 'structure'),
  'merger-hours': rate('Temps pour reprendre une équipe', 'Time to take a team over', 'hours per worker', 60, [20, 150], [0, 1000], 'structure'),
  'merger-loss': rate('Habitudes perdues par ceux qui changent de maison', 'Routines lost by those who move', 'share', 0.5, [0.2, 0.8], [0, 1], 'structure'),
};
