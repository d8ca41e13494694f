import type { Text } from './text.ts';

/** Which months of a run an indicator's closed value looks at. It is part of its name in every table. */
export type Window = 'last-year' | 'horizon' | 'end';

export type Reading = 'people' | 'service' | 'funder' | 'territory';

export interface IndicatorBase {
  readonly id: string;
  readonly label: Text;
  /** `persons`, `%`, `months`, `EUR`, `EUR/month`, `hours`, `index`, … */
  readonly unit: string;
  readonly definition: Text;
  readonly better: 'up' | 'down' | 'neutral';
  readonly reading: Reading;
  readonly window: Window;
  /** What the figure is out of, in words. */
  readonly denominator: Text;
  /** Digits after the decimal mark that a reader needs. */
  readonly digits: number;
  /** True when first shown: the short table. */
  readonly main?: boolean;
}

/** A stock (its closed value is the mean over the window, or the last month) or a flow (the sum over the window, per year). */
export interface Measured<W> extends IndicatorBase {
  readonly kind: 'stock' | 'flow';
  compute(world: W): number;
}

/** `scale · Σ numerator ÷ Σ denominator`; each month's value looks back over `trailing` months. Zero when the denominator is. */
export interface Ratio extends IndicatorBase {
  readonly kind: 'ratio';
  readonly numerator: string;
  readonly denominatorId: string;
  readonly scale: number;
  readonly trailing: number;
}

export type Indicator<W = unknown> = Measured<W> | Ratio;
