import type { Evidence, Figure } from '../../engine/index.ts';
import type { Estimate } from './estimate.ts';
import type { Fact } from './facts.ts';

/** A published figure, as it stands or converted by `scale`. */
export function published(fact: Fact, unit: string, decimals = 0, scale = 1, evidence: Evidence = 'measured'): Figure {
  return { value: round(fact.value * scale, decimals), unit, year: fact.year, evidence, source: fact.source };
}

export interface Given {
  readonly unit: string;
  readonly year: string;
  readonly source: string;
  readonly decimals: number;
  /** Largest value that makes sense, 1 for a share. */
  readonly atMost?: number;
}

/** An estimated figure, with its interval of one standard error. */
export function estimated({ value, factor }: Estimate, { unit, year, source, decimals, atMost = Number.POSITIVE_INFINITY }: Given): Figure {
  return {
    value: round(value, decimals),
    unit,
    year,
    evidence: 'estimated',
    source,
    low: round(value / factor, decimals),
    high: round(Math.min(value * factor, atMost), decimals),
  };
}

/** Several sources named once each. */
export function sourcesOf(facts: readonly { readonly source: string }[]): string {
  return [...new Set(facts.map(({ source }) => source))].join(' ; ');
}

export function round(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}
