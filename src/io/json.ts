import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { type Collector, collector, inOrder, type Locate, type Position } from './collect.ts';
import type { ProblemCode } from './i18n/index.ts';
import { type Scan, scanBrackets } from './json-scan.ts';
import { locator, plainValue, positions } from './json-tree.ts';
import type { Problem, Read } from './problem.ts';
import { shorten } from './show.ts';

/** Bytes of the largest file that is read. */
export const mostBytes = 1024 * 1024;
const deepest = 64;

/** A value read from a text, and where each of its parts stands in it. */
export interface Located {
  readonly value: unknown;
  readonly at: Locate;
}

/** What could be read, and everything wrong with it. A text whose syntax is sound has a value even when keys repeat. */
export interface Parsed {
  readonly located: Located | undefined;
  readonly problems: readonly Problem[];
}

/**
 * Reads a JSON text (UTF-8, at most 1 MiB and 64 levels; no comment, no trailing comma), keeping positions. A byte order mark is skipped.
 * Problems come all at once. Never throws; touches no prototype.
 */
export function readJson(text: string | Uint8Array, file: string): Read<Located> {
  const { located, problems } = parseJson(text, file);
  return located && !problems.length ? { ok: true, value: located, warnings: [] } : { ok: false, problems };
}

/** The same, for readers that go on to check what could be read and tell all problems together. */
export function parseJson(source: string | Uint8Array, file: string): Parsed {
  const text = decode(source);
  if (typeof text !== 'string') return refuse(file, text.code, text.details);
  const position = positions(text);
  const scan = scanBrackets(text, deepest);
  if (scan.tooDeep !== undefined) return refuse(file, 'json-too-deep', { at: position(scan.tooDeep), expected: String(deepest) });

  const problems = collector(file);
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false });
  const lost = errors.find(({ error, offset, length }) => printParseErrorCode(error) === 'UnexpectedEndOfString' && offset + length < text.length);
  const end = lost ? lost.offset + 1 : scan.owed ? scan.last : (scan.trailing ?? text.length);
  addSyntax(text, errors, end, position, problems);
  if (!lost) addEnding(text, scan, position, problems);
  const sound = problems.list.length === 0;
  return { located: tree && located(tree, sound, position, problems), problems: inOrder(problems.list) };
}

/** What is wrong with the end of a text: cut short, or followed by something. Not told when a text left open hides the brackets after it. */
function addEnding(text: string, { owed, trailing }: Scan, position: (offset: number) => Position, problems: Collector): void {
  if (owed) problems.add('json-truncated', [], { at: position(text.trimEnd().length), expected: owed });
  if (trailing === undefined) return;
  problems.add('json-trailing-text', [], { at: position(trailing), found: shorten(text.slice(trailing, trailing + 60).trim()) });
}

function located(tree: Node, sound: boolean, position: (offset: number) => Position, problems: Collector): Located | undefined {
  const value = plainValue(tree, [], position, problems);
  return sound ? { value, at: locator(tree, position) } : undefined;
}

interface Refusal {
  readonly code: ProblemCode;
  readonly details: Parameters<Collector['add']>[2];
}

function refuse(file: string, code: ProblemCode, details: Refusal['details']): Parsed {
  const problems = collector(file);
  problems.add(code, [], details);
  return { located: undefined, problems: problems.list };
}

/** What is said of a file over the limit, for readers that know its size without reading it whole. */
export const tooLarge = (file: string, bytes: number): Problem => ({
  file,
  path: '',
  code: 'json-too-large',
  found: String(bytes),
  expected: String(mostBytes),
  severity: 'problem',
});

function decode(source: string | Uint8Array): string | Refusal {
  const bytes = typeof source === 'string' ? byteLength(source) : source.length;
  if (bytes > mostBytes) return { code: 'json-too-large', details: { found: String(bytes), expected: String(mostBytes) } };
  const text = typeof source === 'string' ? source : utf8(source);
  if (text === undefined) return { code: 'json-not-utf8', details: {} };
  if (text.includes('\0')) return { code: 'json-binary', details: {} };
  if (!text.replace(/^\uFEFF/, '').trim()) return { code: 'json-empty', details: {} };
  return text.replace(/^\uFEFF/, '');
}

const byteLength = (text: string) => (text.length > mostBytes ? text.length : new TextEncoder().encode(text).length);

function utf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

const owing: Readonly<Record<string, string>> = {
  PropertyNameExpected: 'key',
  ValueExpected: 'value',
  ColonExpected: ':',
  CommaExpected: ',',
  CloseBraceExpected: '}',
  CloseBracketExpected: ']',
};

/** One problem a line: the parser's later complaints about a line mostly follow from the first. */
function addSyntax(text: string, errors: readonly ParseError[], end: number, position: (offset: number) => Position, problems: Collector): void {
  let line = 0;
  for (const error of errors) {
    const at = position(error.offset);
    const { code, expected } = explain(text, error);
    const follows = at.line === line && code !== 'json-comment' && code !== 'number-not-finite';
    const signed = code === 'number-not-finite' && /[-+]/.test(text[error.offset - 1] ?? '');
    if (error.offset >= end || follows || signed) continue;
    line = at.line;
    problems.add(code, [], { at, expected, found: shorten(text.slice(error.offset, error.offset + Math.max(1, error.length))) });
  }
}

function explain(text: string, { error, offset }: ParseError): { code: ProblemCode; expected?: string } {
  const name = printParseErrorCode(error);
  const here = text.slice(offset, offset + 9);
  if (name === 'InvalidCommentToken') return { code: 'json-comment' };
  if (/^[-+]?(NaN|Infinity)/.test(here)) return { code: 'number-not-finite' };
  if (/^[}\]]/.test(here) && text.slice(0, offset).trimEnd().endsWith(',')) return { code: 'json-trailing-comma' };
  if (here.startsWith("'")) return { code: 'json-single-quote' };
  if (name === 'UnexpectedEndOfString') return { code: 'json-open-string' };
  const expected = owing[name];
  return expected ? { code: 'json-expected', expected } : { code: 'json-symbol' };
}
