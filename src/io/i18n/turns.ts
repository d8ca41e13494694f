import type { bodies, Cause, FactName, TermName } from '../../engine/index.ts';

/**
 * Words of the turns of a life, in one language. A cause, a term or a network without words does not compile.
 * Templates: `{structure}`, and any fact that the turn declares; the facts that a sentence does not use are told after it.
 */
export interface TurnWords {
  readonly turns: Readonly<Record<Cause, string>>;
  /** How a fact is told beside the sentence, `{n}` being its value. */
  readonly beside: Readonly<Record<FactName, string>>;
  readonly terms: Readonly<Record<TermName, string>>;
  /** A structure by its network and its number in it, as it stands in a sentence. */
  readonly structures: Readonly<Record<(typeof bodies)[number]['key'], string>>;
  readonly nobody: string;
  /** In place of the true case, when it was read as it is. */
  readonly rightly: string;
  readonly levels: readonly string[];
  readonly groups: readonly string[];
  readonly months: { readonly one: string; readonly many: string };
  readonly hours: string;
  readonly percent: string;
  /** What beneath all mechanisms is called. */
  readonly skeleton: string;
  /** `{act} {than}: {terms}`. */
  readonly choice: string;
  readonly choiceAgainst: string;
  /** What was left aside: another act, before a vowel too, or the same act towards another partner. */
  readonly than: { readonly another: string; readonly vowel: string; readonly partner: string };
  /** The terms too light to be told apart. */
  readonly others: string;
  readonly total: string;
  readonly joint: string;
  readonly why: string;
  readonly again: string;
}
