import { exp } from './math.ts';

/** A function read from a table by linear interpolation: the same bits in every host, at the price of one lookup. */
export interface Curve {
  readonly low: number;
  readonly scale: number;
  readonly values: Float64Array;
}

/** Tabulates `f` over [low, high] in `steps` steps. */
export function tabulate(f: (x: number) => number, low: number, high: number, steps: number): Curve {
  const values = new Float64Array(steps + 2);
  for (let i = 0; i <= steps; i++) values[i] = f(low + ((high - low) * i) / steps);
  values[steps + 1] = values[steps];
  return { low, scale: steps / (high - low), values };
}

/** The curve at x, held constant beyond its ends. */
export function at({ low, scale, values }: Curve, x: number): number {
  const t = (x - low) * scale;
  const last = values.length - 2;
  if (!(t > 0)) return values[0];
  if (t >= last) return values[last];
  const i = Math.floor(t);
  return values[i] + (values[i + 1] - values[i]) * (t - i);
}

/** exp over [−8, 4], to 1e-5 relative: for what everyone needs every month. */
export const expCurve: Curve = tabulate(exp, -8, 4, 8192);
