import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
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

const definitions = schema.definitions as Record<string, Node>;

test('values are bounded as their declaration says', () => {
  expect(definitions['budget.shift']).toMatchObject({ type: 'number', minimum: -5, maximum: 10 });
  expect(definitions['access.delay']).toMatchObject({ type: 'integer', minimum: 0, maximum: 12 });
  expect(definitions['conditionality.support-first']).toMatchObject({ type: 'boolean' });
  expect(definitions['governance.form']).toMatchObject({ enum: ['side-by-side', 'coordination', 'lead', 'gip', 0, 1, 2, 3] });
  expect(definitions['conditionality.strictness']).toMatchObject({ enum: [0, 1, 2, 3, 4] });
});

test('a value refers to its declaration, and a setting owes its reason', () => {
  expect(changeSet.properties!['budget.shift']).toEqual({ $ref: '#/definitions/budget.shift' });
  expect(set.properties!['budget.shift']).toMatchObject({ properties: { value: { $ref: '#/definitions/budget.shift' } }, required: ['value', 'because'] });
  expect(definitions.because).toMatchObject({ required: ['fr', 'en'] });
});

test('descriptions hold both languages', () => {
  for (const [id, { label }] of catalogue.parameters) {
    expect(definitions[id]!.description).toContain(label.fr);
    expect(definitions[id]!.description).toContain(label.en);
  }
});

test('objects are closed, every reference leads somewhere', () => {
  const text = JSON.stringify(schema);
  for (const [, name] of text.matchAll(/"#\/definitions\/([^"]+)"/g)) expect(definitions).toHaveProperty([name!]);
  expect(schema.additionalProperties).toBe(false);
  expect(text).not.toContain('"not"');
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
});
