import { slug } from './slug.ts';

/** Edits between two words: letters added, left out, changed, or two neighbours swapped (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1;
      row[j] = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + change);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j]!, before[j - 2]! + 1);
    }
    before = last;
    last = row;
  }
  return last[b.length]!;
}

const longestName = 80;
const lastPart = (name: string) => name.slice(name.lastIndexOf('.') + 1);
const words = (name: string) => slug(name.replace(/([a-z0-9])([A-Z])/g, '$1-$2'));

/** Edits allowed in a name before another one is no longer a fair guess: one in three letters, at least one. */
const tolerance = (name: string) => Math.max(1, Math.floor(name.length / 3));

/**
 * The valid name closest to what was written, without case or accents, or undefined when none is close.
 * A name given without its group (`joint-weight`) is found too. The first of equals wins.
 */
export function nearest(written: string, valid: Iterable<string>): string | undefined {
  const asked = words(written.slice(0, longestName));
  if (!asked) return undefined;
  let best: string | undefined;
  let least = tolerance(asked) + 1;
  for (const name of valid) {
    const whole = editDistance(asked, words(name));
    const distance = Math.min(whole, name.includes('.') ? editDistance(asked, words(lastPart(name))) + 0.5 : whole);
    if (distance >= least) continue;
    best = name;
    least = distance;
  }
  return best;
}
