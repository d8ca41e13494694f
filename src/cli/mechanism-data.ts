import { type Mechanism, phases } from '../engine/index.ts';

/** The test that shows a mechanism's pattern, with it and without it. */
export const testOf = ({ key }: Mechanism): string => `test/mechanisms/${key}.test.ts`;

/** A mechanism as data: what it is, when it acts, how it is switched off, its parameters, and what shows its pattern. */
export const mechanismData = (m: Mechanism) => ({
  id: m.id,
  key: m.key,
  label: m.label,
  seeds: m.seeds,
  phases: phases.filter((phase) => m.steps[phase]),
  /** The path of its switch in a scenario: false there turns it off. */
  switch: `switches.${m.key}`,
  off: m.off.words,
  pattern: m.pattern,
  test: testOf(m),
  terms: (m.terms ?? []).map(({ name }) => name),
  parameters: Object.entries(m.parameters).map(([name, p]) => ({ id: `${m.key}.${name}`, ...p })),
  sources: m.sources,
});
