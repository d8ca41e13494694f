import { parseArgs } from 'node:util';
import { nearest } from '../io/nearest.ts';
import type { Problem } from '../io/problem.ts';

export type Option =
  | { readonly kind: 'flag'; readonly short?: string }
  | { readonly kind: 'text'; readonly longest: number }
  | { readonly kind: 'integer'; readonly low: number; readonly high: number }
  | { readonly kind: 'choice'; readonly choices: readonly string[] };

/** Every option of every command: its kind and bounds. Its meaning is in the dictionaries. */
export const options = {
  territory: { kind: 'text', longest: 200 },
  population: { kind: 'integer', low: 1_000, high: 2_000_000 },
  months: { kind: 'integer', low: 1, high: 360 },
  replications: { kind: 'integer', low: 1, high: 10_000 },
  seed: { kind: 'text', longest: 200 },
  id: { kind: 'integer', low: 0, high: 4_294_967_295 },
  versus: { kind: 'text', longest: 4_096 },
  replication: { kind: 'integer', low: 0, high: 9_999 },
  sequences: { kind: 'integer', low: 1, high: 100_000 },
  only: { kind: 'text', longest: 4_096 },
  file: { kind: 'text', longest: 4_096 },
  posterior: { kind: 'text', longest: 4_096 },
  workers: { kind: 'integer', low: 1, high: 256 },
  all: { kind: 'flag' },
  json: { kind: 'flag' },
  out: { kind: 'text', longest: 4_096 },
  force: { kind: 'flag' },
  resolved: { kind: 'flag' },
  lang: { kind: 'choice', choices: ['fr', 'en'] },
  help: { kind: 'flag', short: 'h' },
  version: { kind: 'flag' },
} as const satisfies Readonly<Record<string, Option>>;

export type OptionName = keyof typeof options;
type ValueOf<O> = O extends { kind: 'flag' } ? true : O extends { kind: 'integer' } ? number : string;
export type Values = { readonly [K in OptionName]?: ValueOf<(typeof options)[K]> };

/** What was typed after the name of a command, and everything wrong with it. */
export interface Parsed {
  readonly values: Values;
  readonly positionals: readonly string[];
  readonly problems: readonly Problem[];
}

const known = Object.keys(options) as OptionName[];
const isKnown = (name: string): name is OptionName => Object.hasOwn(options, name);
const specOf = (name: OptionName): Option => options[name];

export const problem = (code: string, path: string, more: Partial<Problem> = {}): Problem => ({ file: '', path, code, severity: 'problem', ...more });

/** Puts back a mistyped option under its nearest name, and takes out one that lacks its value, so that reading can go on. */
function repair(args: readonly string[], accepted: readonly OptionName[], problems: Problem[]): string[] {
  const out: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i]!;
    if (arg === '--') return [...out, ...args.slice(i)];
    const [, typed, inline] = /^--([^=]+)(=.*)?$/s.exec(arg) ?? [];
    if (typed === undefined) {
      out.push(arg);
      continue;
    }
    const near = isKnown(typed) ? typed : nearest(typed, accepted);
    if (!isKnown(typed)) problems.push(problem('unknown-option', `--${typed}`, near ? { nearest: `--${near}` } : { expected: list(accepted) }));
    if (near === undefined || !isKnown(near)) continue;
    const next = args[i + 1];
    const lacksValue = specOf(near).kind !== 'flag' && inline === undefined && (next === undefined || /^--./.test(next));
    if (lacksValue) problems.push(problem('missing-value', `--${near}`, { expected: expectation(near) }));
    else out.push(`--${near}${inline ?? ''}`);
  }
  return out;
}

const list = (names: readonly string[]): string => names.map((name) => `--${name}`).join(' ');

/** What an option takes, without words: bounds or choices. */
function expectation(name: OptionName): string {
  const spec = specOf(name);
  if (spec.kind === 'integer') return `${spec.low}–${spec.high}`;
  return spec.kind === 'choice' ? spec.choices.join(' | ') : '';
}

function readValue(name: OptionName, value: string | undefined, problems: Problem[]): string | number | true | undefined {
  const spec = specOf(name);
  const complain = (code: string) => void problems.push(problem(code, `--${name}`, { found: value ?? '', expected: expectation(name) }));
  if (spec.kind === 'flag') return value === undefined ? true : complain('unexpected-value');
  if (value === undefined || value.trim() === '') return complain('missing-value');
  if (spec.kind === 'choice') {
    if (spec.choices.includes(value)) return value;
    const near = nearest(value, spec.choices);
    return void problems.push(problem('not-a-choice', `--${name}`, { found: value, expected: expectation(name), ...(near ? { nearest: near } : {}) }));
  }
  if (spec.kind === 'text') return value.length <= spec.longest ? value : complain('too-long');
  if (!/^[+-]?\d+$/.test(value)) return complain('not-a-number');
  const number = Number(value);
  return number >= spec.low && number <= spec.high ? number : complain('out-of-bounds');
}

const config = Object.fromEntries(
  known.map((name) => {
    const spec = specOf(name);
    const short = spec.kind === 'flag' && spec.short ? { short: spec.short } : {};
    return [name, { type: spec.kind === 'flag' ? ('boolean' as const) : ('string' as const), ...short }];
  }),
);

/** Reads the options of a command that accepts those in `accepted`, and collects every mistake rather than stop at the first. */
export function parseOptions(args: readonly string[], accepted: readonly OptionName[]): Parsed {
  const problems: Problem[] = [];
  const values: Partial<Record<OptionName, string | number | true>> = {};
  const positionals: string[] = [];
  const seen = new Set<OptionName>();
  const { tokens } = parseArgs({ args: repair(args, accepted, problems), options: config, strict: false, tokens: true, allowPositionals: true });
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind !== 'option') continue;
    const { name } = token;
    if (!isKnown(name)) problems.push(problem('unknown-option', token.rawName, { expected: list(accepted) }));
    else if (!accepted.includes(name)) problems.push(problem('option-elsewhere', `--${name}`, { expected: list(accepted) }));
    else if (seen.has(name)) problems.push(problem('repeated-option', `--${name}`));
    else {
      seen.add(name);
      const value = readValue(name, token.value, problems);
      if (value !== undefined) values[name] = value;
    }
  }
  return { values: values as Values, positionals, problems };
}
