import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { PeopleResult, PersonResult } from '../../src/experiments/person.ts';
import { build, folder, parcours } from './parcours.ts';

const { path: here, remove } = folder();
const world = ['--population', '1000', '--months', '40'] as const;
const pair = ['person', 'nobody-wants', '--versus', 'support-first'] as const;

let list: PeopleResult;
beforeAll(async () => {
  await build();
  list = await told(...pair, ...world);
});
afterAll(remove);

const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
const told = async (...args: string[]) => JSON.parse((await parcours([...args, '--json'])).out);

describe('person', () => {
  test('without an id, proposes people worth telling, each of whom can be told', async () => {
    expect(list).toMatchObject({ schema: 'parcours/people@1', scenarios: ['nobody-wants', 'support-first'], population: 1000, months: 40 });
    expect(list.people.length).toBeGreaterThan(4);
    const { out } = await parcours([...pair, ...world]);
    for (const { id } of list.people) expect(out).toContain(String(id));
    const { id } = list.people.find(({ reason }) => reason === 'refused')!;
    const one = (await told(...pair, ...world, '--id', String(id))) as PersonResult;
    const { figure } = list.people.find((person) => person.id === id)!;
    expect(one.lives[0]!.totals.refusals).toBe(figure);
    expect(one.lives[0]!.turns.filter(({ cause }) => cause === 'entry-control.refused')).toHaveLength(figure);
  });

  test('gives a command that tells the person of this world, and not of another', async () => {
    const typed = ['nobody-wants', '--population', '1000', '--months', '12', '--territory', 'nord', '--seed', 'a class', '--replication', '2'];
    const { out } = await parcours(['person', ...typed]);
    const command = plain(out).trimEnd().split('\n').at(-1)!;
    expect(command).toMatch(/parcours person nobody-wants --territory nord --population 1000 --months 12 --seed 'a class' --replication 2 --id \d+$/);
    const id = /\d+$/.exec(command)![0];
    const [listed, one] = [await told('person', ...typed), (await told('person', ...typed, '--id', id)) as PersonResult];
    expect(String(listed.people[0].id)).toBe(id);
    expect(one.lives[0]!.statuses).toHaveLength(12);
    expect(one).toMatchObject({ seed: 'a class', replication: 2, territory: 'nord', population: 1000, months: 12 });
  });

  test('tells one life under two rule books in both languages: letters, turns, reasons in hours, where they part, totals', async () => {
    const id = String(list.people.find(({ reason }) => reason === 'apart')!.id);
    const [fr, en, data] = await Promise.all([
      parcours([...pair, ...world, '--id', id]),
      parcours([...pair, ...world, '--id', id, '--lang', 'en']),
      told(...pair, ...world, '--id', id) as Promise<PersonResult>,
    ]);
    expect([fr.code, en.code, fr.err, en.err]).toEqual([0, 0, '', '']);
    for (const word of ['Aude (11)', 'Une lettre par mois', 'an  1', 'Les deux vies se séparent, mois', 'Au total', 'mois d’accompagnement'])
      expect(plain(fr.out)).toContain(word);
    for (const word of ['One letter a month', 'The two lives part, month', 'In all', 'months of support']) expect(en.out).toContain(word);
    const [a, b] = data.lives;
    expect(data.lives.map(({ statuses }) => statuses.length)).toEqual([40, 40]);
    for (const { statuses } of data.lives) expect(plain(fr.out)).toContain(statuses.slice(0, 12));
    const { month } = data.parting!;
    expect(plain(fr.out)).toContain(`Les deux vies se séparent, mois ${month}`);
    expect(a!.statuses.slice(0, month)).toBe(b!.statuses.slice(0, month));
    const earlier = ({ turns }: (typeof data.lives)[number]) => turns.filter((turn) => turn.month < month).map(({ cause, month: m }) => [cause, m]);
    expect(earlier(a!)).toEqual(earlier(b!));
    expect(month).toBeGreaterThanOrEqual(24);
  });

  test('says so when the lives never part', async () => {
    const id = String(list.people.find(({ reason }) => reason === 'never-claimed')!.id);
    const args = ['person', 'status-quo', '--versus', 'joint-evaluation', '--population', '1000', '--months', '24', '--id', id];
    expect(plain((await parcours(args)).out)).toContain('ne se séparent jamais');
    expect(((await told(...args)) as PersonResult).parting).toBeNull();
  });

  test('the same with 1 worker', async () => {
    expect(await told(...pair, ...world, '--workers', '1')).toEqual(list);
  });

  test.each([
    ['an id nobody has', ['--id', '4000000'], 'de 0 à'],
    ['an id out of bounds', ['--id', '99999999999'], '--id'],
    ['an id that is no number', ['--id', 'Marie'], 'Marie'],
    ['the same rules twice', ['--id', '3', '--versus', 'nobody-wants'], 'nobody-wants'],
    ['an unknown other scenario', ['--id', '3', '--versus', 'nobody-want'], 'nobody-wants'],
  ])('%s is refused in plain words', async (_, args, expected) => {
    const ran = await parcours(['person', 'nobody-wants', ...args, '--population', '1000', '--months', '3']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(plain(ran.err)).toContain(expected);
  });

  test('Ctrl-C ends with 130 and one line', async () => {
    const ran = await parcours(['person', 'nobody-wants', '--population', '100000', '--months', '360'], { interruptAfter: 2_500 });
    expect(ran).toMatchObject({ code: 130, out: '' });
    expect(ran.err.trim().split('\n')).toHaveLength(1);
  });
});

describe('--sequences', () => {
  const small = ['compare', 'status-quo', 'nobody-wants', '--population', '1000', '--months', '26', '--replications', '2'];
  const hash = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
  const out = join(here, 'out');
  const csv = join(out, 'sequences.csv');

  test('writes a row for each person and a column for each month, the same people in every scenario, the same bytes with 1 or 2 workers', async () => {
    expect((await parcours([...small, '--sequences', '40', '--out', out])).code).toBe(0);
    const [head, ...rows] = readFileSync(csv, 'utf8').trim().split('\r\n');
    expect(head).toBe(['scenario', 'replication', 'person', 'arm', ...Array.from({ length: 26 }, (_, m) => `m${m}`)].join(','));
    expect(rows).toHaveLength(2 * 2 * 40);
    const people = (scenario: string) => rows.filter((row) => row.startsWith(`${scenario},`)).map((row) => row.split(',').slice(1, 3).join());
    expect(people('nobody-wants')).toEqual(people('status-quo'));
    const until = (scenario: string) =>
      rows
        .filter((row) => row.startsWith(`${scenario},`))
        .map((row) =>
          row
            .split(',')
            .slice(1, 4 + 24)
            .join(),
        );
    expect(until('nobody-wants'), 'the rule books part in month 24').toEqual(until('status-quo'));
    const manifest = JSON.parse(readFileSync(join(out, 'manifest.json'), 'utf8'));
    expect(Object.keys(manifest.sequences.alphabet).join('')).toBe('NEPOUWACISDXLV._');
    expect(manifest.request.sequences).toBe(40);
    expect(manifest.files.map(({ name }: { name: string }) => name)).toEqual(expect.arrayContaining(['sequences.csv', 'sequences.parquet']));
    for (const row of rows) for (const letter of row.split(',').slice(4)) expect(manifest.sequences.alphabet).toHaveProperty([letter]);

    const again = join(here, 'again');
    await parcours([...small, '--sequences', '40', '--out', again, '--workers', '1']);
    for (const name of ['sequences.csv', 'sequences.parquet']) expect(hash(join(again, name))).toBe(hash(join(out, name)));
  });

  test('the digest is that of the same study without them', async () => {
    const digest = async (...more: string[]) => JSON.parse((await parcours([...small, '--json', ...more])).out).digest;
    expect(await digest('--sequences', '5', '--out', join(here, 'few'))).toBe(await digest());
  });

  test('DuckDB reads the Parquet as the CSV', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const count = async (file: string) =>
      (await connection.runAndReadAll(`select count(*)::int as n, count(distinct person)::int as people, min(m25) as m from '${file}'`)).getRowObjectsJS();
    expect(await count(join(out, 'sequences.parquet'))).toEqual(await count(csv));
  });

  test('another result that replaces this one leaves no sequences behind', async () => {
    writeFileSync(join(out, 'notes.txt'), 'mine');
    expect((await parcours([...small, '--out', out])).code).toBe(2);
    expect((await parcours([...small, '--out', out, '--force'])).code).toBe(0);
    expect(existsSync(csv)).toBe(false);
    expect(readdirSync(out)).toContain('notes.txt');
  });

  test('alone, it is refused', async () => {
    const ran = await parcours(['run', 'status-quo', '--sequences', '10']);
    expect(ran).toMatchObject({ code: 2, out: '' });
    expect(ran.err).toContain('--out');
  });
});
