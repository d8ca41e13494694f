import { expect, test } from 'vitest';
import { settle, simulate, type Trial } from '../../src/engine/index.ts';
import { NEEDS, SKILLS } from '../../src/engine/world/people.ts';
import { A, D, seeks } from '../../src/engine/world/status.ts';
import { cloneWorld, header, type World } from '../../src/engine/world/world.ts';
import { requestOf, rulesOf } from './worlds.ts';

const NEWCOMERS = 4_194_304;

const trial: Trial = {
  unit: 'person',
  who: { status: 'OWA' },
  enrol: 1,
  months: 36,
  groups: [{ share: 0.5 }, { share: 0.5, people: { 'skills-solution': { set: 1 } } }],
  track: [],
  strata: [],
  services: [],
};

/** Search of those given a training place in their last month, relative to what it is in the world where nobody is given one. */
function searchAfter(set: Readonly<Record<string, number>>, months = trial.months): number {
  const none = { set: {}, unit: 'person', share: 0 } as const;
  const request = requestOf({ population: 1_500, months, seed: 'training', rules: rulesOf({ set }), arms: [none], trial: { ...trial, months } });
  const from = settle(request);
  const runOf = (trialOf: Partial<Trial>) => {
    const search = new Map<number, number>();
    const { members } = simulate(
      { ...request, trial: { ...request.trial!, ...trialOf } },
      {
        from,
        onMonth({ month, world: { people, head }, scratch }) {
          if (month.now !== months - 1) return;
          for (let i = 0; i < head[header.rows]!; i++) if (seeks[people.status[i]!]) search.set(people.id[i]!, scratch.effective[i]!);
        },
      },
    ).trial!;
    return { search, members };
  };
  const { search, members } = runOf({});
  const twin = runOf({ all: 0, members }).search;
  let [taught, not] = [0, 0];
  members.ids.forEach((id, k) => {
    if (members.group[k] === 0 || !search.has(id) || !twin.has(id)) return;
    taught += search.get(id)!;
    not += twin.get(id)!;
  });
  return taught / not - 1;
}

test('people given a training place search more three years later, by what they learned and not by the need it eased alone', () => {
  const lasting = searchAfter({});
  expect(lasting).toBeGreaterThan(0.2);
  expect(searchAfter({ 'needs.training-worth': 0 })).toBeLessThan(lasting / 2);
});

test('and less while it lasts: a place held takes hours of search', () => {
  const kept = { 'needs.training-worth': 0, 'repair.stay-months': 120 };
  const without = searchAfter({ ...kept, 'repair.training-hours': 0 }, 2);
  expect(searchAfter(kept, 2)).toBeLessThan(without - 0.05);
});

/** Months of a small world prepared by hand; `see` is shown each one. */
function play(months: number, set: Readonly<Record<string, number>>, prepare: (world: World) => void, see: (world: World, month: number) => void): void {
  const request = requestOf({ population: 800, months, seed: 'learned', rules: rulesOf({ set }) });
  const from = cloneWorld(settle(request));
  prepare(from);
  simulate(request, { from, onMonth: ({ world, month }) => see(world, month.now) });
}

/** Those of whom `holds` is true at the end of a month, out of some. */
const still = ({ people, head }: World, holds: (status: number) => boolean, some?: ReadonlySet<number>): Set<number> => {
  const out = new Set<number>();
  for (let i = 0; i < head[header.rows]!; i++) if (holds(people.status[i]!) && (!some || some.has(people.id[i]!))) out.add(people.id[i]!);
  return out;
};

test('what was learned fades out of work, and not in durable work', () => {
  let working = new Set<number>();
  let searching = new Set<number>();
  const known = new Map<number, number>();
  play(
    12,
    { 'repair.learning': 0, 'needs.training-fades': 0.02 },
    (world) => {
      world.people.learned.fill(1);
      working = still(world, (status) => status === D);
      searching = still(world, (status) => seeks[status] === 1);
      // Whoever has just come in is looked at once more.
      world.people.load.forEach((load, i) => load < 0 && searching.delete(world.people.id[i]!));
    },
    (world) => {
      working = still(world, (status) => status === D, working);
      searching = still(world, (status) => seeks[status] === 1, searching);
      world.people.id.forEach((id, i) => known.set(id, world.people.learned[i]!));
    },
  );
  expect(working.size).toBeGreaterThan(50);
  expect(searching.size).toBeGreaterThan(100);
  for (const id of working) expect(known.get(id)).toBe(1);
  // Looked at once a quarter.
  for (const id of searching) expect(known.get(id)).toBeCloseTo((1 - 3 * 0.02) ** 4, 5);
});

test('each month of a place held teaches the same share of what is left to learn', () => {
  let holders = 0;
  play(
    6,
    { 'repair.learning': 0.1, 'repair.stay-months': 120, 'needs.training-fades': 0, 'needs.recovery': 0 },
    ({ people }) => {
      people.learned.fill(0);
      people.solved.fill(1 << SKILLS);
      for (let i = 0; i < people.solved.length; i++) people.needs[i * NEEDS + SKILLS] = 1;
    },
    ({ people, head }, month) => {
      for (let i = 0; i < head[header.rows]!; i++) {
        if (people.status[i] !== A || people.solved[i] !== 1 << SKILLS || people.id[i]! >= NEWCOMERS) continue;
        holders++;
        expect(people.learned[i]).toBeCloseTo(1 - 0.9 ** (month + 1), 5);
      }
    },
  );
  expect(holders).toBeGreaterThan(300);
});
