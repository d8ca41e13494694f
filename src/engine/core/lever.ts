import type { Parameter } from './parameter.ts';
import type { Text } from './text.ts';

/** What moving a lever costs, and the mechanism that makes it cost that. No lever is free. */
export interface Cost {
  readonly kind: 'money' | 'minutes' | 'delay';
  /** Key of the mechanism that carries it. */
  readonly mechanism: string;
  readonly meaning: Text;
}

/** A rule a user can set. `id` is `group.name`. */
export interface Lever extends Parameter {
  readonly id: string;
  readonly role: 'lever';
  /** One line: what this changes in the model. */
  readonly meaning: Text;
  /** True for the six that a newcomer sees first. */
  readonly main?: boolean;
  readonly cost: Cost;
  /** Words for some values, in rising order: read by the page, the command line and the documents. */
  readonly levels?: readonly { readonly value: number; readonly label: Text }[];
  /**
   * For a main lever that is a bundle: the detailed levers that each of its values sets.
   * A bundle is only ever a way of writing its details, so the two cannot disagree.
   */
  readonly bundle?: readonly { readonly value: number; readonly sets: Readonly<Record<string, number>> }[];
}

export type LeverSpec = Omit<Lever, 'role'>;
export const lever = (l: LeverSpec): Lever => ({ ...l, role: 'lever' });
