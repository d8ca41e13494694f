/**
 * Holm's adjustment of a family of p values, in the order given: under 0.05 on an adjusted value, the chance of even one
 * false finding in the family stays under 5 %, whatever ties the indicators together (Holm 1979).
 */
export function holm(p: readonly number[]): number[] {
  const order = p.map((_, i) => i).sort((a, b) => p[a]! - p[b]! || a - b);
  const adjusted = new Array<number>(p.length).fill(1);
  let worst = 0;
  order.forEach((place, rank) => {
    worst = Math.max(worst, Math.min(1, p[place]! * (p.length - rank)));
    adjusted[place] = worst;
  });
  return adjusted;
}
