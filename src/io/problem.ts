/** One thing wrong with a file or an option: where, what was found, what was expected, the nearest valid name. */
export interface Problem {
  readonly file: string;
  readonly line?: number;
  readonly column?: number;
  /** Dotted path inside the file, `timeline[1].set.budget.shift`, or the option, `--months`. */
  readonly path: string;
  /** Stable code, key of its sentence in the dictionaries. */
  readonly code: string;
  readonly found?: string;
  readonly expected?: string;
  readonly nearest?: string;
  /** Unit of what was expected, as its declaration names it: `share`, `months`. */
  readonly unit?: string;
  /** A warning lets the run go on. */
  readonly severity: 'problem' | 'warning';
}

export type Read<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Problem[] }
  | { readonly ok: false; readonly problems: readonly Problem[] };
