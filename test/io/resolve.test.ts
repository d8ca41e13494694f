import fc from 'fast-check';
import { expect, test } from 'vitest';
import { levers, type Rules } from '../../src/engine/index.ts';
import { canonical } from '../../src/io/canonical.ts';
import { applyOverrides, levelOf, readScenario, resolveScenario, type Scenario, settledValue } from '../../src/io/scenario.ts';
import { because, catalogue, problemsOf, scenarioText, value } from './builders.ts';

const scenario = (over: object): Scenario => value(readScenario(scenarioText(over), 'mine.json', { ...catalogue, scenarios: ['a', 'b', 'c', 'mine'] }));
const setting = (values: object) => Object.fromEntries(Object.entries(values).map(([id, v]) => [id, { value: v, because }]));
const resolve = (over: object, ...others: object[]) => {
  const found = others.map(scenario);
  return resolveScenario(scenario(over), (id) => found.find((other) => other.id === id), catalogue);
};
const rules = (over: object, ...others: object[]) => value(resolve(over, ...others));
const lever = (id: string) => levers.find((l) => l.id === id)!;
const [form, strictness, weight] = [lever('governance.form'), lever('conditionality.strictness'), lever('evaluation.joint-weight')];
const details = (main: typeof form, level: number) => main.bundle!.find((b) => b.value === level)!.sets;
const different = (values: Readonly<Record<string, number>>) => Object.fromEntries(Object.entries(values).filter(([id, v]) => v !== lever(id).value));

test('a scenario that changes nothing is the empty rule book', () => {
  expect(rules({ set: setting({ 'budget.shift': 0, 'governance.form': 'side-by-side' }) })).toEqual({ set: {}, timeline: [], off: [] });
});

test('a bundle opens into its details and does not stay', () => {
  expect(rules({ set: setting({ 'governance.form': 'gip' }) }).set).toEqual(details(form, 3));
  expect(rules({ timeline: [{ at: 24, set: { 'conditionality.strictness': 4 }, because }] }).timeline).toEqual([
    { at: 24, set: different(details(strictness, 4)) },
  ]);
});

test('a detail wins over the bundle beside it, whichever is written first', () => {
  const one = rules({ set: setting({ 'governance.form': 'gip', 'governance.pooling': 0.3 }) });
  const other = rules({ set: setting({ 'governance.pooling': 0.3, 'governance.form': 'gip' }) });
  expect(one.set).toEqual({ ...details(form, 3), 'governance.pooling': 0.3 });
  expect(canonical(other)).toBe(canonical(one));
  expect(rules({ timeline: [{ at: 1, set: { 'governance.pooling': 0.3, 'governance.form': 'gip' }, because }] }).timeline[0]?.set['governance.pooling']).toBe(
    0.3,
  );
});

test('a bundle overwrites the details of the base', () => {
  const base = { id: 'a', set: setting({ 'governance.pooling': 0.4, 'budget.shift': 1 }) };
  expect(rules({ base: 'a', set: setting({ 'governance.form': 'gip' }) }, base).set).toEqual({ ...details(form, 3), 'budget.shift': 1 });
  expect(rules({ base: 'a', set: setting({ 'governance.form': 'side-by-side' }) }, base).set).toEqual({ 'budget.shift': 1 });
});

test('a detail may return to its default under a base that moved it', () => {
  expect(rules({ base: 'a', set: setting({ 'budget.shift': 0 }) }, { id: 'a', set: setting({ 'budget.shift': 2 }) }).set).toEqual({});
});

test('changes of the base come first, then one’s own, by month', () => {
  const base = { id: 'a', timeline: [{ at: 24, set: { 'budget.shift': 1 }, because }] };
  const own = {
    base: 'a',
    timeline: [
      { at: 24, set: { 'budget.shift': 2 }, because },
      { at: 6, set: { 'capacity.staff': 110 }, because },
    ],
  };
  expect(rules(own, base).timeline).toEqual([
    { at: 6, set: { 'capacity.staff': 110 } },
    { at: 24, set: { 'budget.shift': 1 } },
    { at: 24, set: { 'budget.shift': 2 } },
  ]);
});

test('a return to the default is kept, a change without effect is not', () => {
  const back = {
    timeline: [
      { at: 12, set: { 'budget.shift': 2 }, because },
      { at: 24, set: { 'budget.shift': 0 }, because },
    ],
  };
  expect(rules(back).timeline).toHaveLength(2);
  expect(rules({ timeline: [{ at: 24, set: { 'budget.shift': 0 }, because }] }).timeline).toEqual([]);
  expect(rules({ set: setting({ 'budget.shift': 2 }), timeline: [{ at: 24, set: { 'budget.shift': 0 }, because }] }).timeline).toEqual([
    { at: 24, set: { 'budget.shift': 0 } },
  ]);
});

test('switches are inherited and may be turned back on', () => {
  const base = { id: 'a', switches: { 'off-loading': false, claiming: false } };
  expect(rules({ base: 'a', switches: { claiming: true } }, base).off).toEqual(['off-loading']);
});

test('bases that refer back are a problem, and so is a missing one', () => {
  const [a, b] = [
    { id: 'a', base: 'b' },
    { id: 'b', base: 'a' },
  ];
  expect(problemsOf(resolve({ base: 'mine' }))).toMatchObject([{ code: 'base-cycle', path: 'base', found: 'mine → mine' }]);
  expect(problemsOf(resolve({ base: 'a' }, a, b))).toMatchObject([{ code: 'base-cycle', found: 'a → b → a' }]);
  expect(problemsOf(resolve({ base: 'c' }))).toMatchObject([{ code: 'unknown-scenario', found: '"c"' }]);
});

const plain = ['budget.shift', 'capacity.staff', 'evaluation.joint-weight', 'governance.meetings', 'conditionality.hours'];
const level = fc.constantFrom(0, 0.5, 1);
const values = fc
  .dictionary(fc.constantFrom(...plain), level)
  .map((d) => Object.fromEntries(Object.entries(d).map(([id, x]) => [id, id === 'capacity.staff' ? 90 + 20 * x : x])));
const filled = values.filter((set) => Object.keys(set).length > 0);
const change = fc.record({ at: fc.nat(3), until: fc.option(fc.integer({ min: 5, max: 6 })), over: fc.option(fc.integer({ min: 1, max: 3 })), set: filled });
type Made = { at: number; until: number | null; over: number | null; set: Record<string, number> };
const written = ({ at, until, over, set }: Made) => ({ at, ...(until && { until }), ...(over && { over }), set, because });
const reversed = <T>(object: Readonly<Record<string, T>>) => Object.fromEntries(Object.entries(object).reverse());

/** Every value in force, by a plain reading of a rule book: changes in order, each ending or spreading as it says. */
const inForce = ({ set, timeline }: Rules, id: string, month: number) =>
  timeline.reduce((now, { at, until = Infinity, over = 1, set: moved }) => {
    const target = moved[id];
    return target === undefined || month < at || month >= until ? now : now + (target - now) * Math.min(1, (month - at + 1) / over);
  }, set[id] ?? lever(id).value);

test('the order of keys leaves the same bytes', () => {
  fc.assert(
    fc.property(values, fc.array(change, { maxLength: 4 }), (set, changes) => {
      const file = { set: setting(set), timeline: changes.map(written) };
      const shuffled = { timeline: file.timeline.map((one) => reversed({ ...one, set: reversed(one.set) })), set: reversed(file.set) };
      expect(JSON.stringify(rules(shuffled))).toBe(JSON.stringify(rules(file)));
    }),
  );
});

test('a change cut into one change per lever, or changes of other months swapped, leave the same bytes', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 4 }), (changes) => {
      const cut = changes.flatMap((one) => Object.entries(one.set).map(([id, x]) => ({ ...one, set: { [id]: x } })));
      const byMonth = cut.toSorted((a, b) => b.at - a.at);
      expect(canonical(rules({ timeline: byMonth.map(written) }))).toBe(canonical(rules({ timeline: changes.map(written) })));
    }),
  );
});

test('the canonical form says in each month what the file says', () => {
  fc.assert(
    fc.property(values, fc.array(change, { maxLength: 5 }), (set, changes) => {
      const got = rules({ set: setting(set), timeline: changes.map(written) });
      const timeline = changes
        .map(({ at, until, over, set: moved }) => ({ at, ...(until && { until }), ...(over && { over }), set: moved }))
        .toSorted((a, b) => a.at - b.at);
      for (const id of plain)
        for (let month = 0; month < 8; month++) expect(inForce(got, id, month)).toBeCloseTo(inForce({ set, timeline, off: [] }, id, month), 12);
    }),
  );
});

test('a rule book written as a scenario and read again is the same rule book', () => {
  fc.assert(
    fc.property(values, fc.array(change, { maxLength: 4 }), (set, changes) => {
      const first = rules({ set: setting(set), timeline: changes.map(written) });
      const again = rules({ set: setting(first.set), timeline: first.timeline.map((one) => ({ ...one, because })) });
      expect(canonical(again)).toBe(canonical(first));
    }),
  );
});

test('the level of a bundle is read back from its details; a mix has none', () => {
  for (const { value: at } of form.bundle!) expect(levelOf(form, rules({ set: setting({ 'governance.form': at }) }))).toBe(at);
  for (const { value: at } of strictness.bundle!)
    expect(levelOf(strictness, rules({ timeline: [{ at: 24, set: { 'conditionality.strictness': at }, because }] }))).toBe(at);
  expect(levelOf(form, rules({ set: setting({ 'governance.form': 'gip', 'governance.pooling': 0.3 }) }))).toBeNull();
});

test('a level is the one that lasts', () => {
  const timeline = [
    { at: 24, set: { 'evaluation.joint-weight': 1 }, because },
    { at: 36, until: 48, set: { 'evaluation.joint-weight': 0.5 }, because },
  ];
  expect(levelOf(weight, rules({ timeline }))).toBe(1);
  expect(settledValue(rules({ timeline }), 'evaluation.joint-weight', catalogue)).toBe(1);
});

const gip = () => rules({ timeline: [{ at: 24, over: 12, set: { 'governance.form': 'gip', 'evaluation.joint-weight': 1 }, because }] });

test('an override replaces what the scenario changes, at its date, and joins its first lasting change otherwise', () => {
  const moved = applyOverrides(gip(), { 'evaluation.joint-weight': 0.5, 'budget.shift': 2 }, catalogue);
  expect(moved.set).toEqual({});
  expect(moved.timeline).toEqual([
    { at: 24, set: { 'budget.shift': 2 } },
    { at: 24, over: 12, set: { 'evaluation.joint-weight': 0.5, ...details(form, 3) } },
  ]);
});

test('an override of a rule book without lasting change holds from the start, and shocks are kept', () => {
  const shock = rules({ timeline: [{ at: 36, until: 54, set: { 'conjuncture.tightness': 0.7 }, because }] });
  expect(applyOverrides(shock, { 'budget.shift': 2 }, catalogue)).toEqual({ ...shock, set: { 'budget.shift': 2 } });
});

test('an override is found back by its level, whatever the scenario, and overriding with it again changes nothing', () => {
  for (const book of [gip(), rules({}), rules({ set: setting({ 'conditionality.strictness': 0, 'governance.pooling': 0.2 }) })]) {
    for (const main of [form, strictness]) {
      for (const { value: at } of main.bundle!) {
        const moved = applyOverrides(book, { [main.id]: at }, catalogue);
        expect(levelOf(main, moved)).toBe(at);
        expect(canonical(applyOverrides(moved, { [main.id]: at }, catalogue))).toBe(canonical(moved));
      }
    }
  }
});
