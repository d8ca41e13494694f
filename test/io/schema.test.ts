import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { levers } from '../../src/engine/index.ts';
import { scenarioSchema } from '../../src/io/schema.ts';
import { generatedFiles } from '../../src/tools/schema-files.ts';
import { catalogue } from './builders.ts';

const root = resolve(import.meta.dirname, '../..');

test.each([...generatedFiles()])('%s is up to date (npm run prepare, then npm run schemas)', (path, text) => {
  expect(readFileSync(resolve(root, path), 'utf8')).toBe(text);
});

interface Node {
  readonly properties?: Record<string, Node>;
  readonly items?: Node;
  readonly additionalProperties?: unknown;
  readonly [key: string]: unknown;
}
const schema = scenarioSchema(catalogue) as Node;
const set = schema.properties!.set!;
const changeSet = schema.properties!.timeline!.items!.properties!.set!;

test('every lever and parameter has its place, in settings and in changes, and no other name has', () => {
  for (const place of [set, changeSet]) {
    expect(Object.keys(place.properties!)).toEqual([...catalogue.parameters.keys()].sort());
    expect(place.additionalProperties).toBe(false);
  }
});

test('values are bounded as their declaration says', () => {
  const at = (id: string) => changeSet.properties![id];
  expect(at('budget.shift')).toMatchObject({ type: 'number', minimum: -5, maximum: 10 });
  expect(at('access.delay')).toMatchObject({ type: 'integer', minimum: 0, maximum: 12 });
  expect(at('conditionality.support-first')).toMatchObject({ type: 'boolean' });
  expect(at('governance.form')).toMatchObject({ enum: ['side-by-side', 'coordination', 'lead', 'gip', 0, 1, 2, 3] });
  expect(at('conditionality.strictness')).toMatchObject({ enum: [0, 1, 2, 3, 4] });
  expect(set.properties!['budget.shift']!.properties!.value).toMatchObject({ type: 'number', minimum: -5, maximum: 10 });
});

test('descriptions hold both languages', () => {
  for (const { id, label } of levers) {
    expect(changeSet.properties![id]!.description).toContain(label.fr);
    expect(changeSet.properties![id]!.description).toContain(label.en);
  }
});

test('objects are closed and references are not needed', () => {
  const text = JSON.stringify(schema);
  expect(schema.additionalProperties).toBe(false);
  expect(text).not.toContain('$ref');
  expect(text).not.toContain('"not"');
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
});
