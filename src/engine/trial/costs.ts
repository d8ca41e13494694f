import type { Context } from '../context.ts';
import { ENTERPRISES } from '../world/enterprises.ts';
import { CLASSES, COUNTED, NEEDS, needs, NONE } from '../world/people.ts';
import { SCHEMES } from '../world/schemes.ts';
import { A, I, L, paid, U, X } from '../world/status.ts';
import { FUNDERS_OF_CONTRACTS } from '../world/structures.ts';
import type { Before, Reading } from './readings.ts';

const CENTS = 100;
const cost = (key: string, fr: string, en: string, read: Reading['read']): Reading => ({ key, unit: 'EUR a month', label: { fr, en }, passing: true, read });

/**
 * Public money of the month that can be told person by person; each euro is in one of them, so that they add up.
 * Left out, since nobody in particular has them: places built and kept up, meetings, checks, the paper of claims, what contracts pay and wages do not.
 */
export const costs: readonly Reading[] = [
  cost('benefit', 'minimum perçu', 'benefit received', benefitOf),
  cost(
    'support-cost',
    'salaires du service référent, partagés selon les heures reçues ; 0 sous un service payé à la personne',
    'wages of the lead service, shared by hours received; 0 under a service paid by the person',
    supportCost,
  ),
  cost(
    'operator-price',
    'prix payé au service à la personne : prise en charge et résultat vrai du mois ; déclarations fausses et partage du résultat non comptés',
    'price paid to a service paid by the person: taken on and true result of the month; untrue results and shared credit left out',
    operatorPrice,
  ),
  cost('place-subsidy', 'aide au poste d’insertion, sans les coupes', 'subsidy of the insertion job, cuts left out', placeSubsidy),
  cost('scheme-cost', 'prix des suivis de financeurs cumulés', 'price of the funders’ schemes held', schemeCost),
  cost('repair-cost', 'réparation des besoins graves', 'repair of severe needs', repairCost),
];

/** Euros of minimum income of the month, the share taken by a sanction left out. */
function benefitOf({ world, rules }: Context, i: number): number {
  const { people } = world;
  const status = people.status[i];
  if (!paid[status] || status === U || status === I) return 0;
  const kept = status === X ? 1 - rules.conditionality['sanction-share'][people.arm[i]] : 1;
  return (people.benefit[i] * kept) / CENTS;
}

const byPerson = ({ structures: s }: Context['world'], j: number): boolean => s.perHead[j] + s.perResult[j] > 0;

function supportCost({ world }: Context, i: number): number {
  const { people, structures: s } = world;
  const j = people.lead[i];
  if (people.status[i] !== A || j === NONE || byPerson(world, j)) return 0;
  let all = 0;
  for (let c = 0; c < CLASSES; c++) all += s.byClass[j * CLASSES + c] * s.hours[j * CLASSES + c];
  return all > 0 ? (s.wages[j] * s.hours[j * CLASSES + people.perceived[i]]) / all / CENTS : 0;
}

function operatorPrice({ world }: Context, i: number, before?: Before): number {
  const { people, structures: s } = world;
  const j = people.lead[i];
  if (!before || j === NONE || !byPerson(world, j)) return 0;
  const taken = people.status[i] === A && before.holder !== j ? s.perHead[j] : 0;
  const result = people.flags[i] & COUNTED && !before.counted ? s.perResult[j] : 0;
  return (taken + result) / CENTS;
}

function placeSubsidy({ world, rules }: Context, i: number): number {
  const { people, enterprises: e } = world;
  const k = people.employer[i];
  if (people.status[i] !== I || k >= ENTERPRISES) return 0;
  let sum = 0;
  for (let x = 0; x < FUNDERS_OF_CONTRACTS; x++) sum += e.subsidy[k * FUNDERS_OF_CONTRACTS + x];
  return (sum * rules.capacity['insertion-subsidy'][0]) / CENTS / CENTS;
}

function schemeCost({ world }: Context, i: number): number {
  let sum = 0;
  for (let k = 0; k < SCHEMES; k++) if (world.people.schemes[i] & (1 << k)) sum += world.schemes.price[k];
  return sum / CENTS;
}

function repairCost({ world, rules }: Context, i: number): number {
  const { people } = world;
  if (people.status[i] === L) return 0;
  let sum = 0;
  for (let n = 0; n < NEEDS; n++) if (people.severe[i] & (1 << n)) sum += rules.books[needs[n].key][0];
  return sum;
}
