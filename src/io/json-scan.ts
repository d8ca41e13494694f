import { createScanner } from 'jsonc-parser';

/** The kinds of token that say where a text opens, closes and ends (numbers fixed by jsonc-parser, whose enum leaves no trace at run time). */
const openings = new Map([
  [1, '}'],
  [3, ']'],
]);
const closings = new Map([
  [2, '}'],
  [4, ']'],
]);
const commentOrSpace = new Set([12, 13, 14, 15]);
const endOfText = 17;
const unendedString = 2;

/** How a text is nested, before anything recursive reads it. */
export interface Scan {
  /** Place of the bracket that goes deeper than allowed. */
  readonly tooDeep?: number;
  /** Closing brackets still owed at the end of the text, innermost first; a quote when a string never ends. */
  readonly owed: string;
  /** Place of the first thing that follows the value. */
  readonly trailing?: number;
  /** Place of the last token: what is wrong there comes from the text being cut. */
  readonly last: number;
}

/** Reads the brackets of a text without recursion. Strings are skipped; a closing bracket that matches nothing is left to the parser. */
export function scanBrackets(text: string, deepest: number): Scan {
  const scanner = createScanner(text, false);
  const owed: string[] = [];
  let values = 0;
  let last = 0;
  let open = '';
  for (let token: number = scanner.scan(); token !== endOfText; token = scanner.scan()) {
    if (commentOrSpace.has(token)) continue;
    const place = scanner.getTokenOffset();
    if (!owed.length && values++ > 0) return { owed: '', trailing: place, last };
    last = place;
    const opened = openings.get(token);
    if (opened) owed.push(opened);
    if (owed.length > deepest) return { tooDeep: place, owed: '', last };
    if (closings.get(token) === owed.at(-1)) owed.pop();
    open = (scanner.getTokenError() as number) === unendedString && scanner.getPosition() === text.length ? '"' : '';
  }
  return { owed: open + owed.toReversed().join(''), last };
}
