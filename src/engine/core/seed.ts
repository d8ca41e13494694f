import seedrandom from 'seedrandom';

/** The two words that every draw of one replication hangs on. */
export interface RunSeed {
  readonly k0: number;
  readonly k1: number;
}

const label = (seed: string, replication: number): string => `${seed.normalize('NFC')}\u0000${replication}`;

/** Key of a replication, from the seed text a user typed and the replication's number. */
export function runSeed(seed: string, replication: number): RunSeed {
  const prng = seedrandom.alea(label(seed, replication));
  return { k0: prng.int32(), k1: prng.int32() };
}

/**
 * One generator per initial attribute, drawn once per person in the order of ids: a larger population
 * extends a smaller one, and a new attribute disturbs no other. Never used in the monthly loop.
 */
export function initialStream(seed: string, replication: number, attribute: string): () => number {
  return seedrandom.alea(`${label(seed, replication)}\u0000${attribute}`);
}
