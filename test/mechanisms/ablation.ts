import { beforeAll, describe, expect, test } from 'vitest';
import { type Arm, type Rules, type RunRequest, settle, simulate, type World } from '../../src/engine/index.ts';
import { mechanisms } from '../../src/engine/mechanisms/index.ts';
import { cloneWorld } from '../../src/engine/world/world.ts';
import { estimate } from '../../src/experiments/estimate.ts';
import type { Estimate } from '../../src/experiments/types.ts';
import { loadTerritory } from '../../src/io/catalogue.ts';
import { type Look, Reading } from './reading.ts';

/** A rule book of the design: what differs from the territory's own. */
export interface Book extends Partial<Pick<Rules, 'set' | 'timeline'>> {
  readonly arms?: readonly Arm[];
  /** Changes the world of month 0 for this book alone. */
  readonly prepare?: (world: World) => void;
}

/** A declared pattern as a contrast, written so that the pattern is a positive number; without the mechanism it lies within `margin` of zero. */
export interface Pattern<B extends string> {
  readonly margin: number;
  contrast(runs: Readonly<Record<B, Reading>>): number;
  /** Where the pattern is that the contrast does not need the mechanism: it stands beyond the margin without it too. */
  readonly remains?: boolean;
  /** Why the model does not show this declared pattern: the test then asks that it is still not shown, and fails the day it is. */
  readonly absent?: string;
}

export interface Design<B extends string> {
  readonly population?: number;
  readonly months: number;
  readonly replications?: number;
  readonly books: Readonly<Record<B, Book>>;
  /** Mechanisms that stand aside in every run from month 0, with and without the one tested: what makes the world a purpose-made one. */
  readonly aside?: readonly string[];
  /** Changes the world of month 0, the same for every run of a replication. */
  readonly prepare?: (world: World) => void;
  /** Called at the end of each month with the world as it stood a month before. */
  readonly look?: Look;
  readonly patterns: Readonly<Record<string, Pattern<B>>>;
}

interface Finding {
  readonly with: Estimate;
  readonly without: Estimate;
}

declare module 'vitest' {
  interface TaskMeta {
    contrast?: { mechanism: string; margin: number; with: string; without: string; n: number; seconds: number };
  }
}

const LEAST_REPLICATIONS = 20;

/** Mechanisms by which structures close, merge, move or argue: aside, where what is tested is how a service treats people. */
export const institutions = ['operators', 'standardisation', 'collective-stance', 'mandates', 'deliberation', 'meaning', 'mobility'] as const;
const aude = (await loadTerritory('aude'))!;

/** One replication under every book, on and off: one warm-up, one population, one luck. */
function replicate<B extends string>(key: string, design: Design<B>, replication: number): Record<'with' | 'without', Record<B, Reading>> {
  const base: RunRequest = {
    rules: { set: {}, timeline: [], off: [] },
    territory: aude,
    population: design.population ?? 1_000,
    months: design.months,
    seed: `ablation ${key}`,
    replication,
  };
  const from = settle(base);
  design.prepare?.(from);
  const under = (off: readonly string[]) => {
    const read = ([name, { set = {}, timeline = [], arms = [], prepare }]: [string, Book]) => {
      const own = prepare ? cloneWorld(from) : from;
      prepare?.(own);
      const reading = new Reading(own, design.look);
      const { series } = simulate({ ...base, arms, rules: { set, timeline, off } }, { from: own, onMonth: reading.see });
      reading.series = series;
      return [name, reading] as const;
    };
    return Object.fromEntries(Object.entries<Book>(design.books).map(read)) as Record<B, Reading>;
  };
  const aside = design.aside ?? [];
  return { with: under(aside), without: under([...aside, key]) };
}

function compare<B extends string>(key: string, design: Design<B>): Record<string, Finding> {
  const n = design.replications ?? LEAST_REPLICATIONS;
  const names = Object.keys(design.patterns);
  const on: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  const off: Record<string, number[]> = Object.fromEntries(names.map((name) => [name, []]));
  for (let r = 0; r < n; r++) {
    const runs = replicate(key, design, r);
    for (const name of names) {
      on[name]!.push(design.patterns[name]!.contrast(runs.with));
      off[name]!.push(design.patterns[name]!.contrast(runs.without));
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, { with: estimate(on[name]!, 'paired-difference'), without: estimate(off[name]!, 'paired-difference') }]),
  );
}

const written = ({ mean, low, high }: Estimate) => `${mean.toPrecision(4)} [${low?.toPrecision(4)}, ${high?.toPrecision(4)}]`;

/**
 * The ablation test of the mechanism `key`. Each pattern passes when its 95 % interval over replications stands beyond the margin with the
 * mechanism and within the margin of zero without it: so no pattern can pass on a world where the mechanism does nothing.
 */
export function ablation<B extends string>(key: string, design: Design<B>): void {
  if (!mechanisms.some((m) => m.key === key)) throw new Error(`No mechanism "${key}".`);
  if (design.aside?.includes(key)) throw new Error(`"${key}" cannot stand aside in its own test.`);
  if ((design.replications ?? LEAST_REPLICATIONS) < LEAST_REPLICATIONS) throw new Error(`At least ${LEAST_REPLICATIONS} replications.`);
  describe(`${key}, on and off`, () => {
    let found: Record<string, Finding>;
    let seconds = 0;
    beforeAll(() => {
      const start = performance.now();
      found = compare(key, design);
      seconds = (performance.now() - start) / 1000;
    });
    for (const [name, { margin, remains, absent }] of Object.entries<Pattern<B>>(design.patterns)) {
      const declare = absent ? test.fails : test;
      declare(absent ? `${name} (not shown: ${absent})` : name, ({ task }) => {
        const { with: on, without: off } = found[name]!;
        task.meta.contrast = { mechanism: key, margin, with: written(on), without: written(off), n: on.n, seconds };
        expect(on.low, `with the mechanism: ${written(on)}, to stand over ${margin}`).toBeGreaterThan(margin);
        if (remains) {
          expect(off.low, `without it: ${written(off)}, to stand over ${margin} still`).toBeGreaterThan(margin);
          return;
        }
        expect(off.low, `without it: ${written(off)}, to stay within ${margin} of zero`).toBeGreaterThanOrEqual(-margin);
        expect(off.high, `without it: ${written(off)}, to stay within ${margin} of zero`).toBeLessThanOrEqual(margin);
      });
    }
  });
}
