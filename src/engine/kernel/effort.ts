import { exp, log } from '../core/math.ts';

/** Halvings of the range of the price. */
const STEPS = 40;

/** Share of a person's full monthly yield that `hours` beyond the floor give. */
export const yieldShare = (hours: number, half: number): number => 1 - exp(-hours / half);

/**
 * Spends a month's hours on classes of people so that the last hour is worth the same everywhere.
 * A class whose full yield is worth `worth[c]` gets h₀·ln(worth ÷ (λ·h₀)) hours beyond its floor, or none: that is parking.
 * λ, the price of an hour, is at least what an hour is worth outside (`outside`), and rises by `pain` per unit of floor hours that do not fit.
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
    let low = Math.max(outside, 1e-6);
    let high = Math.max(top, low);
    for (let s = 0; s < STEPS; s++) {
      const middle = (low + high) / 2;
      if (spent(middle, n, people, worth, half) > free) low = middle;
      else high = middle;
    }
    price = high;
  }
  for (let c = 0; c < n; c++) hours[c] = beyondFloor(price, worth[c], half[c]);
  return price + (available > 0 ? pain * Math.max(0, floors / available - 1) : pain);
}

/** Hours beyond the floor that a class is worth at this price. */
function beyondFloor(price: number, worth: number, half: number): number {
  const ratio = worth / (price * half);
  return ratio > 1 ? half * log(ratio) : 0;
}

/** Hours beyond the floor spent at this price on all the people there are. */
function spent(price: number, n: number, people: ArrayLike<number>, worth: ArrayLike<number>, half: ArrayLike<number>): number {
  let sum = 0;
  for (let c = 0; c < n; c++) if (people[c] > 0) sum += people[c] * beyondFloor(price, worth[c], half[c]);
  return sum;
}
