import { beforeAll, describe, expect, test } from 'vitest';
import { type Lever, levers, mechanisms, parameters, possibleRange, settle, simulate, type World } from '../../src/engine/index.ts';
import { CAF, DEPARTEMENT, ENGINEERING, FUNDERS, INSERTION, INVESTMENT, LINES, POT, STATE } from '../../src/engine/world/funders.ts';
import { CONTROL, MEETINGS, OUTREACH, REPORTING, ROUTINE, USES } from '../../src/engine/world/structures.ts';
import { header } from '../../src/engine/world/world.ts';
import { requestOf, rulesOf } from './worlds.ts';

const MONTHS = 24;
type Values = Readonly<Record<string, number>>;

/** What a rule book spends over the run: cents by funder and line, minutes by use, transfers out by funder. */
interface Bill {
  readonly cents: Float64Array;
  readonly minutes: Float64Array;
  readonly given: Float64Array;
  /** Cents for a person followed by an operator, if results are those expected. */
  price: number;
}

let from: World;
const request = requestOf({ population: 1000, months: MONTHS, seed: 'levers' });
beforeAll(() => {
  from = settle(request);
});

function bill(set: Values): Bill {
  const found = { cents: new Float64Array(FUNDERS * LINES), minutes: new Float64Array(USES), given: new Float64Array(FUNDERS), price: 0 };
  simulate(
    { ...request, rules: rulesOf({ set }) },
    {
      from,
      onMonth({ world: { funders: f, structures: s, counts, head } }) {
        for (let k = 0; k < FUNDERS * LINES; k++) found.cents[k]! += f.spent[k]!;
        for (let k = 0; k < FUNDERS; k++) found.given[k]! += f.transfersOut[k]!;
        for (let j = 0; j < counts.structures * USES; j++) found.minutes[j % USES]! += s.minutes[j]!;
        for (let j = 0; j < counts.structures; j++) found.price = Math.max(found.price, s.perHead[j]! + s.perResult[j]! * head[header.expectedResults]!);
      },
    },
  );
  return found;
}

const line =
  (l: number) =>
  ({ cents }: Bill) =>
    Array.from({ length: FUNDERS }, (_, k) => cents[k * LINES + l]!).reduce((a, b) => a + b, 0);
const lineOf =
  (funder: number, l: number) =>
  ({ cents }: Bill) =>
    cents[funder * LINES + l]!;
const use =
  (u: number) =>
  ({ minutes }: Bill) =>
    minutes[u]!;
const givenBy =
  (funder: number) =>
  ({ given }: Bill) =>
    given[funder]!;

interface Channel {
  /** Where the cost must show when the lever goes from `from` to `to`, and by which factor at least. */
  readonly where: (bill: Bill) => number;
  readonly kind: 'money' | 'minutes';
  readonly grows: number;
  readonly ends?: readonly [number, number];
  /** Other levers without which this one has nothing to act on. */
  readonly with?: Values;
}

const overrun = { 'conjuncture.tightness': 0.3, 'conjuncture.inflow': 2, 'books.reserve-months': 0, 'books.health': 400 };

/** Where each lever's cost falls. */
const channels: Readonly<Record<string, Channel>> = {
  'evaluation.joint-weight': { where: use(REPORTING), kind: 'minutes', grows: 1.2 },
  'evaluation.stake': { where: use(REPORTING), kind: 'minutes', grows: 1.2 },
  'evaluation.denominator': { where: use(REPORTING), kind: 'minutes', grows: 1.03 },
  'evaluation.exit-length': { where: use(REPORTING), kind: 'minutes', grows: 1.2 },
  'evaluation.credit': { where: use(REPORTING), kind: 'minutes', grows: 1.02 },
  'evaluation.audit-rate': { where: use(REPORTING), kind: 'minutes', grows: 1.0005 },
  'evaluation.group-staff': { where: use(REPORTING), kind: 'minutes', grows: 1.02 },
  'conditionality.contract': { where: use(CONTROL), kind: 'minutes', grows: 1.2 },
  'conditionality.hours': { where: use(CONTROL), kind: 'minutes', grows: 1.5 },
  'conditionality.monitoring': { where: use(CONTROL), kind: 'minutes', grows: 1.5 },
  'conditionality.warning': { where: use(CONTROL), kind: 'minutes', grows: 1, with: { 'conditionality.monitoring': 0.2, 'conditionality.sanction-share': 0 } },
  'conditionality.sanction-share': { where: use(CONTROL), kind: 'minutes', grows: 1.03, with: { 'conditionality.monitoring': 0.2 } },
  'conditionality.sanction-months': { where: use(CONTROL), kind: 'minutes', grows: 1.01, with: { 'conditionality.monitoring': 0.2 } },
  'conditionality.support-first': { where: use(OUTREACH), kind: 'minutes', grows: 1.2 },
  'budget.shift': { where: line(INVESTMENT), kind: 'money', grows: 1.05 },
  'budget.investment-share': { where: line(INVESTMENT), kind: 'money', grows: 2 },
  'budget.squeeze': { where: line(INSERTION), kind: 'money', grows: 1.01, ends: [1, 0], with: overrun },
  'budget.compensation': { where: givenBy(STATE), kind: 'money', grows: 1.01, with: overrun },
  'budget.transition-fund': { where: lineOf(STATE, INVESTMENT), kind: 'money', grows: 1.5 },
  'governance.pooling': { where: givenBy(DEPARTEMENT), kind: 'money', grows: 1.001 },
  'governance.meetings': { where: use(MEETINGS), kind: 'minutes', grows: 2 },
  'governance.mandate': { where: use(REPORTING), kind: 'minutes', grows: 1.1 },
  'governance.field-time': { where: use(MEETINGS), kind: 'minutes', grows: 1.5 },
  'governance.mission-diagnosis': { where: line(ENGINEERING), kind: 'money', grows: 1.05 },
  'governance.mission-programmes': { where: lineOf(POT, INVESTMENT), kind: 'money', grows: 2, with: { 'governance.pooling': 0.2 } },
  'governance.mission-integration': { where: (b) => use(REPORTING)(b) + use(ROUTINE)(b), kind: 'minutes', grows: 1.1 },
  'governance.mission-engineers': { where: line(ENGINEERING), kind: 'money', grows: 1.1 },
  'governance.mission-evaluation': { where: use(REPORTING), kind: 'minutes', grows: 1.1 },
  'governance.shared-calendar': { where: use(MEETINGS), kind: 'minutes', grows: 1.02 },
  'capacity.staff': { where: line(INSERTION), kind: 'money', grows: 1.3 },
  'capacity.solutions': { where: line(INVESTMENT), kind: 'money', grows: 2 },
  'capacity.insertion-jobs': { where: line(INSERTION), kind: 'money', grows: 1.1 },
  'capacity.insertion-subsidy': { where: line(INSERTION), kind: 'money', grows: 1.05 },
  'capacity.schemes': { where: line(INSERTION), kind: 'money', grows: 1.05 },
  'governance.integrated-frame': { where: (b) => use(MEETINGS)(b) + use(ROUTINE)(b), kind: 'minutes', grows: 1.1 },
  'outsourcing.share': { where: lineOf(STATE, INSERTION), kind: 'money', grows: 1.01 },
  'outsourcing.result-share': { where: ({ price }) => price, kind: 'money', grows: 1.1 },
  'outsourcing.specification': { where: use(REPORTING), kind: 'minutes', grows: 1.05 },
  'outsourcing.call-length': { where: use(REPORTING), kind: 'minutes', grows: 1.01, ends: [60, 12] },
  'outsourcing.monitoring': { where: line(ENGINEERING), kind: 'money', grows: 1.05 },
  'outsourcing.training': { where: use(ROUTINE), kind: 'minutes', grows: 1.2 },
  'contracting.call-share': { where: use(REPORTING), kind: 'minutes', grows: 1.02 },
  'contracting.call-length': { where: use(REPORTING), kind: 'minutes', grows: 1.003, ends: [60, 12], with: { 'contracting.call-share': 1 } },
  'associations.collective-stance': { where: use(MEETINGS), kind: 'minutes', grows: 1.02 },
  'deliberation.seats': { where: use(MEETINGS), kind: 'minutes', grows: 1.02, ends: [0, 6] },
  'mobility.continuity': { where: use(OUTREACH), kind: 'minutes', grows: 1.02 },
  'mobility.competence': { where: use(OUTREACH), kind: 'minutes', grows: 1.02 },
  'mobility.default-payer': { where: lineOf(DEPARTEMENT, ENGINEERING), kind: 'money', grows: 1.0002 },
  'access.outreach': { where: use(OUTREACH), kind: 'minutes', grows: 3 },
  'access.delay': { where: lineOf(CAF, ENGINEERING), kind: 'money', grows: 1.5, ends: [4, 0] },
  'access.proactive': { where: lineOf(CAF, ENGINEERING), kind: 'money', grows: 1.1 },
  'deliberation.mode': { where: use(MEETINGS), kind: 'minutes', grows: 1.002 },
  'deliberation.co-construction': { where: use(MEETINGS), kind: 'minutes', grows: 1.5 },
  'access.orientation': { where: lineOf(DEPARTEMENT, ENGINEERING), kind: 'money', grows: 2 },
};

const details = levers.filter((one) => !one.bundle);

test('the table of costs names every lever that is no bundle, and nothing else', () => {
  expect(Object.keys(channels).sort()).toEqual(details.map(({ id }) => id).sort());
});

describe.each(details.map((one) => [one.id, one] as const))('%s', (id, one) => {
  const channel = channels[id] as Channel;

  test('costs what it says: at its dear end more than at its cheap end, where the cost is declared', () => {
    const [cheap, dear] = (channel.ends ?? one.range).map((value) => bill({ ...channel.with, [id]: value })) as [Bill, Bill];
    const [low, high] = [channel.where(cheap), channel.where(dear)];
    expect(high, `${low} at the cheap end, ${high} at the dear end`).toBeGreaterThan(low * channel.grows);
  });

  test('its cost is of the kind it declares, by a mechanism there is', () => {
    expect(one.cost.kind).toBe(channel.kind);
    expect(mechanisms.map(({ key }) => key)).toContain(one.cost.mechanism);
  });
});

describe.each(levers.filter((one) => one.bundle).map((one) => [one.id, one] as const))('the bundle %s', (_, one) => {
  const bundle = one.bundle ?? [];

  test('opens into levers that exist, within what is possible, the same at each value', () => {
    const names = bundle.map(({ sets }) => Object.keys(sets).sort());
    for (const list of names) expect(list).toEqual(names[0]);
    for (const { sets } of bundle) {
      for (const [id, value] of Object.entries(sets)) {
        const [low, high] = possibleRange(parameters.get(id)!);
        expect([id, low <= value && value <= high]).toEqual([id, true]);
      }
    }
    expect(bundle.map(({ value }) => value)).toEqual([...new Set(bundle.map(({ value }) => value))]);
  });

  test('at its default sets its details to their defaults', () => {
    const sets = bundle.find(({ value }) => value === one.value)?.sets ?? {};
    expect(Object.fromEntries(Object.keys(sets).map((id) => [id, parameters.get(id)?.value]))).toEqual(sets);
  });

  test('costs more at its top than at its bottom, in minutes', () => {
    const [bottom, top] = [bill(bundle[0]!.sets), bill(bundle.at(-1)!.sets)];
    const taken = ({ minutes }: Bill) => [CONTROL, MEETINGS, REPORTING, ROUTINE].reduce((sum, u) => sum + minutes[u]!, 0);
    expect(taken(top)).toBeGreaterThan(1.2 * taken(bottom));
  });
});

test('words of levels stand at their values in rising order, within what is possible', () => {
  for (const one of levers as readonly Lever[]) {
    const values = (one.levels ?? []).map(({ value }) => value);
    expect(values).toEqual([...values].sort((a, b) => a - b));
    const [low, high] = possibleRange(one);
    for (const value of values) expect([one.id, value >= low && value <= high]).toEqual([one.id, true]);
  }
});
