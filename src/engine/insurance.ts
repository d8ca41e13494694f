import type { Context } from './context.ts';
import { RIGHTS_IN_A_MONTH } from './world/people.ts';

/** A month's work adds as much to the rights to unemployment insurance, up to the longest. Left out: that work long past is forgotten. */
export function earn({ world: { people }, rules }: Context, i: number, months: number): void {
  const most = Math.round(RIGHTS_IN_A_MONTH * rules.labour['rights-most'][people.arm[i]]);
  people.rights[i] = Math.min(most, people.rights[i] + Math.round(RIGHTS_IN_A_MONTH * months));
}

/** Whether enough was worked to open rights. What is left of open rights is kept by whoever finds a job again, and closes here under the least that opens them. */
export const entitledToInsurance = ({ world: { people }, rules }: Context, i: number): boolean =>
  people.rights[i] >= Math.round(RIGHTS_IN_A_MONTH * rules.labour['rights-after'][people.arm[i]]);
