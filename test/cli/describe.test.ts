import { beforeAll, expect, test } from 'vitest';
import { indicators, levers, mechanisms } from '../../src/engine/index.ts';
import { engineCatalogue } from '../../src/io/known.ts';
import { build, parcours } from './parcours.ts';

beforeAll(build);

const describe = async (...args: string[]) => {
  const { code, out, err } = await parcours(['describe', ...args]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return out;
};

test('without a topic it lists the scenarios and what else can be described', async () => {
  const out = await describe();
  for (const id of ['status-quo', 'gip-joint-evaluation', 'support-first']) expect(out).toContain(id);
  expect(out).toContain(`${levers.length} leviers`);
});

test.each([
  ['levers', levers.map(({ id }) => id)],
  ['indicators', indicators.map(({ id }) => id)],
  ['mechanisms', mechanisms.map(({ id, key }) => `${id} ${key}`)],
  ['parameters', [...engineCatalogue.parameters.keys()]],
] as const)('%s: every one is there, in words and as data', async (topic, ids) => {
  const [text, data] = [await describe(topic), JSON.parse(await describe(topic, '--json'))];
  expect(ids.length).toBeGreaterThan(0);
  const folded = text.replace(/ +/g, ' ');
  for (const id of ids) expect(folded).toContain(id);
  expect(Array.isArray(data) ? data.length : Object.keys(data).length).toBe(ids.length);
});

test('territories: all of them, and one with every figure, its year, its grade and its source', async () => {
  const list = JSON.parse(await describe('territories', '--json')) as { id: string; code: string }[];
  expect(list.length).toBeGreaterThanOrEqual(96);
  for (const query of ['aude', 'AUDE', '11']) {
    const out = await describe('territories', '--territory', query);
    expect(out).toContain('Aude (11');
    expect(out).toMatch(/Foyers au revenu minimum +[\d\u202f]+ +foyers/);
    expect(out).toMatch(/mesuré|estimé/);
  }
  const reunion = JSON.parse(await describe('territories', '--territory', 'La Réunion', '--json'));
  expect(reunion).toMatchObject({ code: '974', id: 'la-reunion' });
});

test('no line is wider than a file is', async () => {
  for (const topic of ['indicators', 'levers', 'territories']) {
    const widest = Math.max(...(await describe(topic)).split('\n').map((line) => [...line].length));
    expect(widest).toBeLessThanOrEqual(120);
  }
});
