import { expect, test } from 'vitest';
import { tally } from '../../src/engine/context.ts';
import type { Rules } from '../../src/engine/index.ts';
import { openRun, runMonth, simulate } from '../../src/engine/simulate.ts';
import { refundDue, reviewed, reviewRefunds, shareAt, voteRefund } from '../../src/engine/refund.ts';
import { BENEFITS, CAF, DEPARTEMENT, LINES, STATE } from '../../src/engine/world/funders.ts';
import { DEPARTEMENT_UNIT, LOCAL_MISSION } from '../../src/engine/world/organise.ts';
import { CONTRACT, NONE } from '../../src/engine/world/people.ts';
import { A, I, paid, statuses, X } from '../../src/engine/world/status.ts';
import { cloneWorld, header, type World } from '../../src/engine/world/world.ts';
import { builtInCatalogue, findScenario, scenarioIds } from '../../src/io/catalogue.ts';
import { resolveScenario } from '../../src/io/scenario.ts';
import { value } from '../io/builders.ts';
import { auditor } from './books-check.ts';
import { territoryOf } from './worlds.ts';

const territory = territoryOf('bruxelles-capitale');
const request = { rules: { set: {}, timeline: [], off: [] }, territory, population: 400, months: 6, seed: 'brussels', replication: 0 };

test('each commune is a zone with one CPAS, and nine have a mission locale', () => {
  const { structures, counts } = openRun(request).context.world;
  expect(counts.zones).toBe(19);
  const zonesOf = (body: number): number[] => [...structures.zone].filter((_, j) => structures.body[j] === body).sort((a, b) => a - b);
  expect(zonesOf(DEPARTEMENT_UNIT)).toEqual(Array.from({ length: 19 }, (_, z) => z));
  expect(new Set(zonesOf(LOCAL_MISSION)).size).toBe(9);
  expect(zonesOf(LOCAL_MISSION)).toHaveLength(9);
});

test('a CPAS follows residents of its commune, but for the few it kept or took back after a move', () => {
  const run = openRun(request);
  for (let month = 0; month < 6; month++) runMonth(run.context, run.acts, month);
  const { people, structures, head } = run.context.world;
  let held = 0;
  let own = 0;
  for (let i = 0; i < head[header.rows]!; i++) {
    const lead = people.lead[i]!;
    if (people.status[i] !== A || lead === NONE || !structures.local[lead]) continue;
    held++;
    if (structures.zone[lead] === people.zone[i]) own++;
  }
  expect(held).toBeGreaterThan(50);
  expect(own / held).toBeGreaterThan(0.9);
});

test('the federal refund goes by each CPAS’s number, at thresholds to the unit', () => {
  const { world } = openRun(request).context;
  for (const [recipients, share] of [
    [0, 0.55],
    [499, 0.55],
    [500, 0.65],
    [999, 0.65],
    [1000, 0.7],
    [9000, 0.7],
  ] as const)
    expect(shareAt(world, recipients)).toBe(share);
});

test('a threshold passed counts with 5 % of growth; below it a point is lost a year, and nothing when the fall is under 3 %', () => {
  const { world } = openRun(request).context;
  expect(reviewed(world, 0.55, 520, 496)).toBe(0.55);
  expect(reviewed(world, 0.55, 525, 500)).toBe(0.65);
  expect(reviewed(world, 0.65, 1100, 990)).toBe(0.7);
  expect(reviewed(world, 0.65, 490, 500)).toBe(0.65);
  expect(reviewed(world, 0.65, 480, 500)).toBeCloseTo(0.64, 12);
  expect(reviewed(world, 0.555, 450, 500)).toBe(0.55);
  expect(reviewed(world, 0.65, 480, 0)).toBe(0.65);
});

test('the refund of a month is that of a hand count, to the cent', () => {
  const { context, acts } = openRun(request);
  runMonth(context, acts, 0);
  const { people, zones, head } = context.world;
  zones.refund.forEach((_, z) => {
    zones.refund[z] = [0.55, 0.65, 0.7][z % 3]!;
  });
  let expected = 0;
  for (let z = 0; z < 19; z++) {
    let all = 0;
    let signed = 0;
    for (let i = 0; i < head[header.rows]!; i++) {
      if (people.zone[i] !== z || !paid[people.status[i]!]) continue;
      const share = people.status[i] === X ? context.rules.conditionality!['sanction-share']![people.arm[i]!]! : 0;
      const due = people.benefit[i]! - Math.round(people.benefit[i]! * share);
      all += due;
      if (people.flags[i]! & CONTRACT) signed += due;
    }
    expected += Math.round((zones.refund[z]! * all + 0.1 * signed) * head[header.scale]!);
  }
  expect(refundDue(context)).toBe(expected);
  expect(expected).toBeGreaterThan(0.5 * head[header.benefitsPaid]!);
});

test('a CPAS that grows past a threshold is refunded more from the second year on', () => {
  const { world } = openRun(request).context;
  const z = 1;
  world.zones.refund[z] = 0.65;
  world.zones.recipients.set([12 * 1400, 1300, 1150, 900], z * 4);
  world.head[header.month] = 12;
  reviewRefunds(world);
  expect([...world.zones.recipients.subarray(z * 4, z * 4 + 4)]).toEqual([0, 1400, 1300, 1150]);
  expect(world.zones.refund[z]).toBe(0.7);
});

test('CPAS pay and bear the income themselves, and the federal State refunds them', () => {
  const { context, acts } = openRun(request);
  runMonth(context, acts, 0);
  const { funders: f, head } = context.world;
  expect(f.spent[DEPARTEMENT * LINES + BENEFITS]).toBe(head[header.benefitsPaid]);
  expect(f.spent[CAF * LINES + BENEFITS]).toBe(0);
  expect(f.transfersOut[STATE]).toBeGreaterThanOrEqual(head[header.refunded]!);
  expect(head[header.refunded]! / head[header.benefitsPaid]!).toBeGreaterThan(0.6);
  expect(head[header.refunded]! / head[header.benefitsPaid]!).toBeLessThan(0.8);
});

test('the federal budget takes up what it refunds beyond its plan, and CPAS count on as much less of their own', () => {
  const { world } = openRun(request).context;
  const { funders: f, head } = world;
  const [state, cpas] = [f.yearlyIncome[STATE]!, f.yearlyIncome[DEPARTEMENT]!];
  const planned = head[header.refundPlanned]!;
  expect(planned / head[header.refunded]!).toBeGreaterThan(0.9);
  expect(planned / head[header.refunded]!).toBeLessThan(1.1);
  head[header.refunded] = planned + 1000;
  voteRefund(world, 0.8);
  expect([f.yearlyIncome[STATE]! - state, f.yearlyIncome[DEPARTEMENT]! - cpas, head[header.refundPlanned]! - planned]).toEqual([800, -800, 800]);
});

test('in ten years of the status quo a growing refund does not eat the federal share of article 60, whose places stay held', () => {
  const held: number[] = [];
  let cut = 0;
  simulate(
    { ...request, months: 120 },
    {
      from: openRun(request).context.world,
      onMonth: ({ world: { enterprises, funders }, month }) => {
        cut = Math.max(cut, funders.cut[STATE]!);
        if (month.now >= 96) held.push(enterprises.filled[0]! / enterprises.standing[0]!);
      },
    },
  );
  expect(cut).toBeLessThan(0.15);
  expect(held.reduce((a, b) => a + b, 0) / held.length).toBeGreaterThan(0.85);
});

test('an article 60 contract ends on unemployment insurance, or on a job, and not back at the CPAS', () => {
  const { context, acts } = openRun({ ...request, population: 3000 });
  const { people, enterprises, head } = context.world;
  expect([enterprises.longest[0], enterprises.contract[0], enterprises.insured[0]]).toEqual([18, 18, 1]);
  expect(enterprises.standing[1]).toBe(0);
  const ended = new Map<string, number>();
  for (let month = 0; month < 12; month++) {
    const before = new Map<number, number>();
    for (let i = 0; i < head[header.rows]!; i++) if (people.status[i] === I && people.employer[i] === 0 && people.since[i]! >= 17) before.set(people.id[i]!, i);
    runMonth(context, acts, month);
    for (const [id, i] of before) {
      if (people.id[i] !== id || people.status[i] === I) continue;
      const letter = statuses[people.status[i]!]?.letter ?? '_';
      ended.set(letter, (ended.get(letter) ?? 0) + 1);
    }
  }
  const all = [...ended.values()].reduce((a, b) => a + b, 0);
  const backAtOnce = ['O', 'W', 'A', 'X'].reduce((sum, letter) => sum + (ended.get(letter) ?? 0), 0);
  expect(all).toBeGreaterThan(20);
  expect(ended.get('N') ?? 0).toBeGreaterThan(0.4 * all);
  expect(backAtOnce).toBeLessThan(0.1 * all);
});

test('the order of rows shows nowhere', () => {
  expect(simulate(request, { reversed: true }).digest).toBe(simulate(request).digest);
});

test('books, people, minutes and places are kept every month', () => {
  const opening = openRun(request).context.world;
  const audit = auditor(opening);
  simulate(request, { from: opening, onMonth: audit.onMonth });
  expect(audit.faults).toEqual([]);
});

test('when unemployment rights end, entries follow late and in part', () => {
  const wave = { at: 0, until: 1, set: { 'conjuncture.rights-ended': 20 } };
  const entries = (timeline: readonly (typeof wave)[]): number[] => {
    const seen: number[] = [];
    const opening = openRun(request).context.world;
    simulate({ ...request, months: 18, rules: { set: {}, timeline, off: [] } } as typeof request, {
      from: opening,
      onMonth: ({ scratch }) => seen.push(scratch.tally[tally.entries]!),
    });
    return seen;
  };
  const [before, after] = [entries([]), entries([wave])];
  const more = after.map((n, month) => n - before[month]!);
  const sum = more.reduce((a, b) => a + b, 0);
  // 20 of 100 lose their rights; half of them become entitled: 40 of the 400 of this world.
  expect(sum).toBeGreaterThan(25);
  expect(sum).toBeLessThan(55);
  expect(more[0]!).toBeLessThan(0.6 * sum);
  expect(more.slice(0, 6).reduce((a, b) => a + b, 0)).toBeGreaterThan(0.6 * sum);
});

test.each(scenarioIds.filter((id) => id !== 'status-quo'))('%s runs on Brussels and keeps the books', (id) => {
  const opening = openedOnce();
  const audit = auditor(opening);
  simulate({ ...request, months: 3, rules: atOnce(id) }, { from: opening, onMonth: audit.onMonth });
  expect(audit.faults).toEqual([]);
});

let opened: World | undefined;
function openedOnce(): World {
  opened ??= openRun(request).context.world;
  return cloneWorld(opened);
}

/** The rules of a scenario with every change from month 0, so that a short run meets them all. */
function atOnce(id: string): Rules {
  const rules = value(resolveScenario(findScenario(id)!, findScenario, builtInCatalogue));
  return { ...rules, timeline: rules.timeline.map(({ set }) => ({ at: 0, set })) };
}
