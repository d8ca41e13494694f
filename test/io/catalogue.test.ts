import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { canonical } from '../../src/io/canonical.ts';
import { builtInCatalogue as catalogue, loadTerritory, scenarioIds, scenarioTexts, territoryIndex } from '../../src/io/catalogue.ts';
import { readScenario, resolveScenario, type Scenario } from '../../src/io/scenario.ts';
import { territoryTexts } from '../../src/io/territory-texts.ts';
import { value } from './builders.ts';

const scenarios = new Map<string, Scenario>([...scenarioTexts].map(([id, text]) => [id, value(readScenario(text, `${id}.json`, catalogue))]));
const rules = (id: string) => value(resolveScenario(scenarios.get(id)!, (other) => scenarios.get(other), catalogue));

test('the scenarios of the product are these, the reference first', () => {
  expect(scenarioIds[0]).toBe('status-quo');
  expect([...scenarioIds].sort()).toEqual([
    'bottom-up',
    'budget-shift',
    'collective-of-missions',
    'consensus-failing-programme',
    'end-of-unemployment-rights',
    'five-missions',
    'four-calls',
    'gip-budget-shift',
    'gip-joint-evaluation',
    'gip-placebo',
    'ground-five-missions',
    'ground-joint-evaluation',
    'ground-outsourcing-half',
    'ground-strict-conditionality',
    'ground-support-first',
    'indicator-met',
    'island-instituted',
    'island-of-trust',
    'joint-evaluation',
    'mission-diagnosis',
    'mission-engineers',
    'mission-evaluation',
    'mission-integration',
    'mission-programmes',
    'move-not-made',
    'nobody-wants',
    'open-debate',
    'outsourcing-half',
    'recession',
    'recession-budget-shift',
    'repair-trap',
    'repair-window',
    'status-quo',
    'strict-conditionality',
    'support-first',
    'top-down',
    'where-budget-shift-loses',
    'where-five-missions-loses',
    'where-joint-evaluation-loses',
    'where-outsourcing-half-loses',
    'where-strict-conditionality-loses',
    'where-support-first-loses',
  ]);
});

test('each is read without a warning and bears the name of its file', () => {
  for (const [id, text] of scenarioTexts) {
    const result = readScenario(text, id, catalogue);
    expect(result.ok && result.warnings).toEqual([]);
    expect(value(result).id).toBe(id);
  }
});

test('each stands for a rule book of its own; the status quo changes nothing', () => {
  expect(rules('status-quo')).toEqual({ set: {}, timeline: [], off: [] });
  expect(new Set(scenarioIds.map((id) => canonical(rules(id)))).size).toBe(scenarioIds.length);
});

test('a combination holds exactly the changes of its parts', () => {
  const changes = (id: string) => rules(id).timeline.flatMap(({ set, ...dates }) => Object.entries(set).map(([lever, v]) => canonical({ ...dates, lever, v })));
  for (const [whole, ...parts] of [
    ['gip-budget-shift', 'gip-joint-evaluation', 'budget-shift'],
    ['recession-budget-shift', 'recession', 'budget-shift'],
  ] as const) {
    expect(changes(whole).sort()).toEqual(parts.flatMap(changes).sort());
  }
});

test('stories have three to six sentences, the same number in both languages', () => {
  const sentences = (text: string) => text.split(/(?<=[.?!])\s+/).length;
  for (const { id, story } of scenarios.values()) {
    expect([id, sentences(story.fr)]).toEqual([id, sentences(story.en)]);
    expect(sentences(story.fr)).toBeGreaterThanOrEqual(3);
    expect(sentences(story.fr)).toBeLessThanOrEqual(6);
  }
});

test('French in scenarios uses French spaces and apostrophes', () => {
  for (const { id, title, question, story, timeline } of scenarios.values()) {
    const french = [title, question, story, ...timeline.map(({ because }) => because)].map(({ fr }) => fr).join('\n');
    expect([id, french.match(/ [;:?!»]|« |\w'\w/g)]).toEqual([id, null]);
  }
});

test('the list of territories has a line per file, presets first', () => {
  expect(territoryIndex.map(({ id }) => id).sort()).toEqual([...territoryTexts.keys()].sort());
  expect(
    territoryIndex
      .filter(({ preset }) => preset)
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['aude', 'bruxelles-capitale', 'ille-et-vilaine', 'la-reunion', 'nord', 'seine-saint-denis']);
  expect(territoryIndex.findIndex(({ preset }) => !preset)).toBe(6);
});

test('a territory is loaded by its id', async () => {
  expect((await loadTerritory('nord'))?.code).toBe('59');
  expect(await loadTerritory('atlantis')).toBeUndefined();
});

const readme = readFileSync(resolve(import.meta.dirname, '../../scenarios/README.md'), 'utf8');

test('the example of the guide is a valid scenario that does something', () => {
  const [, example = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];
  const scenario = value(readScenario(example, 'mine.json', catalogue));
  expect(value(resolveScenario(scenario, (id) => scenarios.get(id), catalogue))).toEqual({ set: { 'capacity.staff': 125 }, timeline: [], off: [] });
});

test.each(['English', 'French'] as const)('the guide lists every scenario in %s, and tells the five texts', (half) => {
  const [english = '', french = ''] = readme.split('\n## En français\n');
  const text = half === 'English' ? english : french;
  for (const id of scenarioIds) expect(text).toContain(`| \`${id}\` |`);
  for (const name of ['S0', 'Hamzaoui', 'S1', 'Terra Nova', 'S2', 'Lyet', 'S3', 'Gérard', 'S4', 'Trombert']) expect(text).toContain(name);
});
