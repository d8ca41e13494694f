import type { Text } from './text.ts';

/** How well a value is known, from strongest to weakest. The page may show A, B, C, D in this order. */
export type Evidence = 'law' | 'measured' | 'estimated' | 'assumed';

/** Who may change it: a decision-maker (lever), nobody knows it (uncertainty), nobody may (constant). */
export type Role = 'lever' | 'uncertainty' | 'constant';

/** The kind of unit a value may differ for, through the arm table. */
export type Scope = 'person' | 'structure' | 'zone' | 'funder' | 'territory';

export interface Source {
  readonly title: string;
  readonly url?: string;
  /** When the source was published or the law came into force, as YYYY or YYYY-MM-DD. */
  readonly date?: string;
  /** Row of the evidence tables it rests on, prefixed: `effect:D1`, `fact:F4`, `seed:S4`. */
  readonly row?: string;
}

/** One of the values of a choice, in the order of its number. */
export interface Choice {
  readonly id: string;
  readonly label: Text;
}

/** A declared number of the model: what it means, in which unit, within which bounds, on whose word. */
export interface Parameter {
  readonly label: Text;
  readonly unit: string;
  readonly value: number;
  /** Plausible values: outside them a scenario is warned about, and allowed. */
  readonly range: readonly [low: number, high: number];
  /** Possible values: outside them a scenario is refused. Defaults to the plausible range. */
  readonly possible?: readonly [low: number, high: number];
  readonly kind?: 'number' | 'integer' | 'boolean' | 'choice';
  /** For a choice: its values; the number stored is the place in this list. */
  readonly choices?: readonly Choice[];
  readonly role: Role;
  readonly evidence: Evidence;
  readonly source: Source;
  readonly scope: Scope;
}

export type Parameters = Readonly<Record<string, Parameter>>;

/** Values of a set of parameters: one number per arm, arm 0 being the scenario itself. */
export type Values<P> = { readonly [K in keyof P]: Float64Array };

/** Checks a declaration where it stands, so that a wrong one never reaches a run. */
export function parameter<const P extends Parameter>(p: P): P {
  const [low, high] = p.range;
  if (!(low <= p.value && p.value <= high)) {
    throw new RangeError(`Parameter "${p.label.en}": ${p.value} ${p.unit} is outside its plausible range [${low}, ${high}].`);
  }
  if ((p.evidence === 'law' || p.evidence === 'measured') && !p.source.url && !p.source.row) {
    throw new Error(`Parameter "${p.label.en}" is graded ${p.evidence}: cite a url or a row of the evidence tables.`);
  }
  return p;
}

export const possibleRange = (p: Parameter): readonly [number, number] => p.possible ?? p.range;
