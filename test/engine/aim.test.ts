import { expect, test } from 'vitest';
import { settle, simulate, type World } from '../../src/engine/index.ts';
import { aim } from '../../src/engine/mechanisms/standardisation/aim.ts';
import { NEEDS, WORKING } from '../../src/engine/world/people.ts';
import { AXES, PRACTICE } from '../../src/engine/world/structures.ts';
import { A } from '../../src/engine/world/status.ts';
import { cloneWorld, header } from '../../src/engine/world/world.ts';
import { everyKey, requestOf, rulesOf } from './worlds.ts';

type Set = Readonly<Record<string, number>>;

const SOCIAL = 1;
const MOVES = 0.6;
const base = requestOf({ population: 2_000, seed: 'aim', rules: rulesOf({ set: { 'outsourcing.share': 0.5 } }) });
const settled = settle(base);
const rows = (world: World): number[] => Array.from({ length: world.counts.structures }, (_, j) => j);

/** Share of a structure’s time that its practice gives to needs. */
const social = ({ structures: { practice } }: World, j: number): number => {
  let sum = 0;
  for (let q = SOCIAL; q < PRACTICE; q += AXES) sum += practice[j * PRACTICE + q]!;
  return sum / (PRACTICE / AXES);
};
const leaning = (world: World, j: number, to: number): void => {
  for (let q = SOCIAL; q < PRACTICE; q += AXES) world.structures.practice[j * PRACTICE + q] = to;
};

/** Mean over people followed. */
const mean = (world: World, of: (j: number) => number): number => {
  let [sum, people] = [0, 0];
  for (const j of rows(world)) {
    sum += (world.structures.caseload[j]! + 1) * of(j);
    people += world.structures.caseload[j]! + 1;
  }
  return sum / people;
};

test('what an hour brings for work and for needs is 1 over people followed at the start, and moves apart by twice the gap of aims', () => {
  const world = cloneWorld(settled);
  const { structures: s } = world;
  s.pressed.fill(0);
  aim(world, MOVES, true);
  expect(mean(world, (j) => s.toWork[j]!)).toBeCloseTo(1, 12);
  expect(mean(world, (j) => s.toNeeds[j]!)).toBeCloseTo(1, 12);
  const usual = mean(world, (j) => social(world, j));
  for (const j of rows(world)) {
    expect(s.toWork[j]).toBeCloseTo(1 - 2 * MOVES * (social(world, j) - usual), 12);
    expect(s.toWork[j]! + s.toNeeds[j]!).toBeCloseTo(2, 12);
  }
  expect(Math.max(...s.toWork) - Math.min(...s.toWork)).toBeGreaterThan(0.2);
});

test('once learnt the mean stays: a service that turns to work gains there what it loses for needs, and the others stand still', () => {
  const world = cloneWorld(settled);
  const { structures: s } = world;
  aim(world, MOVES, true);
  const [work, needs] = [s.toWork.slice(), s.toNeeds.slice()];
  const turned = social(world, 3) - 0.1;
  leaning(world, 3, turned);
  aim(world, MOVES, false);
  for (const j of rows(world)) {
    const gain = j === 3 ? 2 * MOVES * 0.1 * (1 - s.pressed[3]!) : 0;
    expect(s.toWork[j]).toBeCloseTo(work[j]! + gain, 12);
    expect(s.toNeeds[j]).toBeCloseTo(needs[j]! - gain, 12);
  }
});

test('pay by result turns its share of the time given to needs, and of no other', () => {
  const world = cloneWorld(settled);
  const { structures: s } = world;
  s.pressed.fill(0);
  aim(world, MOVES, true);
  const work = s.toWork.slice();
  leaning(world, 2, 1);
  leaning(world, 3, 0);
  aim(world, MOVES, false);
  const [most, least] = [s.toWork[2]!, s.toWork[3]!];
  s.pressed.fill(0.25);
  aim(world, MOVES, false);
  expect(s.toWork[2]! - most).toBeCloseTo(2 * MOVES * 0.25, 12);
  expect(s.toWork[3]).toBe(least);
  expect(s.toWork[0]! - work[0]!).toBeCloseTo(2 * MOVES * 0.25 * social(world, 0), 12);
});

test('nothing moved, and both are 1 for all; moved as far as can be, and neither falls under a tenth', () => {
  const world = cloneWorld(settled);
  const { structures: s } = world;
  leaning(world, 0, 1);
  leaning(world, 1, 0);
  s.pressed.fill(0);
  aim(world, 0, true);
  expect(new Set([...s.toWork, ...s.toNeeds])).toEqual(new Set([1]));
  aim(world, 2, true);
  expect([s.toWork[0], s.toNeeds[1]]).toEqual([0.1, 0.1]);
});

/** Structures as some months leave them. */
function after(months: number, set: Set, off: readonly string[] = [], prepare: (world: World) => void = () => {}) {
  const from = cloneWorld(settled);
  prepare(from);
  let world = from;
  simulate(
    { ...base, months, rules: rulesOf({ set: { ...base.rules.set, ...set }, off }) },
    { from, onMonth: (context) => (world = cloneWorld(context.world)) },
  );
  return { from, world, s: world.structures, operators: rows(world).filter((j) => world.structures.perHead[j]! + world.structures.perResult[j]! > 0) };
}

test('month 0 sets the mean by those then followed; with the mechanism off, or nothing moved, both are 1', () => {
  const { from, s } = after(1, { 'standardisation.aim-moves': MOVES });
  expect(mean(from, (j) => s.toWork[j]!)).toBeCloseTo(1, 12);
  expect(mean(from, (j) => s.toNeeds[j]!)).toBeCloseTo(1, 12);
  expect(Math.max(...s.toWork) - Math.min(...s.toWork)).toBeGreaterThan(0.2);
  for (const { s: flat } of [after(4, { 'standardisation.aim-moves': 0 }), after(4, {}, ['standardisation'])])
    expect(new Set([...flat.toWork, ...flat.toNeeds])).toEqual(new Set([1]));
});

/** Nobody works a few hours, which would add to search too. */
const idle = cloneWorld(settled);
for (let i = 0; i < idle.head[header.rows]!; i++) idle.people.flags[i]! &= ~WORKING;

/** What support makes of search, and leaves of each need, in one month of a world where hours are worth the same everywhere but for aims. */
function support(moves: number) {
  const set = { ...base.rules.set, 'standardisation.aim-moves': moves, 'needs.crisis': 0, 'needs.recovery': 0, 'kernel.relief-rate': 0.05 };
  const found = new Map<number, { lead: number; search: number; effective: number; needs: number[] }>();
  let s = idle.structures;
  simulate(
    { ...base, months: 1, rules: rulesOf({ set, off: everyKey.filter((key) => key !== 'standardisation' && key !== 'needs') }) },
    {
      from: idle,
      onMonth({ world, scratch }) {
        s = cloneWorld(world).structures;
        const { people, head } = world;
        for (let i = 0; i < head[header.rows]!; i++) {
          if (people.status[i] !== A || idle.people.status[i] !== A || idle.people.lead[i] !== people.lead[i]) continue;
          const needs = Array.from({ length: NEEDS }, (_, n) => 1 - people.needs[i * NEEDS + n]! / idle.people.needs[i * NEEDS + n]!);
          found.set(people.id[i]!, { lead: people.lead[i]!, search: scratch.search[i]!, effective: scratch.effective[i]!, needs });
        }
      },
    },
  );
  return { found, s };
}

test('support adds to search by what an hour brings for work, and eases needs by what it brings for needs', () => {
  const [leaned, flat] = [support(MOVES), support(0)];
  let [added, eased] = [0, 0];
  for (const [id, { lead, search, effective, needs }] of leaned.found) {
    const same = flat.found.get(id);
    if (!same || same.search !== search || search === 0 || same.effective <= search) continue;
    added++;
    expect((effective - search) / (same.effective - search)).toBeCloseTo(leaned.s.toWork[lead]!, 8);
    needs.forEach((drop, n) => {
      if (!(same.needs[n]! > 0.001)) return;
      eased++;
      expect(drop / same.needs[n]!).toBeCloseTo(leaned.s.toNeeds[lead]!, 2);
    });
  }
  expect(added).toBeGreaterThan(40);
  expect(eased).toBeGreaterThan(100);
});

test('pay by result presses operators by what results weigh in an exit, pay by the head presses nobody, and neither does with operators off', () => {
  const turned = 0.6;
  const result = { 'outsourcing.result-share': 1, 'operators.turned-to-work': turned, 'evaluation.joint-weight': 0 };
  const paid = after(3, result);
  expect(paid.operators.length).toBeGreaterThan(2);
  for (const j of rows(paid.world)) {
    const { value, mission, pressed } = paid.s;
    expect(pressed[j]).toBeCloseTo(paid.operators.includes(j) ? (turned * value[j]!) / (value[j]! + mission[j]!) : 0, 12);
  }
  const pressing = paid.operators.map((j) => paid.s.pressed[j]!);
  expect(Math.min(...pressing)).toBeGreaterThan(0.1);
  const marked = (world: World) => world.structures.pressed.fill(0.5);
  for (const { s, operators } of [
    after(3, { ...result, 'outsourcing.result-share': 0 }, [], marked),
    after(3, { ...result, 'operators.turned-to-work': 0 }, [], marked),
    after(3, { ...result, 'evaluation.joint-weight': 1 }, [], marked),
  ])
    expect(operators.map((j) => s.pressed[j])).toEqual(operators.map(() => 0));
  expect(new Set(after(1, result, ['operators'], marked).s.pressed)).toEqual(new Set([0]));
});

test('and operators so pressed bring more for work than the same paid by the head', () => {
  const [head, result] = [0, 1].map((share) =>
    after(7, { 'outsourcing.result-share': share, 'outsourcing.specification': 0, 'standardisation.aim-moves': MOVES }),
  );
  // One may stand elsewhere because its practice went another way meanwhile.
  const short = result!.operators.filter((j) => {
    const gain = 2 * MOVES * social(result!.world, j) * result!.s.pressed[j]!;
    return result!.s.toWork[j]! - head!.s.toWork[j]! <= gain / 2;
  });
  expect(short.length).toBeLessThanOrEqual(1);
  expect(result!.operators.length).toBeGreaterThan(2);
});
