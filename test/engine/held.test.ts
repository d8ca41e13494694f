import { expect, test } from 'vitest';
import { type Figure, type RunRequest, settle, simulate } from '../../src/engine/index.ts';
import { header } from '../../src/engine/world/world.ts';
import { requestOf, rulesOf, territoryOf } from './worlds.ts';

const SHORT_END = 'labour.short-end';
const aude = territoryOf('aude');

const figure = (value: number): Figure => ({ value, unit: 'share a month', year: '2024', evidence: 'assumed', source: 's' });
/** The Aude where some parameters stand at values of its own. */
const holding = (values: Readonly<Record<string, number>>) => ({
  ...aude,
  values: Object.fromEntries(Object.entries(values).map(([id, value]) => [id, figure(value)])),
});
const small = (over: Partial<RunRequest>): RunRequest => requestOf({ population: 400, months: 6, seed: 'held', ...over });
const series = (request: RunRequest) => simulate(request).series;

/** Ends of short jobs in force each month, warm-up included. */
function inForce(request: RunRequest): number[] {
  const seen: number[] = [];
  const note = ({ rules }: { readonly rules: Readonly<Record<string, Readonly<Record<string, Float64Array>>>> }) => {
    seen.push(rules.labour!['short-end']![0]!);
  };
  simulate(request, { from: settle(request, { onMonth: note }), onMonth: note });
  return seen;
}
const always = (value: number, months: number): number[] => Array(months).fill(value);

test('a value held by a territory stands from the warm-up on, where nothing else is said', () => {
  expect(inForce(small({ territory: holding({ [SHORT_END]: 0.3 }) }))).toEqual(always(0.3, 30));
});

test('one drawn for the run stands in its place', () => {
  expect(inForce(small({ territory: holding({ [SHORT_END]: 0.3 }), parameters: { [SHORT_END]: 0.2 } }))).toEqual(always(0.2, 30));
  expect(inForce(small({ territory: holding({ [SHORT_END]: 0.3 }), parameters: { 'labour.leave': 0.01 } }))).toEqual(always(0.3, 30));
});

test('and what a scenario sets stands over both from month 0, as do its changes, which start from the value held', () => {
  const territory = holding({ [SHORT_END]: 0.3 });
  const rules = rulesOf({ set: { [SHORT_END]: 0.1 } });
  expect(inForce(small({ territory, rules }))).toEqual([...always(0.3, 24), ...always(0.1, 6)]);
  expect(inForce(small({ territory, rules, parameters: { [SHORT_END]: 0.2 } }))).toEqual([...always(0.2, 24), ...always(0.1, 6)]);
  const timeline = [{ at: 2, over: 2, set: { [SHORT_END]: 0.5 } }];
  const moved = inForce(small({ territory, rules: rulesOf({ timeline }) })).slice(24);
  moved.forEach((value, m) => {
    expect(value).toBeCloseTo([0.3, 0.3, 0.4, 0.5, 0.5, 0.5][m]!, 12);
  });
});

test.each(['labour.short-end', 'people.working', 'kernel.support-effect', 'needs.crisis'])('a value of %s acts on the run as the same one drawn', (id) => {
  const value = { 'labour.short-end': 0.3, 'people.working': 0.5, 'kernel.support-effect': 3, 'needs.crisis': 0.1 }[id]!;
  const held = series(small({ territory: holding({ [id]: value }) }));
  expect(held).toEqual(series(small({ parameters: { [id]: value } })));
  expect(held).toEqual(series(small({ territory: holding({ [id]: 0 }), parameters: { [id]: value } })));
  expect(held).not.toEqual(series(small({})));
});

test('a value that changes who people are does so from the first of them', () => {
  const old = settle(small({ territory: holding({ 'people.fragile-share': 0 }) }));
  const drawn = settle(small({ parameters: { 'people.fragile-share': 0 } }));
  expect(old.head[header.rows]).toBe(drawn.head[header.rows]);
  expect(old.people.flags).toEqual(drawn.people.flags);
  expect(old.people.flags).not.toEqual(settle(small({})).people.flags);
});

test('a territory that holds nothing runs as before', () => {
  expect(series(small({ territory: holding({}) }))).toEqual(series(small({})));
});
