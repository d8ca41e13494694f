import { beforeAll, expect, test } from 'vitest';
import { indicators, levers, mechanisms, phases } from '../../src/engine/index.ts';
import { engineCatalogue } from '../../src/io/known.ts';
import { territoryOf } from '../engine/worlds.ts';
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
  const out = await describe('territories', '--territory', 'AUDE');
  expect(out).toContain('Aude (11');
  expect(out).toMatch(/Foyers au revenu minimum +[\d\u202f]+ +foyers/);
  expect(out).toMatch(/mesuré|estimé/);
  const reunion = JSON.parse(await describe('territories', '--territory', 'La Réunion', '--json'));
  expect(reunion).toMatchObject({ code: '974', id: 'la-reunion' });
  // A territory may hold values of parameters: the list says which does, and its portrait gives each.
  const brussels = territoryOf('bruxelles-capitale');
  const held = Object.keys(brussels.values!);
  expect((list as { id: string; ownParameters?: string[] }[]).find(({ id }) => id === brussels.id)!.ownParameters).toEqual(held);
  expect((await describe('territories')).replace(/\s+/g, ' ')).toContain(`Bruxelles-Capitale a ses propres valeurs de ${held.length} paramètres`);
  // The levels of a territory are read on the model itself: two runs of some twenty seconds.
}, 240_000);

test('no line is wider than a file is', async () => {
  for (const topic of ['indicators', 'levers', 'territories']) {
    const widest = Math.max(...(await describe(topic)).split('\n').map((line) => [...line].length));
    expect(widest).toBeLessThanOrEqual(120);
  }
});

test('mechanisms as data: id, labels, seeds, phases, switch, parameters with their source, pattern, and the test that shows it', async () => {
  const list = JSON.parse(await describe('mechanisms', '--json')) as Record<string, unknown>[];
  expect(list.map(({ id }) => id)).toEqual(mechanisms.map(({ id }) => id));
  const text = { fr: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) };
  for (const [i, m] of mechanisms.entries()) {
    expect(list[i]).toMatchObject({
      key: m.key,
      label: text,
      seeds: m.seeds,
      phases: phases.filter((phase) => m.steps[phase]),
      switch: `switches.${m.key}`,
      off: text,
      pattern: text,
      test: `test/mechanisms/${m.key}.test.ts`,
    });
    const parameters = list[i]!.parameters as Record<string, unknown>[];
    expect(parameters.map(({ id }) => id)).toEqual(Object.keys(m.parameters).map((name) => `${m.key}.${name}`));
    for (const p of parameters) {
      expect(p).toMatchObject({
        label: text,
        unit: expect.any(String),
        value: expect.any(Number),
        role: expect.stringMatching(/^(lever|uncertainty|constant)$/),
      });
      expect(p).toMatchObject({ evidence: expect.stringMatching(/^(law|measured|estimated|assumed)$/), source: { title: expect.stringMatching(/\S/) } });
      expect(p.range).toEqual([expect.any(Number), expect.any(Number)]);
    }
  }
});
