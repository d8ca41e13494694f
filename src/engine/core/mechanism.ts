import type { Context } from '../context.ts';
import type { Term } from '../kernel/terms.ts';
import type { Parameters, Source, Values } from './parameter.ts';
import type { Phase } from './phase.ts';
import type { Text } from './text.ts';

/** What a mechanism does in one phase of one month. */
export type Step<P> = (context: Context, values: Values<P>) => void;
export type Steps<P> = { readonly [K in Phase]?: Step<P> };

/**
 * One rule of the model. It meets the others only in the columns of the world and in the terms it adds to the decision kernel.
 * `off` says what stands in its place when it is switched off, in words and in code.
 */
export interface Mechanism<P extends Parameters = Parameters> {
  readonly id: `M${number}`;
  readonly key: string;
  readonly label: Text;
  /** Texts it comes from: `S0` … `S4`, or `evidence`. */
  readonly seeds: readonly string[];
  /** The pattern it must show, tested with it and without it. */
  readonly pattern: Text;
  readonly parameters: P;
  readonly steps: Steps<P>;
  readonly terms?: readonly Term[];
  readonly off: { readonly words: Text; readonly steps?: Steps<P> };
  readonly sources: readonly Source[];
}

export const mechanism = <const P extends Parameters>(m: Mechanism<P>): Mechanism => m as unknown as Mechanism;
