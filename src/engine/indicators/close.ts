import type { Indicator } from '../core/indicator.ts';

const YEAR = 12;

/** First month of the window, for a run of `months`. */
const opening = (indicator: Indicator, months: number): number =>
  indicator.window === 'horizon' ? 0 : indicator.window === 'end' ? months - 1 : Math.max(0, months - YEAR);

const sum = (series: Float64Array, from: number): number => {
  let total = 0;
  for (let m = from; m < series.length; m++) total += series[m];
  return total;
};

/**
 * The closed value of an indicator over its window: a stock is averaged, a flow is summed and given per year,
 * a ratio is the ratio of the two sums (never a mean of ratios).
 */
export function closeIndicator(indicator: Indicator, series: Readonly<Record<string, Float64Array>>): number {
  const own = series[indicator.id];
  const from = opening(indicator, own.length);
  const length = own.length - from;
  if (indicator.kind !== 'ratio') return indicator.kind === 'stock' ? sum(own, from) / length : (sum(own, from) * YEAR) / length;
  const below = sum(series[indicator.denominatorId], from);
  return below === 0 ? 0 : (indicator.scale * sum(series[indicator.numerator], from)) / below;
}

/** The monthly series of a ratio, each month looking back over its trailing window. */
export function ratioSeries(above: Float64Array, below: Float64Array, trailing: number, scale: number): Float64Array {
  const out = new Float64Array(above.length);
  let up = 0;
  let down = 0;
  for (let m = 0; m < out.length; m++) {
    up += above[m];
    down += below[m];
    if (m >= trailing) {
      up -= above[m - trailing];
      down -= below[m - trailing];
    }
    out[m] = down === 0 ? 0 : (scale * up) / down;
  }
  return out;
}
