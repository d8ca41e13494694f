/** The blanks of a problem's sentence. */
export interface Told {
  readonly found: string;
  readonly expected: string;
  readonly nearest: string;
}
