import { expect, test } from 'vitest';
import { type Cause, GONE, type Lives, NOT_YET, type Portrait, statuses, type Turn } from '../../src/engine/index.ts';
import { type Life, livesOf, partingOf, telling } from '../../src/experiments/life.ts';
import { alphabet, personResult } from '../../src/experiments/person.ts';

const turn = (month: number, cause: Cause, over: Partial<Turn> = {}): Turn => ({ month, id: 7, cause, other: 0, terms: [], choice: null, facts: [], ...over });
const totals = { accompanied: 0, waiting: 0, inWork: 0, withoutRight: 0, refusals: 0, bounces: 0, retellings: 0, sanctions: 0, crises: 0 };
const life = (over: Partial<Life>): Life => ({ id: 7, portrait: null, letters: '', turns: [], totals, ...over });
const code = (letter: string) => (letter === '.' ? NOT_YET : letter === '_' ? GONE : statuses.findIndex((s) => s.letter === letter));
const portrait: Portrait = {
  month: -1,
  status: 6,
  since: 2,
  tenure: 5,
  age: 480,
  household: 1,
  needs: [0.5, 0, 0, 0, 0, 0, 0.25],
  trust: 0.4,
  distress: 0.3,
  otherBenefit: true,
  tie: 2,
  zone: 0,
  lead: 3,
};
const lives = (rows: Readonly<Record<number, string>>, turns: readonly Turn[]): Lives => ({
  ids: Uint32Array.from(Object.keys(rows), Number),
  months: Object.values(rows)[0]!.length,
  statuses: Uint8Array.from(Object.values(rows).join(''), code),
  arms: new Uint8Array(Object.keys(rows).length),
  portraits: Object.values(rows).map((row) => (row.startsWith('.') ? null : portrait)),
  turns,
  bodies: Uint8Array.of(0, 1),
  lastInitial: 20,
});

test('letters, turns and totals of each person', () => {
  const turns = [
    turn(1, 'entry-control.refused'),
    turn(1, 'entry-control.bounced'),
    turn(2, 'entry-control.refused', { id: 9 }),
    turn(3, 'withheld-information.discovered'),
  ];
  const [a, b] = livesOf(lives({ 7: 'WAAAS_', 9: '.EPWXD' }, turns));
  expect([a!.letters, b!.letters]).toEqual(['WAAAS_', '.EPWXD']);
  expect(a!.turns).toHaveLength(3);
  expect(a!.totals).toEqual({ ...totals, accompanied: 3, waiting: 1, inWork: 1, refusals: 1, bounces: 1, retellings: 1 });
  expect(b!.totals).toEqual({ ...totals, waiting: 1, inWork: 1, withoutRight: 2, refusals: 1 });
  for (const { letters } of [a!, b!]) for (const letter of letters) expect(alphabet).toHaveProperty([letter]);
});

test('two lives part at the first turn that differs by what, when or with whom; what weighed does not part them', () => {
  const common = [turn(1, 'claiming.claimed'), turn(3, 'claiming.opened')];
  const parting = (a: readonly Turn[], b: readonly Turn[]) => partingOf(life({ turns: [...common, ...a] }), life({ turns: [...common, ...b] }));
  const refused = turn(5, 'entry-control.refused');
  expect(parting([refused], [{ ...refused, facts: [1], terms: [2] }])).toBeNull();
  expect(parting([refused], [turn(5, 'entry-control.waits')])).toEqual({ month: 5, turns: [2, 2] });
  expect(parting([refused], [{ ...refused, other: 4 }])).toEqual({ month: 5, turns: [2, 2] });
  expect(parting([turn(9, 'labour.left')], [refused])).toEqual({ month: 5, turns: [2, 2] });
  expect(parting([refused], [])).toEqual({ month: 5, turns: [2, null] });
});

test('a person for each reason that someone meets, nobody twice, the lowest id among equals', () => {
  const people = [
    life({ id: 1, letters: 'EEEEEE' }),
    life({ id: 2, letters: 'EEEEEE' }),
    life({ id: 3, letters: 'WWWAAA', totals: { ...totals, refusals: 3, waiting: 3 } }),
    life({ id: 4, letters: 'WAAAAA', totals: { ...totals, refusals: 2, bounces: 1, waiting: 1 } }),
    life({ id: 5, letters: 'VVVVVV' }),
    life({ id: 6, letters: 'AAAAAADD', totals: { ...totals, accompanied: 6 } }),
    life({ id: 8, letters: 'DDDDDD' }),
    life({ id: 9, letters: 'AWWAAA', totals: { ...totals, waiting: 2 } }),
  ];
  expect(telling(people)).toEqual([
    { id: 3, reason: 'refused', figure: 3 },
    { id: 4, reason: 'bounced', figure: 1 },
    { id: 6, reason: 'durable', figure: 2 },
    { id: 1, reason: 'never-claimed', figure: 6 },
    { id: 9, reason: 'waiting', figure: 2 },
    { id: 5, reason: 'lost', figure: 6 },
  ]);
  const others = people.map((one) => (one.id === 8 ? { ...one, letters: 'DDDDSS' } : one));
  expect(telling(people, others).at(-1)).toEqual({ id: 8, reason: 'apart', figure: 2 });
});

test('a life as data names what is coded', () => {
  const request = { modelVersion: 'x', seed: 's', territory: 'aude', population: 10, months: 3, replication: 0 };
  const choice = { act: 'refuse', instead: 'accept', terms: [1, 2], otherTerms: [3, 4] } as const;
  const own = livesOf(
    lives({ 7: 'WAA' }, [turn(1, 'entry-control.refused', { other: 1, choice }), turn(2, 'needs.crisis', { other: 65_535, facts: [2, 0.5, 0.1, 0.2] })]),
  );
  const result = personResult(request, [{ id: 'status-quo', title: { fr: 'a', en: 'b' } }], own, [0, 1]);
  expect(result).toMatchObject({
    schema: 'parcours/person@1',
    ...request,
    id: 7,
    person: { household: 'lone-parent', needs: { housing: 0.5, justice: 0.25 } },
  });
  expect(result.lives[0]!.turns).toEqual([
    {
      month: 1,
      cause: 'entry-control.refused',
      structure: { row: 1, network: 'departement' },
      choice: expect.objectContaining({ act: 'refuse', terms: expect.objectContaining({ mission: 1, target: 2 }) }),
      facts: {},
    },
    { month: 2, cause: 'needs.crisis', structure: null, choice: null, facts: { need: 2, severity: 0.5, chance: 0.1, distress: 0.2 } },
  ]);
  expect('parting' in result).toBe(false);
});
