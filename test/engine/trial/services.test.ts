import { expect, test } from 'vitest';
import { settle, simulate, type Trial, type World } from '../../../src/engine/index.ts';
import { bodies, kinds } from '../../../src/engine/world/structures.ts';
import { institutions } from '../../mechanisms/ablation.ts';
import { requestOf, rulesOf, sum } from '../worlds.ts';

const MONTHS = 9;
const STAYS = 5;
const none = { set: {}, unit: 'person', share: 0 } as const;
const trial: Trial = {
  unit: 'person',
  who: { status: 'A' },
  enrol: 1,
  months: MONTHS,
  groups: [{ share: 0.4 }, { share: 0.6, service: 0, lasts: STAYS }],
  track: [],
  strata: [],
  services: [{ body: 0, filesPerWorker: 50 }],
};
const requestWith = (over: Partial<Trial>, set: Readonly<Record<string, number>> = {}) =>
  requestOf({
    population: 1_500,
    months: MONTHS,
    seed: 'services',
    arms: [none],
    rules: rulesOf({ set, off: [...institutions].sort() }),
    trial: { ...trial, ...over },
  });

/** What a trial leaves of ordinary services, and what it makes of its own, at the end of each month. */
function months<Seen>(over: Partial<Trial>, see: (world: World) => Seen, set: Readonly<Record<string, number>> = {}): Seen[] {
  const request = requestWith(over, set);
  const seen: Seen[] = [];
  simulate(request, { from: settle(request), onMonth: ({ world }) => seen.push(see(world)) });
  return seen;
}

const ordinary = ({ counts }: World) => counts.structures - 1;
const posts = (world: World) => [...world.structures.posts.subarray(0, ordinary(world))];
/** Files per post of all ordinary services. */
const load = (world: World) => sum(world.structures.caseload.subarray(0, ordinary(world))) / sum(posts(world));

test('posts follow those who go to a service of the trial, never the last one, and all come back with them', () => {
  const before = posts(settle(requestWith({})));
  const seen = months({ postsFollow: true }, posts);
  const during = seen.slice(0, STAYS);
  for (const now of during) {
    now.forEach((n, j) => {
      expect(n).toBeLessThanOrEqual(before[j]!);
      expect(n).toBeGreaterThanOrEqual(Math.min(1, before[j]!));
    });
    expect(sum(now)).toBeLessThan(0.75 * sum(before));
  }
  for (const now of seen.slice(STAYS + 1)) expect(now).toEqual(before);
});

test('so that those left have no more time than before, where posts that stay give them more', () => {
  const before = load(settle(requestWith({})));
  expect(months({ postsFollow: true }, load)[2]! / before).toBeGreaterThan(0.8);
  expect(months({}, load)[2]! / before).toBeLessThan(0.6);
  expect(months({}, posts)).toEqual(Array.from({ length: MONTHS }, () => posts(settle(requestWith({})))));
});

test('a service of the trial keeps the terms of pay it is given, month after month, whatever those of the territory', () => {
  const body = bodies.findIndex(({ kind }) => kinds[kind]!.key === 'private');
  const services = [{ body, filesPerWorker: 50, edits: { 'per-head': { set: 120 }, 'per-result': { set: 640 } } }];
  const terms = ({ structures: s, counts }: World) => [s.perHead[counts.structures - 1], s.perResult[counts.structures - 1]];
  const seen = months({ services, groups: [{ share: 0.4 }, { share: 0.6, service: 0 }] }, terms, { 'outsourcing.result-share': 0.5 });
  expect(seen).toEqual(Array.from({ length: MONTHS }, () => [12_000, 64_000]));
});
