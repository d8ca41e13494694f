import type { Indicator, RunResult } from '../../src/engine/index.ts';

/** Uniform numbers in (0, 1) for tests alone (Marsaglia's xorshift32). */
export function uniforms(seed: number): () => number {
  let state = (seed * 2654435761 + 1) >>> 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state / 4294967296;
  };
  for (let i = 0; i < 16; i++) next();
  return next;
}

/** Standard normal numbers (Box and Muller). */
export function normals(seed: number): () => number {
  const uniform = uniforms(seed);
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

const text = (label: string) => ({ fr: `${label} (fr)`, en: label });
const base = { reading: 'people', definition: text('definition'), denominator: text('everyone'), digits: 0 } as const;

export const jobs: Indicator = { ...base, id: 'jobs', label: text('Jobs'), unit: 'persons', better: 'up', window: 'last-year', kind: 'flow', compute: () => 0 };
export const debt: Indicator = { ...base, id: 'debt', label: text('Debt'), unit: 'EUR', better: 'down', window: 'horizon', kind: 'flow', compute: () => 0 };
export const people: Indicator = {
  ...base,
  id: 'people',
  label: text('People'),
  unit: 'persons',
  better: 'neutral',
  window: 'end',
  kind: 'stock',
  compute: () => 0,
};
export const rate: Indicator = {
  ...base,
  id: 'rate',
  label: text('Rate'),
  unit: '%',
  better: 'up',
  window: 'last-year',
  kind: 'ratio',
  numerator: 'jobs',
  denominatorId: 'people',
  scale: 100,
  trailing: 12,
};
export const indicators: readonly Indicator[] = [jobs, debt, people, rate];

const hex = (seed: number): string => {
  const uniform = uniforms(seed);
  return Array.from({ length: 64 }, () => Math.floor(uniform() * 16).toString(16)).join('');
};

export interface Shape {
  readonly scenario: number;
  readonly replication: number;
  readonly months?: number;
  /** Added to every month of `jobs`. */
  readonly gain?: number;
}

/** A run whose luck comes from its replication and whose level comes from its scenario. */
export function run({ scenario, replication, months = 24, gain = 0 }: Shape): RunResult {
  const luck = normals(replication + 1);
  const own = normals(1000 * (scenario + 1) + replication);
  const series = (make: () => number) => Float64Array.from({ length: months }, make);
  const jobsSeries = series(() => 20 + 5 * luck() + own() + gain);
  const peopleSeries = series(() => 1000 + 10 * luck());
  return {
    key: hex(1 + scenario * 10_000 + replication),
    digest: hex(777 + scenario * 10_000 + replication),
    replication,
    levels: {},
    series: {
      jobs: jobsSeries,
      people: peopleSeries,
      debt: series(() => 3000 + 100 * luck() - 20 * own()),
      rate: jobsSeries.map((j, m) => (100 * j) / peopleSeries[m]!),
    },
  };
}

export const runs = (scenario: number, replications: number, gain = 0): RunResult[] =>
  Array.from({ length: replications }, (_, replication) => run({ scenario, replication, gain }));

/** The same list in an order drawn from a seed. */
export function shuffled<T>(list: readonly T[], seed: number): T[] {
  const uniform = uniforms(seed);
  return list
    .map((item) => [uniform(), item] as const)
    .sort(([a], [b]) => a - b)
    .map(([, item]) => item);
}
