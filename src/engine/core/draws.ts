import { inPlace } from './record.ts';
import type { RunSeed } from './seed.ts';
import { type Purpose, purposes, streamHash } from './streams.ts';
import { second, threefry } from './threefry.ts';

/** Months before month 0 during which the world settles. */
export const WARM_UP = 24;
/** Draws one unit may make for one purpose in one month. */
export const DRAWS_A_MONTH = 65_536;

/** Draws for one purpose. A draw depends on the run, the purpose, the unit's id, the month and k: on nothing drawn before. */
export interface Stream {
  readonly k0: number;
  readonly k1: number;
}

export type Streams = Readonly<Record<Purpose, Stream>>;

export const TO_UNIT = 1 / 4_294_967_296;

/** Opens every stream of a run: one block each, under the run's key. */
export function openStreams(seed: RunSeed): Streams {
  const streams: Partial<Record<Purpose, Stream>> = {};
  for (const purpose of purposes) {
    const k0 = threefry(seed.k0, seed.k1, streamHash(purpose), 0);
    streams[purpose] = { k0, k1: second[0] };
  }
  return inPlace(streams) as Streams;
}

/** Uniform in [0, 1) for unit `id` in `month`; `k` numbers the draws of one unit within the month. */
export function uniform(stream: Stream, id: number, month: number, k = 0): number {
  return (threefry(stream.k0, stream.k1, id, (month + WARM_UP) * DRAWS_A_MONTH + k) >>> 0) * TO_UNIT;
}

/** The second uniform of the block last drawn. */
export const alsoUniform = (): number => (second[0] >>> 0) * TO_UNIT;

/** A 32-bit lottery number for unit `id` in `month`. */
export function lotteryNumber(stream: Stream, id: number, month: number, k = 0): number {
  return threefry(stream.k0, stream.k1, id, (month + WARM_UP) * DRAWS_A_MONTH + k) >>> 0;
}
