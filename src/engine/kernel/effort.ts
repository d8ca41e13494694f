import { exp, log } from '../core/math.ts';

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
      if (spend(middle, n, people, worth, half, hours) > free) low = middle;
      else high = middle;
    }
    price = high;
  }
  spend(price, n, people, worth, half, hours);
  return price + (available > 0 ? pain * Math.max(0, floors / available - 1) : pain);
}

function spend(price: number, n: number, people: ArrayLike<number>, worth: ArrayLike<number>, half: ArrayLike<number>, hours: Float64Array): number {
  let spent = 0;
  for (let c = 0; c < n; c++) {
    const ratio = worth[c] / (price * half[c]);
    hours[c] = ratio > 1 ? half[c] * log(ratio) : 0;
    spent += people[c] * hours[c];
  }
  return spent;
}
