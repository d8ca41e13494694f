import { levers, parameters } from '../../src/engine/index.ts';
import type { Catalogue } from '../../src/io/known.ts';
import type { Problem, Read } from '../../src/io/problem.ts';

/** The real levers and parameters, and a few names for the rest. */
export const catalogue: Catalogue = {
  parameters,
  levers,
  mechanisms: ['off-loading', 'evaluation', 'claiming'],
  scenarios: ['status-quo', 'mine'],
};

const both = (text: string) => ({ fr: text, en: text });
export const because = both('why');

/** A scenario file with everything it needs, and what a test adds or replaces. */
export const scenarioFile = (over: object = {}) => ({
  schema: 'parcours/scenario@1',
  id: 'mine',
  title: both('title'),
  question: both('question'),
  story: both('story'),
  ...over,
});

export const scenarioText = (over: object = {}) => JSON.stringify(scenarioFile(over), null, 2);

export function value<T>(read: Read<T>): T {
  if (!read.ok) throw new Error(JSON.stringify(read.problems, null, 1));
  return read.value;
}

export const problemsOf = (read: Read<unknown>): readonly Problem[] => (read.ok ? [] : read.problems);
export const codesOf = (read: Read<unknown>) => problemsOf(read).map(({ code }) => code);
