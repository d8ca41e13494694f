import type { SentenceKey } from '../../experiments/words.ts';

/** How an amount in a unit is written, `{n}` being the number. */
export interface UnitWords {
  readonly one: string;
  readonly many: string;
  /** In millions, for money. */
  readonly millions?: string;
}

/** The dictionary of findings in one language: a missing sentence does not compile. */
export interface Findings {
  readonly sentences: Readonly<Record<SentenceKey, string>>;
  readonly units: Readonly<Record<string, UnitWords>>;
}
