const YEAR = 12;

/**
 * A monthly flow as a yearly one: the sum of the last twelve months, so that a curve has the unit of its indicator.
 * In the first year, what has passed is brought to a year.
 */
export function trailingYear(flow: Float64Array): Float64Array {
  let sum = 0;
  return flow.map((value, month) => {
    sum += value - (month >= YEAR ? flow[month - YEAR]! : 0);
    return month < YEAR ? (sum * YEAR) / (month + 1) : sum;
  });
}
