import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, folder, parcours } from './parcours.ts';

const { path: here, remove } = folder();
beforeAll(build);
afterAll(remove);

const few = ['--population', '1000', '--months', '26', '--replications', '2'] as const;
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('a comparison shows the indicators a demonstration is about, what it expected and what was found, and where the rest is', async () => {
  const [fr, en, elsewhere] = await Promise.all([
    parcours(['compare', 'status-quo', 'move-not-made', ...few]),
    parcours(['compare', 'status-quo', 'nobody-wants', ...few, '--lang', 'en']),
    parcours(['compare', 'status-quo', 'island-of-trust', ...few]),
  ]);
  const [table = '', block = ''] = plain(fr.out).split('Ce que ce scénario attendait');
  expect(table).toContain('Déménagements auxquels on');
  expect(block).toMatch(/Déménagements auxquels on renonce.* (baisse|monte) +(monte|baisse|rien que 2 tirages|identique dans les 2|sans objet)/);
  expect(plain(fr.out)).toContain('S’y ajoutent');
  expect(en.out).toContain('What this scenario expected');
  expect(en.out).toContain('parcours compare joint-evaluation nobody-wants');
  expect(elsewhere.out).not.toContain('Ce que ce scénario attendait');
  expect(elsewhere.out).toContain('parcours compare bottom-up island-of-trust');
});

test('check proposes the key of a mechanism given by its number, the list of names, and the form of a value with its reason', async () => {
  const text = { fr: 'A', en: 'A' };
  const path = join(here, 'odd.json');
  const file = { schema: 'parcours/scenario@1', id: 'odd', title: text, question: text, story: text, base: 'status-quo' };
  const expects = [{ indicator: 'nothing-of-the-sort', sign: 'up', against: 'status-quo' }];
  writeFileSync(path, JSON.stringify({ ...file, set: { 'capacity.staff': 90 }, switches: { M5: false }, expects }));
  const [fr, en] = await Promise.all([parcours(['check', path]), parcours(['check', path, '--lang', 'en'])]);
  expect([fr.code, en.code]).toEqual([2, 2]);
  for (const { err } of [fr, en]) {
    expect(err).toContain('{ "value": …, "because": { "fr": …, "en": … } }');
    expect(err).toMatch(/switches\.M5.*off-loading|switches\.M5.*(Vouliez-vous dire|Did you mean) \S+/);
    expect(err).toContain('parcours describe indicators');
  }
});

test('sources that are assumptions are told in French in French', async () => {
  const [fr, en] = await Promise.all([parcours(['describe', 'parameters']), parcours(['describe', 'parameters', '--lang', 'en'])]);
  expect(fr.out).not.toMatch(/Assumed|swept|direction from/);
  expect(fr.out).toContain('Supposé');
  expect(en.out).toContain('Assumed; swept');
});
