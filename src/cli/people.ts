import type { Territory } from '../engine/index.ts';
import { engineCatalogue } from '../io/known.ts';

/** Adults on minimum income in a territory, whom the agents stand for. */
export function realPeople({ minimumIncomeHouseholds }: Territory): number {
  const adults = engineCatalogue.parameters.get('world.adults-per-household')?.value ?? 1;
  return minimumIncomeHouseholds.value * adults;
}
