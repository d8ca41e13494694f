import { halfWidth } from './estimate.ts';
import { moments, percentile } from './sums.ts';
import type { Band } from './types.ts';

/** Monthly series by indicator id, as a run returns them. */
export type Series = Readonly<Record<string, Float64Array>>;

export interface Bands {
  /** Adds a finished replication, in any order. Throws a RangeError when it was already added or its months differ. */
  add(replication: number, series: Series): void;
  /** Bands of the indicators named over all replications added so far: the same bits whatever the order they came in. */
  finish(ids: readonly string[]): Record<string, Band>;
  readonly n: number;
}

/** Month by month over replications. With a single one, `low`, `high`, `p5` and `p95` hold NaN: luck is unknown. */
export function bandOf(series: readonly Float64Array[]): Band {
  const n = series.length;
  const months = series[0]?.length ?? 0;
  const blank = () => new Float64Array(months).fill(Number.NaN);
  const band = { mean: blank(), low: blank(), high: blank(), p5: blank(), p95: blank(), n };
  const factor = n < 2 ? 0 : halfWidth(n);
  const values = new Float64Array(n);
  for (let month = 0; month < months; month++) {
    for (let r = 0; r < n; r++) values[r] = series[r]![month]!;
    const { mean, sd } = moments(values);
    band.mean[month] = mean;
    if (n < 2) continue;
    band.low[month] = mean - factor * sd;
    band.high[month] = mean + factor * sd;
    values.sort();
    band.p5[month] = percentile(values, 0.05);
    band.p95[month] = percentile(values, 0.95);
  }
  return band;
}

/** Bands that grow as replications come in. Holds the series it is given; copies nothing. */
export function createBands(): Bands {
  const added = new Map<number, Series>();
  const column = (id: string): Float64Array[] => {
    const series = [...added]
      .sort(([a], [b]) => a - b)
      .map(([replication, all]) => {
        const own = all[id];
        if (!own) throw new RangeError(`Replication ${replication} has no series "${id}".`);
        return own;
      });
    if (series.some((own) => own.length !== series[0]!.length)) throw new RangeError(`The series "${id}" differ in length between replications.`);
    return series;
  };
  return {
    add(replication, series) {
      if (added.has(replication)) throw new RangeError(`Replication ${replication} was already added.`);
      added.set(replication, series);
    },
    finish: (ids) => Object.fromEntries(ids.map((id) => [id, bandOf(column(id))])),
    get n() {
      return added.size;
    },
  };
}
