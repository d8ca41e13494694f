import { expect, test } from 'vitest';
import { type Rules, settle, simulate, type World } from '../../src/engine/index.ts';
import { HELD, RIGHTS_IN_A_MONTH, WORKING } from '../../src/engine/world/people.ts';
import { A, D, E, I, N, rightOpen, S, VACANT } from '../../src/engine/world/status.ts';
import { cloneWorld, header } from '../../src/engine/world/world.ts';
import { alike, allOff } from './skeleton.ts';
import { everyKey, requestOf, rulesOf } from './worlds.ts';

type Set = Readonly<Record<string, number>>;

const OPENS = 6;
const MOST = 18;

/** Nobody finds a job, loses one, leaves or comes back but as a test says; a job that ends is covered whenever rights are open. */
const still: Set = {
  'labour.short-end': 0,
  'labour.short-lasts': 0,
  'labour.durable-end': 0,
  'labour.durable-end-early': 0,
  'labour.leave': 0,
  'labour.leave-fragile': 0,
  'labour.return': 0,
  'labour.return-fragile': 0,
  'labour.found-again': 0,
  'labour.settled': 0,
  'labour.settled-durable': 0,
  'labour.few-hours-end': 0,
  'labour.insured': 1,
  'labour.rights-after': OPENS,
  'labour.rights-most': MOST,
  'labour.few-hours-rights': 0.5,
  'labour.few-hours-insured': 1,
};
const base = requestOf({ parameters: alike, rules: allOff, population: 400, seed: 'insurance' });
const settled = settle(base);

/** Everyone in one status, held by one service, with so many tenths of a month of rights, and unable to find a job. */
const everyoneIn =
  (status: number, rights: number, flags = 0) =>
  ({ people, head }: World): void => {
    for (let i = 0; i < head[header.rows]!; i++) {
      people.status[i] = people.status[i] === VACANT ? VACANT : status;
      people.flags[i] = (people.flags[i]! & ~WORKING) | flags;
      people.rights[i] = rights;
      people.since[i] = people.lead[i] = 0;
      people.ability[i] = people.learned[i] = people.belief[i] = 0;
    }
  };

/** The statuses met at the end of each month and the people in N; how many there are in all, the rights left to them, and what is told of some. */
function play(months: number, rules: Partial<Rules>, prepare: (world: World) => void) {
  const from = cloneWorld(settled);
  prepare(from);
  const statuses: number[][] = [];
  const insured: number[] = [];
  let people = 0;
  const rights = new Set<number>();
  const { lives } = simulate(
    { ...base, months, rules: { ...allOff, ...rules, set: { ...still, ...rules.set } } },
    {
      from,
      watched: 200,
      onMonth({ world: { people: all, head }, month, scratch }) {
        const own = [...all.status.subarray(0, head[header.rows])].filter((status) => status !== VACANT);
        statuses.push([...new Set(own)].sort((a, b) => a - b));
        insured.push(scratch.stock[N]!);
        people = own.length;
        if (month.now === months - 1) all.rights.forEach((left, i) => i < head[header.rows]! && all.status[i] !== VACANT && rights.add(left));
      },
    },
  );
  return { statuses, insured, people, rights: [...rights], turns: lives!.turns };
}

/** Everyone works from month 0; every job ends in its m-th month. */
const jobsEndAfter = (m: number): Partial<Rules> => ({
  timeline: [{ at: m - 1, set: { 'labour.short-end': 1, 'labour.durable-end': 1, 'labour.durable-end-early': 1 } }],
});
const times = (status: number, n: number): number[][] => Array.from({ length: n }, () => [status]);

test.each([
  [D, OPENS],
  [S, OPENS],
  [D, 11],
  [D, MOST],
  [S, MOST + 1],
  [D, 30],
])('whoever worked (status %d) for %d months is insured as many, eighteen at most, to the month, and then entitled', (status, worked) => {
  const drawn = Math.min(worked, MOST);
  const { statuses } = play(worked - 1 + drawn + 1, jobsEndAfter(worked), everyoneIn(status, 0));
  expect(statuses).toEqual([...times(status, worked - 1), ...times(N, drawn), [E]]);
});

test.each([1, OPENS - 1])('%d months of work open nothing: whoever loses the job is entitled at once, and keeps what was earned', (worked) => {
  const { statuses, rights } = play(worked, jobsEndAfter(worked), everyoneIn(D, 0));
  expect(statuses).toEqual([...times(D, worked - 1), [E]]);
  expect(rights).toEqual([worked * RIGHTS_IN_A_MONTH]);
});

test('what is left of old rights adds to what a job earns, and opens them all the same', () => {
  const { statuses } = play(2 + 7, jobsEndAfter(3), everyoneIn(D, 4 * RIGHTS_IN_A_MONTH));
  expect(statuses).toEqual([...times(D, 2), ...times(N, 7)]);
});

test('jobs that insurance does not cover open nothing, and covered ones are as many as declared', () => {
  const open = everyoneIn(D, MOST * RIGHTS_IN_A_MONTH);
  expect(play(1, { ...jobsEndAfter(1), set: { 'labour.insured': 0 } }, open).statuses).toEqual([[E]]);
  const share = 0.7;
  const { insured, people } = play(1, { ...jobsEndAfter(1), set: { 'labour.insured': share } }, open);
  const error = Math.sqrt(people * share * (1 - share));
  expect(Math.abs(insured[0]! - people * share) / error).toBeLessThan(3.5);
  expect(Math.abs(insured[0]! - people * share * 1.15) / error).toBeGreaterThan(4);
});

/** A few hours beside the minimum income, which all end in their m-th month. */
const hoursEndAfter = (m: number, set: Set = {}): Partial<Rules> => ({ set, timeline: [{ at: m - 1, set: { 'labour.few-hours-end': 1 } }] });
const beside = everyoneIn(A, 0, WORKING);

test.each([
  [12, 0.5, 6],
  [20, 0.5, 10],
  [20, 0.3, 6],
  [30, 1, MOST],
])('%d months of a few hours, each worth %d of a month, lead from benefit to %d months of insurance, and it is told', (months, worth, drawn) => {
  const { statuses, turns } = play(months + drawn, hoursEndAfter(months, { 'labour.few-hours-rights': worth }), beside);
  expect(statuses).toEqual([...times(A, months - 1), ...times(N, drawn), [E]]);
  expect(turns.filter(({ cause }) => cause === 'labour.insured').map(({ month }) => month)).toEqual(Array(200).fill(months - 1));
});

test('too few of them, or worth nothing, and one stays on benefit without those hours', () => {
  for (const [months, set] of [
    [11, {}],
    [20, { 'labour.few-hours-rights': 0 }],
    [12, { 'labour.few-hours-insured': 0 }],
  ] as const) {
    const { statuses, turns, rights } = play(months + 1, hoursEndAfter(months, set), beside);
    expect(statuses).toEqual(times(A, months + 1));
    expect(turns.some(({ cause }) => cause === 'labour.insured')).toBe(false);
    expect(turns.filter(({ cause }) => cause === 'labour.few-hours-ended').length).toBe(200);
    expect(rights).toEqual(['labour.few-hours-rights' in set ? 0 : months * 5]);
  }
});

test.each([1, 0.3])('and of those whose hours end, %d a month, as many as declared have an allowance that exceeds the minimum income', (end) => {
  const share = 0.6;
  const set = { 'labour.few-hours-end': end, 'labour.few-hours-insured': share };
  const { insured, people } = play(1, { set }, everyoneIn(A, MOST * RIGHTS_IN_A_MONTH, WORKING));
  const chance = end * share;
  const error = Math.sqrt(people * chance * (1 - chance));
  expect(Math.abs(insured[0]! - people * chance) / error).toBeLessThan(3.5);
  expect(Math.abs(insured[0]! - people * chance * 1.5) / error).toBeGreaterThan(4);
});

test.each([
  [OPENS - 1, N],
  [OPENS - 2, A],
])('an insertion contract that ends reopens insurance to those it gave %d months before its last, and to no others', (months, after) => {
  const set = {
    'social-economy.exit-months': 0,
    'social-economy.gives-up': 0,
    'social-economy.longest-stay': 1,
    'social-economy.insured': 1,
    'capacity.insertion-jobs': 0,
  };
  const { statuses } = play(1, { set, off: everyKey.filter((key) => key !== 'social-economy') }, (world) => {
    everyoneIn(I, months * RIGHTS_IN_A_MONTH, HELD)(world);
    world.people.employer.fill(0);
  });
  expect(statuses).toEqual([[after]]);
});

/** What a month makes of rights, by where a person stood before and stands after. */
function due(before: number, after: number, working: boolean, rights: number, most: number): number | undefined {
  if (before === D || before === S || (before === I && after === I)) return Math.min(most, rights + RIGHTS_IN_A_MONTH);
  if (before === N) return after === N || after === E ? Math.max(0, rights - RIGHTS_IN_A_MONTH) : rights;
  if (before === A && after === A) return working ? Math.min(most, rights + RIGHTS_IN_A_MONTH / 2) : rights;
  return undefined;
}

test('in the whole model rights move by a month of work, of a few hours or of insurance, and by nothing else', () => {
  const request = requestOf({
    population: 1500,
    months: 12,
    seed: 'rights',
    rules: rulesOf({ set: { 'labour.few-hours-rights': 0.5, 'labour.rights-most': MOST } }),
  });
  const from = settle(request);
  const before = cloneWorld(from);
  const wrong: string[] = [];
  let [moves, shut] = [0, 0];
  simulate(request, {
    from,
    onMonth({ world, month }) {
      const { people, head } = world;
      for (let i = 0; i < head[header.rows]!; i++) {
        const was = before.people;
        if (people.status[i] === VACANT || was.status[i] === VACANT || people.id[i] !== was.id[i]) continue;
        const working = (was.flags[i]! & people.flags[i]! & WORKING) !== 0;
        const [own, then] = [people.rights[i]!, was.rights[i]!];
        const expected = due(was.status[i]!, people.status[i]!, working, then, MOST * RIGHTS_IN_A_MONTH);
        if (expected === undefined || (was.flags[i]! ^ people.flags[i]!) & WORKING) continue;
        if (own !== then) moves++;
        if (own !== expected) wrong.push(`${people.id[i]}, month ${month.now}: ${was.status[i]} to ${people.status[i]}, ${then} to ${own}`);
        // Insurance ends when rights do, and not before.
        if (was.status[i] === N && (people.status[i] === E || rightOpen[people.status[i]!])) {
          shut++;
          expect(own).toBe(0);
        }
        if (people.status[i] === N && was.status[i] === N) expect(own).toBeGreaterThan(0);
      }
      new Uint8Array(before.buffer).set(new Uint8Array(world.buffer));
    },
  });
  expect(wrong.slice(0, 5)).toEqual([]);
  expect(moves).toBeGreaterThan(3000);
  expect(shut).toBeGreaterThan(20);
});
