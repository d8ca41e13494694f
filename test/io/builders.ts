import { levers, type Parameter } from '../../src/engine/index.ts';
import type { Catalogue } from '../../src/io/known.ts';
import type { Problem, Read } from '../../src/io/problem.ts';

const pressure = (value: number, range: readonly [number, number]): Parameter => ({
  label: { fr: 'Tension', en: 'Tightness' },
  unit: 'ratio',
  value,
  range,
  role: 'uncertainty',
  evidence: 'assumed',
  source: { title: 'test' },
  scope: 'zone',
});

/** The real levers, and two parameters that stand for those of a mechanism. */
export const catalogue: Catalogue = {
  parameters: new Map<string, Parameter>([
    ...levers.map((l) => [l.id, l] as const),
    ['conjuncture.tightness', pressure(1, [0.5, 1.5])],
    ['conjuncture.inflow', pressure(1, [0.5, 2])],
  ]),
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
