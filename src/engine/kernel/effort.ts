import { exp, log } from '../core/math.ts';

/** Share of a person's full monthly yield that `hours` beyond the floor give. */
export const yieldShare = (hours: number, half: number): number => 1 - exp(-hours / half);

/**
 * Spends a month's hours on classes of people so that the last hour is worth the same everywhere.
 * A class whose full yield is worth `worth[c]` gets h₀·ln(worth ÷ (λ·h₀)) hours beyond its floor, or none: that is parking.
 * Hours that files do not claim go outside them, where the first is worth `outside` and each next one less: `room` hours bring it down to its e-th
 * part. λ, the price of an hour, is what the last hour is worth, here or there, and rises by `pain` per unit of floor hours that do not fit.
 * Writes hours beyond the floor to `hours`; returns λ.
 */
export function priceOfAnHour(
  available: number,
  n: number,
  people: ArrayLike<number>,
  worth: ArrayLike<number>,
  half: ArrayLike<number>,
  floor: ArrayLike<number>,
  outside: number,
  pain: number,
  hours: Float64Array,
  room = Number.POSITIVE_INFINITY,
): number {
  let floors = 0;
  let top = outside;
  for (let c = 0; c < n; c++) {
    floors += people[c] * floor[c];
    if (people[c] > 0 && worth[c] / half[c] > top) top = worth[c] / half[c];
  }
  const free = available - floors;
  let price = top;
  if (free > 0) {
    price = clearing(free, n, people, worth, half, 0, 1);
    if (price < outside) price = room === Number.POSITIVE_INFINITY ? outside : clearing(free, n, people, worth, half, room, outside);
  }
  for (let c = 0; c < n; c++) hours[c] = beyondFloor(price, worth[c], half[c]);
  return price + (available > 0 ? pain * Math.max(0, floors / available - 1) : pain);
}
const LEAST_PRICE = 1e-6;

/** Hours beyond the floor that a class is worth at this price. */
function beyondFloor(price: number, worth: number, half: number): number {
  const ratio = worth / (price * half);
  return ratio > 1 ? half * log(ratio) : 0;
}

/**
 * The price at which the free hours are all spent, on files and in the `room` there is outside. With the classes served known it is exact, Σ n·h₀·(ln(worth ÷ h₀) − ln λ) = free;
 * those it would give less than nothing are left out and it is solved again, which only raises it. Never under the least price, so that a worth
 * too small for a logarithm is not asked for one.
 */
function clearing(
  free: number,
  n: number,
  people: ArrayLike<number>,
  worth: ArrayLike<number>,
  half: ArrayLike<number>,
  room: number,
  outside: number,
): number {
  const outsideSum = room * log(outside);
  let price = LEAST_PRICE;
  for (let round = 0; round <= n; round++) {
    let weight = room;
    let sum = outsideSum;
    for (let c = 0; c < n; c++) {
      if (people[c] <= 0 || worth[c] <= price * half[c]) continue;
      weight += people[c] * half[c];
      sum += people[c] * half[c] * log(worth[c] / half[c]);
    }
    if (weight === 0) return price;
    const next = exp((sum - free) / weight);
    if (next <= price * (1 + 1e-15)) return price;
    price = next;
  }
  return price;
}
