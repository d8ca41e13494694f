import { type Context, tally } from '../context.ts';
import type { IndicatorBase, Measured, Ratio } from '../core/indicator.ts';
import { fromGrains } from '../core/money.ts';
import { stock } from '../observe.ts';
import { header } from '../world/world.ts';

type Named = Omit<IndicatorBase, 'window' | 'denominator'> & Partial<Pick<IndicatorBase, 'window' | 'denominator'>>;

const EVERYONE = { fr: 'tout le territoire', en: 'the whole territory' } as const;

/** Real people counted by a flow of the month. */
export const people =
  (flow: keyof typeof tally) =>
  ({ world, scratch }: Context): number =>
    scratch.tally[tally[flow]] * world.head[header.scale];

/** Real people in a status, or in a sum of statuses. */
export const inStatus =
  (...places: readonly number[]) =>
  ({ world, scratch }: Context): number =>
    places.reduce((sum, s) => sum + scratch.stock[s], 0) * world.head[header.scale];

/** Mean over people with the right open of a trait summed in grains, from 0 to 100. */
export const meanTrait =
  (sum: keyof typeof stock) =>
  ({ scratch }: Context): number =>
    scratch.stock[stock.rightOpen] === 0 ? 0 : (100 * fromGrains(scratch.stock[stock[sum]])) / scratch.stock[stock.rightOpen];

/** A stock: its closed value is the mean over the last year of the run. */
export const stockOf = (base: Named, compute: (context: Context) => number): Measured<Context> => ({
  window: 'last-year',
  denominator: EVERYONE,
  ...base,
  kind: 'stock',
  compute,
});

/** A flow: its closed value is a yearly sum over the whole run. */
export const flowOf = (base: Named, compute: (context: Context) => number): Measured<Context> => ({
  window: 'horizon',
  denominator: EVERYONE,
  ...base,
  kind: 'flow',
  compute,
});

/** A ratio of two flows over the whole run, each month looking back a year. */
export const ratioOf = (base: Named, numerator: string, denominatorId: string, scale: number): Ratio => ({
  window: 'horizon',
  denominator: EVERYONE,
  ...base,
  kind: 'ratio',
  numerator,
  denominatorId,
  scale,
  trailing: 12,
});
