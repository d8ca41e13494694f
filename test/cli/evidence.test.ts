import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { modelVersion } from '../../src/engine/index.ts';
import { build, folder, parcours } from './parcours.ts';

const { path: here, remove } = folder();
beforeAll(build);
afterAll(remove);

const text = { fr: 'Sanction immédiate', en: 'Sanction at once' };
const trial = {
  schema: 'parcours/experiment@1',
  id: 'own-trial',
  title: text,
  story: text,
  sources: [{ row: 'effect:S3', tag: 'V', title: 'A test' }],
  use: 'test',
  territory: 'aude',
  population: 1000,
  months: 3,
  who: { status: 'OWA' },
  assignment: { unit: 'person' },
  arms: [
    { id: 'control', title: text },
    { id: 'treated', title: text, lasts: 1, set: { 'conditionality.monitoring': 1, 'conditionality.failure-base': 1, 'conditionality.warning': 0 } },
  ],
  outcomes: { sanctioned: { reading: 'sanctions', from: 1, to: 1 }, lost: { status: 'V' }, age: { reading: 'age', from: 1, to: 1 } },
  estimands: [
    {
      id: 'sanctioned',
      title: text,
      unit: 'points',
      target: 'sign',
      measure: { kind: 'difference', outcome: 'sanctioned', of: 'treated' },
      published: {},
      agrees: { low: 0 },
    },
    {
      id: 'none',
      title: { fr: 'Rien avant', en: 'Nothing before' },
      unit: 'points',
      target: 'null',
      measure: { kind: 'difference', outcome: 'age', of: 'treated' },
      published: { point: 0 },
      agrees: { low: -1, high: 1 },
    },
  ],
};
const file = join(here, 'own-trial.json');
const write = (name: string, over: object) => {
  const path = join(here, name);
  writeFileSync(path, JSON.stringify({ ...trial, ...over }, null, 2));
  return path;
};

const three = [0.5, 0.5, 0.5];
/** A posterior of one set of values. */
const posterior = (values: Readonly<Record<string, number>>) => {
  const path = join(here, `${Object.keys(values).join('-')}.json`);
  const asked = { parameters: Object.keys(values).map((id) => ({ id })), targets: [], particles: 20, generations: 1, seed: 'x' };
  const target = { experiment: 's3-sanction-fades', estimand: 'first-three-months', value: 1.8, error: 0.25 };
  const file = {
    schema: 'parcours/posterior@1',
    id: 'drawn',
    title: text,
    modelVersion: modelVersion,
    asked: { ...asked, targets: [{ ...target, row: 'effect:S3', because: text }] },
    runs: 20,
    failed: 0,
    tolerance: 2,
    effective: 1,
    levels: [{ ...target, prior: three, posterior: three }],
    identifiability: { parameters: [], pairs: [], directions: [] },
    particles: { weights: [1], values: [Object.values(values)], levels: [[1.8]], distances: [0] },
  };
  writeFileSync(path, JSON.stringify(file));
  return path;
};
const plain = (out: string) => out.replace(/[\u00a0\u202f]/g, ' ');

describe('evidence', () => {
  beforeAll(() => void write('own-trial.json', {}));

  test('plays a trial of one’s own, says its verdicts in words, and draws them', async () => {
    const picture = join(here, 'forest.svg');
    const ran = await parcours(['evidence', '--file', file, '--replications', '3', '--out', picture]);
    expect([ran.code, ran.err]).toEqual([0, expect.stringContaining('forest.svg')]);
    expect(plain(ran.out)).toContain('2 épreuves sur 2 s’accordent (100 %).');
    expect(plain(ran.out)).toMatch(/absence d’effet retrouvée +S3 +Rien avant/);
    const svg = readFileSync(picture, 'utf8');
    expect(svg).toMatch(/^<svg [^>]*role="img"/);
    expect(svg).toContain('<title>Le modèle face aux essais publiés</title>');
    expect(svg.match(/<circle /g)!.length).toBe(3);
  });

  test('says why a figure cannot be read, or has no interval, when a table holds one', async () => {
    const nobody = write('nobody.json', { who: { within: { age: [150, 200] } } });
    const [empty, single] = await Promise.all([
      parcours(['evidence', '--file', nobody, '--replications', '2']),
      parcours(['evidence', '--file', file, '--replications', '1']),
    ]);
    expect([empty.code, plain(empty.out)]).toEqual([0, expect.stringMatching(/ne peut être lu[\s\S]*quand une case ne tient personne/)]);
    expect(plain(single.out)).toMatch(/\[inconnu\][\s\S]*quand il n’y a qu’un tirage/);
    expect(plain(single.out)).not.toContain('ne tient personne');
  });

  test('gives the same data with one worker and with two', async () => {
    const [one, two] = await Promise.all(
      ['1', '2'].map((workers) => parcours(['evidence', '--file', file, '--replications', '3', '--json', '--workers', workers])),
    );
    expect(one!.out).toBe(two!.out);
    const data = JSON.parse(one!.out);
    expect(data).toMatchObject({ schema: 'parcours/evidence@1', replications: 3, score: { tests: 2, agree: 2 } });
    expect(data.rows[0].model.n).toBe(3);
  });

  test('draws parameters from a posterior, which the table, the picture and the data name, and which an arm’s own values win over', async () => {
    const picture = join(here, 'drawn.svg');
    const never = posterior({ 'conditionality.failure-base': 0, 'conditionality.failure-distress': 0 });
    const args = ['evidence', '--file', file, '--replications', '2', '--posterior'];
    const [shown, one, two, without] = await Promise.all([
      parcours([...args, never, '--out', picture]),
      parcours([...args, never, '--json', '--workers', '1']),
      parcours([...args, never, '--json', '--workers', '2']),
      parcours([...args.slice(0, -1), '--json']),
    ]);
    expect(plain(shown!.out)).toMatch(/pris au\s+calage « drawn » \(1 jeux? de valeurs/);
    expect(plain(shown!.out)).toMatch(/erreurs\s+élargies\s+2(,0)?\s+fois/);
    expect(plain(readFileSync(picture, 'utf8'))).toContain('Paramètres tirés du calage « drawn ».');
    expect(one!.out).toBe(two!.out);
    const [drawn, usual] = [one, without].map((ran) => JSON.parse(ran!.out));
    expect(drawn.posterior).toEqual({ id: 'drawn', digest: expect.stringMatching(/^[0-9a-f]{64}$/), particles: 1, tolerance: 2 });
    expect(usual).not.toHaveProperty('posterior');
    const sanctioned = (data: typeof drawn) => data.rows.find((row: { estimand: string }) => row.estimand === 'sanctioned');
    expect(sanctioned(drawn).model.mean).toBeGreaterThan(50);
    expect(sanctioned(drawn).model).not.toEqual(sanctioned(usual).model);
  });

  test('warns, once, when a posterior of another country takes the place of values that a ground holds', async () => {
    const there = write('there.json', { territory: 'bruxelles-capitale' });
    const args = ['evidence', '--replications', '1', '--posterior'];
    const [foreign, own, home] = await Promise.all([
      parcours([...args, 'france', '--file', there]),
      parcours([...args, 'brussels', '--file', there]),
      parcours([...args, 'france', '--file', file]),
    ]);
    expect(plain(foreign.err).match(/celui d’un autre pays/g)).toHaveLength(1);
    expect(own.err + home.err).not.toContain('d’un autre pays');
  });

  test('tells every mistake with its place and the nearest name, and plays nothing', async () => {
    const bad = write('bad.json', { territory: 'audde', who: { within: { trsut: [0, 1] } } });
    const [faulty, unknown, checked, lost] = await Promise.all([
      parcours(['evidence', '--file', bad, '--lang', 'en']),
      parcours(['evidence', '--only', 'c6-intensive-counseling', '--lang', 'en']),
      parcours(['check', file, '--lang', 'en']),
      parcours(['evidence', '--file', bad, '--posterior', 'franse']),
    ]);
    expect([lost.code, lost.err]).toEqual([2, expect.stringMatching(/audde[\s\S]*calage inconnu/)]);
    expect(faulty.code).toBe(2);
    expect(faulty.err).toMatch(/bad\.json:\d+:\d+ .*who\.within\.trsut.*trust/);
    expect(faulty.err).toMatch(/bad\.json:\d+:\d+ .*territory is "audde"/);
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('“c6-intensive-counselling”')]);
    expect([checked.code, checked.out]).toEqual([0, expect.stringContaining('experiment without a fault (“Sanction at once”)')]);
  });

  test('draws where it is told and touches nothing else: no folder, no other file unless told, none beside it', async () => {
    const path = write('drawn.json', {});
    const [kept, beside] = [join(here, 'pictures'), join(here, 'sequences.csv')];
    mkdirSync(kept, { recursive: true });
    writeFileSync(beside, 'years of work');
    const draw = (out: string, ...more: readonly string[]) =>
      parcours(['evidence', '--file', path, '--replications', '1', '--lang', 'en', '--out', out, ...more]);
    for (const out of [kept, path]) {
      const { code, err } = await draw(out);
      expect([out, code, err.includes('--out')]).toEqual([out, 2, true]);
    }
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({ id: 'own-trial' });
    expect(readdirSync(kept)).toEqual([]);
    const forest = join(here, 'new', 'forest.svg');
    for (let time = 0; time < 2; time++) expect((await draw(forest)).code).toBe(0);
    expect(readFileSync(forest, 'utf8')).toContain('<svg ');
    expect((await draw(beside)).code).toBe(2);
    expect(readFileSync(beside, 'utf8')).toBe('years of work');
    expect((await draw(join(here, 'near.svg'))).code).toBe(0);
    expect(existsSync(beside)).toBe(true);
    expect((await parcours(['evidence', '--file', path, '--force'])).code).toBe(2);
  });
});
