import { beforeAll, describe, expect, test } from 'vitest';
import type { Context } from '../../src/engine/context.ts';
import { type Checkpoint, mechanisms, parameters, runKey, type RunRequest, settle, simulate, type World } from '../../src/engine/index.ts';
import { VACANT } from '../../src/engine/world/status.ts';
import { header } from '../../src/engine/world/world.ts';
import { requestOf, rulesOf, territoryOf } from './worlds.ts';

const strict = { 'conditionality.hours': 20, 'conditionality.monitoring': 0.2, 'conditionality.sanction-share': 1 };
const joint = { 'evaluation.joint-weight': 1, 'governance.mission-integration': 1, 'governance.pooling': 0.15, 'governance.mission-programmes': 1 };
const busy = requestOf({ rules: rulesOf({ set: { ...strict, ...joint } }), months: 30, population: 500 });
let from: World;
beforeAll(() => {
  from = settle(busy);
});

const bytes = ({ buffer }: World) => Buffer.from(buffer.slice(0));

describe('the same request gives the same bits', () => {
  test('twice from the start, and forked from the world at month 0', () => {
    const whole = simulate(busy);
    const before = bytes(from);
    expect(simulate(busy, { from }).digest).toBe(whole.digest);
    expect(bytes(from).equals(before), 'the world forked from is left untouched').toBe(true);
    expect(simulate(busy).digest).toBe(whole.digest);
    expect(simulate(busy, { from })).toEqual(whole);
  });

  test('whatever ran in between', () => {
    const digest = simulate(busy, { from }).digest;
    simulate(requestOf({ territory: territoryOf('nord'), parameters: { 'kernel.jointness': 1 }, months: 3, population: 300 }));
    expect(simulate(busy, { from }).digest).toBe(digest);
  });

  test.each(['parcours', 'a', 'b'])('with rows reversed, seed %s, services, ties, funders and zones included', (seed) => {
    const mine = { ...busy, seed, months: 12 };
    const [straight, reversed] = [settle(mine), settle(mine, { reversed: true })];
    expect([...reversed.people.id.subarray(0, 20)]).not.toEqual([...straight.people.id.subarray(0, 20)]);
    for (const table of ['structures', 'ties', 'funders', 'zones'] as const) {
      const parted = Object.keys(straight[table]).filter((name) => String(reversed[table][name as never]) !== String(straight[table][name as never]));
      expect([table, parted]).toEqual([table, []]);
    }
    expect(simulate(mine, { from: reversed }).digest).toBe(simulate(mine, { from: straight }).digest);
  });

  test('whether or not anyone is watched, and something is seen of those who are', () => {
    let events = 0;
    const watched = simulate(busy, { from, watched: 300, onMonth: (context) => (events = context.events.turns.length) });
    expect(watched.digest).toBe(simulate(busy, { from }).digest);
    expect(events).toBeGreaterThan(200);
    let none = 0;
    simulate(busy, { from, onMonth: (context) => (none = context.events.turns.length) });
    expect(none).toBe(0);
  });
});

test('seed, replication, population, territory, months, rules and parameters each change the digest and the key', () => {
  const short = requestOf({ months: 3, population: 300 });
  const others: RunRequest[] = [
    short,
    { ...short, seed: 'other' },
    { ...short, replication: 1 },
    { ...short, population: 301 },
    { ...short, months: 4 },
    { ...short, territory: territoryOf('nord') },
    { ...short, rules: rulesOf({ set: strict }) },
    { ...short, rules: rulesOf({ off: ['needs'] }) },
    { ...short, parameters: { 'needs.crisis': 0.06 } },
  ];
  const results = others.map((request) => simulate(request));
  expect(new Set(results.map(({ digest }) => digest)).size).toBe(others.length);
  expect(new Set(others.map(runKey)).size).toBe(others.length);
  const figures = results.map(({ series }) =>
    Object.values(series)
      .map((values) => values.subarray(0, 3).join())
      .join(),
  );
  expect(new Set(figures).size, 'and what comes out, the fourth month alone aside').toBe(others.length - 1);
});

const differ = (a: Readonly<Record<string, Float64Array>>, b: Readonly<Record<string, Float64Array>>, start: number, end: number): string[] =>
  Object.keys(a).filter((id) => a[id]!.subarray(start, end).join() !== b[id]!.subarray(start, end).join());

test('two rule books that differ from month 24 agree to the bit before, and no longer after', () => {
  const first = simulate({ ...busy, rules: rulesOf() }, { from });
  const second = simulate({ ...busy, rules: rulesOf({ timeline: [{ at: 24, set: { ...strict, ...joint } }] }) }, { from });
  expect(differ(first.series, second.series, 0, 24)).toEqual([]);
  expect(differ(first.series, second.series, 24, 30).length).toBeGreaterThan(10);
});

test('a run taken up at the month where rule books part gives the bits of the whole run', () => {
  const parted = { ...busy, rules: rulesOf({ set: strict, timeline: [{ at: 12, over: 6, set: joint }] }) };
  const common = { ...busy, rules: rulesOf({ set: strict }) };
  const whole = simulate(parted, { from });
  for (const start of [common, parted]) {
    let kept: Checkpoint | undefined;
    simulate(start, { from, checkpoint: { month: 12, save: (checkpoint) => (kept = checkpoint) } });
    expect(kept?.month).toBe(12);
    expect(simulate(parted, { resume: kept! })).toEqual(whole);
    expect(simulate(parted, { resume: kept! }).digest, 'and once more, from the same place').toBe(whole.digest);
  }
});

test('a change that ends, and one spread over months, hold the values they state', () => {
  const seen: number[][] = [];
  const rules = rulesOf({
    set: { 'conditionality.hours': 4 },
    timeline: [
      { at: 2, over: 4, set: { 'conditionality.hours': 12 } },
      { at: 8, until: 10, set: { 'conditionality.hours': 0 } },
    ],
  });
  simulate({ ...busy, rules, months: 12 }, { from, onMonth: ({ rules }) => seen.push([rules.conditionality!.hours![0]!]) });
  expect(seen.flat()).toEqual([4, 4, 6, 8, 10, 12, 12, 12, 0, 0, 12, 12]);
});

type Person = readonly number[];
/** What a newcomer is, whatever happens next: drawn once, on arrival. */
function arrivals(request: RunRequest): Map<number, Person> {
  const found = new Map<number, Person>();
  const note = ({ world: { people, head }, month }: Context) => {
    const first = 4_194_304 + (month.now + 24) * 131_072;
    for (let i = 0; i < head[header.rows]!; i++) {
      const id = people.id[i]!;
      if (people.status[i] === VACANT || id < first) continue;
      found.set(id, [
        people.ability[i]!,
        people.benefit[i]!,
        people.household[i]!,
        people.tie[i]!,
        people.flags[i]!,
        people.trust[i]!,
        ...people.needs.subarray(i * 7, i * 7 + 7),
      ]);
    }
  };
  simulate(request, { from, onMonth: note });
  return found;
}

test('newcomers of a rule book with fewer entries are among those of one with more, the same to the bit', () => {
  const few = arrivals({ ...busy, rules: rulesOf({ set: { 'conjuncture.inflow': 0.7 } }) });
  const many = arrivals({ ...busy, rules: rulesOf({ set: { 'conjuncture.inflow': 1.6, ...strict } }) });
  expect(few.size).toBeGreaterThan(40);
  expect(many.size).toBeGreaterThan(1.5 * few.size);
  for (const [id, person] of few) expect([id, many.get(id)]).toEqual([id, person]);
});

describe('arms', () => {
  const plain = requestOf({ months: 18, population: 500 });
  const base = simulate(plain);
  const withArm = (set: Readonly<Record<string, number>>, unit: 'person' | 'structure', share: number) => ({ ...plain, arms: [{ set, unit, share }] });

  test('an arm with no override moves nothing but the key', () => {
    for (const unit of ['person', 'structure'] as const) {
      const request = withArm({}, unit, 0.5);
      const arm = simulate(request);
      expect(arm.series).toEqual(base.series);
      expect(runKey(request)).not.toBe(runKey(plain));
    }
  });

  test('an arm of nobody moves nothing either', () => expect(simulate(withArm(strict, 'person', 0)).series).toEqual(base.series));

  test('an override reaches its own units alone: only people of the arm are sanctioned', () => {
    const none = { 'conditionality.monitoring': 0 };
    let inside = 0;
    let outside = 0;
    let members = 0;
    let everyone = 0;
    const request = {
      ...withArm({ 'conditionality.monitoring': 0.3, 'conditionality.warning': 0 }, 'person', 0.3),
      rules: rulesOf({ set: none }),
      parameters: none,
    };
    simulate(request, {
      onMonth({ world: { people, head }, month }) {
        if (month.now !== 17) return;
        for (let i = 0; i < head[header.rows]!; i++) {
          if (people.status[i] === VACANT || people.id[i]! >= 4_194_304) continue;
          everyone++;
          if (people.arm[i]) members++;
          if (people.arm[i]) inside += people.sanctions[i]!;
          else outside += people.sanctions[i]!;
        }
      },
    });
    expect(inside).toBeGreaterThan(20);
    expect(outside).toBe(0);
    expect(members / everyone).toBeCloseTo(0.3, 1);
  });

  test('who is in an arm depends on the person, not on the rule book', () => {
    const membersOf = (set: Readonly<Record<string, number>>, rules = rulesOf()) => {
      let found: number[] = [];
      simulate(
        { ...withArm(set, 'person', 0.4), rules, months: 1 },
        {
          onMonth: ({ world: { people }, month }) => {
            if (month.now === 0)
              found = [...people.id].filter((id, i) => people.arm[i] === 1 && id < 4_194_304 && people.status[i] !== VACANT).sort((a, b) => a - b);
          },
        },
      );
      return found;
    };
    expect(membersOf({}).length).toBeGreaterThan(100);
    expect(membersOf(strict, rulesOf({ off: ['evaluation'] }))).toEqual(membersOf({}));
  });
});

test('every mechanism switched off alone changes what comes out', () => {
  const status = simulate({ ...busy, months: 18 }, { from });
  const still = mechanisms.filter(({ key }) => {
    const without = simulate({ ...busy, months: 18, rules: rulesOf({ set: busy.rules.set, off: [key] }) }, { from });
    return differ(status.series, without.series, 0, 18).length < 3;
  });
  expect(still.map(({ key }) => key)).toEqual([]);
});

test('an unknown lever is refused, everywhere one may be written', () => {
  const set = { 'evaluation.no-such': 1 };
  expect(parameters.has('evaluation.no-such')).toBe(false);
  for (const rules of [rulesOf({ set }), rulesOf({ timeline: [{ at: 1, set }] })])
    expect(() => simulate({ ...busy, rules }, { from })).toThrow('evaluation.no-such');
  expect(() => simulate({ ...busy, arms: [{ set, unit: 'person', share: 1 }] }, { from })).toThrow('evaluation.no-such');
});
