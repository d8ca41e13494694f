import { lotteryNumber, type Stream } from './draws.ts';

const BUCKETS = 4096;
const SHIFT = 20; // 32 bits down to 12

/**
 * Gives `places` to the best of `n` candidates: rank by priority (0 best … 255), then by lottery number, then by id.
 * Row order never counts. Sets `won[i]` to 1 or 0. No allocation: `heads` must hold `BUCKETS_NEEDED` counters.
 */
export const BUCKETS_NEEDED = 256 + BUCKETS;

export function lottery(places: number, n: number, priority: Uint8Array, number: Uint32Array, id: Uint32Array, won: Uint8Array, heads: Uint32Array): void {
  if (places >= n) {
    won.fill(1, 0, n);
    return;
  }
  won.fill(0, 0, n);
  if (places <= 0) return;
  const cut = cutPriority(places, n, priority, heads);
  let left = places;
  for (let i = 0; i < n; i++) {
    if (priority[i] < cut) {
      won[i] = 1;
      left--;
    }
  }
  heads.fill(0, 256, 256 + BUCKETS);
  for (let i = 0; i < n; i++) if (priority[i] === cut) heads[256 + (number[i] >>> SHIFT)]++;
  let bucket = 0;
  while (left >= heads[256 + bucket]) left -= heads[256 + bucket++];
  for (let i = 0; i < n; i++) {
    if (priority[i] === cut && number[i] >>> SHIFT < bucket) won[i] = 1;
  }
  takeSmallest(left, n, cut, bucket, priority, number, id, won);
}

/**
 * The same, each candidate’s number drawn by id and `k` for the month. Only those of the priority at which places run out are drawn: nobody reads the others.
 */
export function keyedLottery(places: number, n: number, { priority, number, ids, won, heads }: Candidates, stream: Stream, month: number, k: number): void {
  if (places > 0 && places < n) {
    const cut = cutPriority(places, n, priority, heads);
    for (let i = 0; i < n; i++) if (priority[i] === cut) number[i] = lotteryNumber(stream, ids[i], month, k);
  }
  lottery(places, n, priority, number, ids, won, heads);
}

/** Columns of the candidates of a lottery, and its counters. */
interface Candidates {
  readonly priority: Uint8Array;
  readonly number: Uint32Array;
  readonly ids: Uint32Array;
  readonly won: Uint8Array;
  readonly heads: Uint32Array;
}

/** The priority class in which places run out. */
function cutPriority(places: number, n: number, priority: Uint8Array, heads: Uint32Array): number {
  heads.fill(0, 0, 256);
  for (let i = 0; i < n; i++) heads[priority[i]]++;
  let cut = 0;
  let left = places;
  while (left >= heads[cut]) left -= heads[cut++];
  return cut;
}

/** Within the bucket where places run out, the smallest numbers win, one at a time (a few candidates). */
function takeSmallest(
  places: number,
  n: number,
  cut: number,
  bucket: number,
  priority: Uint8Array,
  number: Uint32Array,
  id: Uint32Array,
  won: Uint8Array,
): void {
  for (let left = places; left > 0; left--) {
    let best = -1;
    for (let i = 0; i < n; i++) {
      if (won[i] || priority[i] !== cut || number[i] >>> SHIFT !== bucket) continue;
      if (best < 0 || number[i] < number[best] || (number[i] === number[best] && id[i] < id[best])) best = i;
    }
    won[best] = 1;
  }
}
