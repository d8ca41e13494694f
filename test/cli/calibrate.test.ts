import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { because } from '../io/builders.ts';
import { build, folder, parcours } from './parcours.ts';

const { path: here, remove } = folder();
const target = { level: 'out-after-a-year', value: 25, error: 4, row: 'effect:D4', because };
const file = (over: object = {}): string =>
  JSON.stringify({
    schema: 'parcours/calibration@1',
    id: 'small',
    title: because,
    territory: 'aude',
    population: 500,
    months: 12,
    parameters: [{ id: 'labour.leave', scale: 'log' }, { id: 'people.ability-other' }],
    targets: [target, { ...target, level: 'in-work-after-a-year', value: 11 }],
    particles: 20,
    generations: 2,
    seed: 'petit',
    ...over,
  });

const inHere = { cwd: here };
const write = (name: string, text: string): void => writeFileSync(join(here, name), text);
const text = (name: string): string => readFileSync(join(here, name), 'utf8');

beforeAll(async () => {
  await build();
  write('small.json', file());
});
afterAll(remove);

test('a calibration tells what was learned, and one that was cut goes on to the same posterior', async () => {
  const whole = await parcours(['calibrate', 'small.json', '--out', 'whole.json', '--workers', '1'], inHere);
  expect([whole.code, whole.err]).toEqual([0, 'Écrit dans whole.json.\n']);
  for (const word of ['labour.leave', 'people.ability-other', 'Sortis un an après', 'ne savent pas distinguer', '40 calculs'])
    expect(whole.out).toContain(word);
  expect(existsSync(join(here, 'whole.json.part'))).toBe(false);

  const begun = () => existsSync(join(here, 'cut.json.part'));
  const cut = await parcours(['calibrate', 'small.json', '--out', 'cut.json', '--workers', '1'], { ...inHere, interruptWhen: begun });
  expect([cut.code, begun()]).toEqual([130, true]);
  const resumed = await parcours(['calibrate', 'small.json', '--out', 'cut.json', '--workers', '2', '--lang', 'en'], inHere);
  expect(resumed.code).toBe(0);
  expect(resumed.err).toMatch(/^Taken up again: \d+ runs of 40 were done\.\n/);
  expect(text('cut.json')).toBe(text('whole.json'));
}, 300_000);

test('a calibration on a virtual experiment goes on to the same posterior too, whatever the workers', async () => {
  const aim = { experiment: 's3-sanction-fades', estimand: 'first-three-months', value: 1.8, error: 0.5, row: 'effect:S3', because };
  const alone = { territory: undefined, population: undefined, months: undefined, generations: 1, replications: 1 };
  write('effects.json', file({ ...alone, parameters: [{ id: 'needs.fear-to-search' }, { id: 'conditionality.learning' }], targets: [aim] }));
  const whole = await parcours(['calibrate', 'effects.json', '--out', 'effect.json', '--workers', '1'], inHere);
  expect(whole.code).toBe(0);
  for (const word of ['Niveau ou effet', 'S3, Passage vers l’emploi', '1,8 ± 0,5', '20 calculs']) expect(whole.out).toContain(word);
  const begun = () => existsSync(join(here, 'part.json.part'));
  const cut = await parcours(['calibrate', 'effects.json', '--out', 'part.json', '--workers', '1'], { ...inHere, interruptWhen: begun });
  expect([cut.code, begun()]).toEqual([130, true]);
  expect((await parcours(['calibrate', 'effects.json', '--out', 'part.json', '--workers', '2'], inHere)).code).toBe(0);
  expect(text('part.json')).toBe(text('effect.json'));
}, 300_000);

test('run and compare draw from it, the same in every scenario, and say so', async () => {
  const args = ['--posterior', 'whole.json', '--population', '1000', '--months', '1', '--replications', '2'];
  const { code, out, err } = await parcours(['run', 'status-quo', ...args], inHere);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain('pris au calage «\u00a0small\u00a0»');
  expect(out).not.toContain('valeurs par défaut\u00a0:');
  const result = JSON.parse((await parcours(['compare', 'status-quo', 'joint-evaluation', ...args, '--json'], inHere)).out);
  const { particles, tolerance } = JSON.parse(text('whole.json'));
  expect(result.posterior).toEqual({ id: 'small', digest: expect.stringMatching(/^[0-9a-f]{64}$/), particles: particles.weights.length, tolerance });
  expect(result.warnings[0]).toEqual({ code: 'posterior', values: { posterior: 'small', particles: particles.weights.length } });
  const without = JSON.parse((await parcours(['compare', 'status-quo', 'joint-evaluation', ...args.slice(2), '--json'], inHere)).out);
  expect(without.digest).not.toBe(result.digest);
}, 120_000);

test('check reads both files over', async () => {
  const { code, out } = await parcours(['check', 'small.json', 'whole.json'], inHere);
  expect(code).toBe(0);
  expect(out).toMatch(/small\.json.*calage sans faute[\s\S]*whole\.json.*résultat d’un calage, sans faute/);
});

test('a scenario may name its posterior', async () => {
  const own = { schema: 'parcours/scenario@1', id: 'mine', title: because, question: because, story: because, base: 'status-quo' };
  write('mine.json', JSON.stringify({ ...own, posterior: './whole.json' }));
  const { out } = await parcours(['run', 'mine.json', '--population', '1000', '--months', '1', '--replications', '2', '--json'], inHere);
  expect(JSON.parse(out).posterior.id).toBe('small');
  write('mine.json', JSON.stringify({ ...own, posterior: 'franse' }));
  const wrong = await parcours(['run', 'mine.json'], inHere);
  expect([wrong.code, wrong.err]).toEqual([2, expect.stringContaining('posterior vaut "franse"')]);
}, 120_000);

test.each([
  [['calibrate', 'absent.json'], 'introuvable'],
  [['calibrate', 'wrong.json'], 'wrong.json:1:'],
  [['calibrate', 'tested.json'], 'ne le règle jamais'],
  [['calibrate', 'small.json', '--out', 'other.txt'], 'n’est pas un calage'],
  [['run', 'status-quo', '--posterior', 'small.json'], 'small.json:1:'],
  [['run', 'status-quo', '--posterior', 'nowhere'], 'calage inconnu'],
])('%j is refused with its reason', async (args, reason) => {
  write('wrong.json', file({ parameters: [{ id: 'labour.leav' }], particles: 0 }));
  write('tested.json', file({ targets: [target, { ...target, level: undefined, experiment: 's1-sanctions-exits', estimand: 'exits' }] }));
  write('other.txt', 'mine');
  const { code, out, err } = await parcours(args, inHere);
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain(reason);
  expect(err).not.toMatch(/\n {4}at /);
});
