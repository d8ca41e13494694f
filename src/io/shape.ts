import * as v from 'valibot';
import type { Collector } from './collect.ts';
import type { ProblemCode } from './i18n/index.ts';
import { nearest } from './nearest.ts';
import type { Path } from './path.ts';
import { show } from './show.ts';

/** An object that refuses keys it does not know, every one of them. `kind` names it when a plain object would not say enough. */
export const closed = <const E extends v.ObjectEntries>(entries: E, kind = 'object') => v.objectWithRest(entries, v.never(), kind);

/** Gives a check the code of its problem, and what was expected: the sentence comes from the dictionaries. */
export const code = (name: ProblemCode, expected = ''): string => `${name} ${expected}`;

/** A sentence in both languages. */
export const textShape = v.pipe(
  closed({
    fr: v.pipe(v.string(), v.regex(/\S/, code('empty-text'))),
    en: v.pipe(v.string(), v.regex(/\S/, code('empty-text'))),
  }),
  v.description('The same sentence in French and in English. — La même phrase en français et en anglais.'),
);

export const idShape = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, code('bad-id')));

const kindOf: Readonly<Record<string, string>> = {
  string: 'text',
  picklist: 'text',
  number: 'number',
  boolean: 'boolean',
  record: 'object',
  array: 'list',
  union: 'value',
};

interface Shape {
  readonly type: string;
  readonly entries?: Readonly<Record<string, Shape>>;
  readonly item?: Shape;
  readonly value?: Shape;
  readonly wrapped?: Shape;
  /** A shape that holds itself gives what it stands for when asked. */
  readonly getter?: () => Shape;
  readonly options?: readonly Shape[];
}

/** A shape without its wrappings. Among a word and an object, the object; among several objects, none. */
function opened(shape: Shape | undefined): Shape | undefined {
  let here = shape;
  while (here?.wrapped ?? here?.getter ?? here?.options) here = here.wrapped ?? here.getter?.() ?? only(here.options!);
  return here;
}

function only(options: readonly Shape[]): Shape | undefined {
  const objects = options.filter((one) => opened(one)?.entries);
  return objects.length === 1 ? objects[0] : undefined;
}

function shapeAt(shape: Shape, path: Path): Shape | undefined {
  let here = opened(shape);
  for (const step of path) here = opened(typeof step === 'number' ? here?.item : (here?.entries?.[step] ?? here?.value));
  return here;
}

const keysAt = (shape: Shape, path: Path): readonly string[] => Object.keys(shapeAt(shape, path)?.entries ?? {});

/** Checks a value against a shape and tells everything that does not fit. Returns the value, typed, when all fits. */
export function checkShape<S extends v.GenericSchema>(shape: S, value: unknown, problems: Collector): v.InferOutput<S> | undefined {
  const result = v.safeParse(shape, value);
  if (result.success) return result.output;
  const told = new Set<string>();
  for (const issue of ofKind(result.issues as unknown as readonly Issue[])) tell(issue, shape as unknown as Shape, problems, told);
  return undefined;
}

type Issue = v.BaseIssue<unknown>;

/** Kinds of files. */
const kinds = ['scenario', 'territory', 'calibration', 'posterior', 'experiment'];

/** A file that says it is of another kind is told so, and not how its every key differs. */
function ofKind(issues: readonly Issue[]): readonly Issue[] {
  const other = issues.filter(({ type, input, expected, path }) => {
    const [kind, wanted] = [input, expected].map((text) => /^"?parcours\/([a-z]+)@/.exec(String(text))?.[1]);
    return type === 'literal' && path?.length === 1 && path[0]!.key === 'schema' && kind !== wanted && kinds.includes(kind ?? '');
  });
  return other.length > 0 ? other : issues;
}

function tell(issue: Issue, shape: Shape, problems: Collector, told: Set<string>): void {
  const path = (issue.path ?? []).map((item) => item.key as string | number);
  const last = issue.path?.at(-1) as { readonly origin?: string; readonly input?: unknown } | undefined;
  const name = path.at(-1);
  if (last?.origin === 'key') {
    const parent = path.slice(0, -1);
    if (!Array.isArray(last.input)) problems.add('missing-key', path);
    else once(told, parent, () => problems.add('wrong-type', parent, { expected: 'object', found: show(last.input) }));
  } else if (issue.type === 'never' && typeof name === 'string') {
    if (!Array.isArray(last?.input)) problems.add('unknown-key', path, { of: 'key', nearest: nearest(name, keysAt(shape, path.slice(0, -1))) });
  } else if (issue.kind === 'validation') {
    const [check, expected] = issue.message.split(' ') as [ProblemCode, string];
    once(told, [...path, check], () => problems.add(check, path, { found: show(issue.input), expected: expected || undefined }));
  } else if (issue.type === 'literal') {
    problems.add('unknown-schema', path, { found: show(issue.input), expected: issue.expected ?? undefined });
  } else if (within(issue, shape, path).length > 0) {
    for (const one of within(issue, shape, path)) tell({ ...one, path: [...(issue.path ?? []), ...one.path!] } as unknown as Issue, shape, problems, told);
  } else {
    const text = typeof issue.input === 'string';
    problems.add('wrong-type', path, {
      expected: expectedOf(issue),
      found: show(issue.input),
      nearest: issue.type === 'picklist' && text ? nearest(issue.input as string, picks(issue.expected)) : undefined,
    });
  }
}

/** Faults inside an object where a word would also do: they say more than that it fits nothing. */
function within({ type, input, issues }: Issue, shape: Shape, path: Path): readonly Issue[] {
  if (type !== 'union' || Array.isArray(input) || !shapeAt(shape, path)?.entries) return [];
  return (issues ?? []).filter((one) => one.path?.length);
}

/** What was expected: one of a few words, the kind an object was given, or the kind of the value. */
function expectedOf({ type, input, expected, message }: Issue): string | undefined {
  if (type === 'picklist' && typeof input === 'string') return (expected ?? '').replace(/^\(|\)$/g, '').replaceAll(' | ', ', ');
  return type === 'object_with_rest' ? message : kindOf[type];
}

const picks = (expected: string | null) => [...(expected ?? '').matchAll(/"([^"]+)"/g)].map(([, word]) => word!);

/** Several checks of one value, or several missing keys of one list, are told once. */
function once(told: Set<string>, key: Path, tellIt: () => void): void {
  const text = JSON.stringify(key);
  if (!told.has(text)) tellIt();
  told.add(text);
}
