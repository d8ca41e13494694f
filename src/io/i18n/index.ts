import type { Problem } from '../problem.ts';
import { formatNumber } from '../format.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';
import { units } from './units.ts';

export type Language = 'fr' | 'en';

type Sentences<T> = { readonly [K in keyof T]: T[K] extends string ? string : Sentences<T[K]> };

/** The keys of the French sentences: a language that lacks one does not compile. */
export type Dictionary = Sentences<typeof fr>;
export type ProblemCode = keyof Dictionary['problems'];

export const dictionaries: Readonly<Record<Language, Dictionary>> = { fr, en };

/** Fills the `{names}` of a template. A name without a value stays as it is, so that a test sees it. */
export const fill = (template: string, values: Readonly<Record<string, string | number | undefined>>) =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

const own = (words: Readonly<Record<string, string>>, key: string | undefined) => (key !== undefined && Object.hasOwn(words, key) ? words[key] : key);

/** A unit in words: `% of today` gives « % d’aujourd’hui ». A unit that has no words is shown as it is declared. */
export const unitWords = (unit: string, lang: Language): string => (Object.hasOwn(units, unit) ? units[unit]?.[lang] : undefined) ?? unit;

/** Joins the two ends of an expected range in the language: `0..1` gives `0 à 1`. */
const range = (expected: string | undefined, words: Dictionary) =>
  expected?.replace(/^(-?[\d.e+]+)\.\.(-?[\d.e+]+)$/, (_, low: string, high: string) => `${low} ${words.to} ${high}`);

const MEBIBYTE = 1024 ** 2;

/** Two sizes in bytes as a reader writes them: in MiB, or to the byte when they would look the same. */
function sizes(found: number, limit: number, lang: Language): { readonly found: string; readonly expected: string } {
  const { mebibytes, bytes } = dictionaries[lang];
  const inMebibytes = (n: number) => fill(mebibytes, { n: formatNumber(n / MEBIBYTE, lang, 1) });
  const exact = (n: number) => fill(bytes, { n: formatNumber(n, lang) });
  const same = inMebibytes(found) === inMebibytes(limit);
  return same ? { found: exact(found), expected: exact(limit) } : { found: inMebibytes(found), expected: inMebibytes(limit) };
}

/** What is wrong, in one or two sentences, without the place. Figures are written as a file writes them. */
export function problemSentence(problem: Problem, lang: Language): string {
  const words = dictionaries[lang];
  const template = own(words.problems, problem.code);
  const sentence = fill(template === undefined || template === problem.code ? words.otherProblem : template, {
    path: problem.path || words.root,
    found: problem.found ?? words.nothing,
    expected: range(own(words.kinds, problem.expected), words) ?? words.nothing,
    unit: problem.unit === undefined ? '' : unitWords(problem.unit, lang),
    ...(problem.code === 'json-too-large' ? sizes(Number(problem.found), Number(problem.expected), lang) : {}),
  });
  return problem.nearest === undefined ? sentence : `${sentence} ${fill(words.nearest, { nearest: problem.nearest })}`;
}

/** Where to find the name wanted, when none is near. */
function listOf({ code, nearest }: Problem, lang: Language): string {
  const lists: Readonly<Record<string, string>> = dictionaries[lang].lists;
  return nearest === undefined && Object.hasOwn(lists, code) ? ` ${lists[code]}` : '';
}

/** A problem on one line, the place first as editors and terminals make it a link: `mine.json:4:12 …`. */
export function problemLine(problem: Problem, lang: Language): string {
  const place = [problem.file, problem.line, problem.column].filter((part) => part !== undefined).join(':');
  const grade = problem.severity === 'warning' ? `${dictionaries[lang].warning}${lang === 'fr' ? '\u00a0' : ''}: ` : '';
  return `${place}  ${grade}${problemSentence(problem, lang)}${listOf(problem, lang)}`;
}
