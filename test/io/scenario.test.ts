import { expect, test } from 'vitest';
import { readScenario } from '../../src/io/scenario.ts';
import { because, catalogue, codesOf, problemsOf, scenarioFile, scenarioText, value } from './builders.ts';

const read = (over: object) => readScenario(scenarioText(over), 'mine.json', catalogue);
const set = (id: string, written: unknown) => read({ set: { [id]: { value: written, because } } });
const at = (change: object) => read({ timeline: [{ at: 24, set: { 'budget.shift': 2 }, because, ...change }] });

test('a sound file is read: choices and yes/no become numbers', () => {
  const scenario = value(
    read({
      base: 'status-quo',
      set: { 'evaluation.credit': { value: 'shared', because }, 'conditionality.support-first': { value: true, because } },
      timeline: [{ at: 24, over: 12, set: { 'governance.form': 'gip', 'budget.shift': 2 }, because }],
      switches: { 'off-loading': false },
      expects: [{ indicator: 'durable-job', sign: 'up', against: 'status-quo' }],
    }),
  );
  expect(scenario).toMatchObject({ id: 'mine', file: 'mine.json', base: 'status-quo', switches: { 'off-loading': false } });
  expect(scenario.set).toEqual({ 'evaluation.credit': { value: 2, because }, 'conditionality.support-first': { value: 1, because } });
  expect(scenario.timeline).toEqual([{ at: 24, over: 12, set: { 'governance.form': 3, 'budget.shift': 2 }, because }]);
});

test('a choice may be given by its place', () => {
  expect(value(set('evaluation.credit', 2)).set['evaluation.credit']?.value).toBe(2);
  expect(codesOf(set('evaluation.credit', 3))).toEqual(['expected-choice']);
});

test.each([
  ['a share written as a percentage', 'evaluation.joint-weight', 40, { code: 'share-as-percent', expected: '0..1', unit: 'share', nearest: '0.4' }],
  ['a percentage written as a share', 'capacity.staff', 1.25, { code: 'percent-as-share', expected: '20..400', unit: '% of today', nearest: '125' }],
  ['a number between quotes', 'budget.shift', '2', { code: 'number-in-quotes', found: '"2"', nearest: '2' }],
  ['a word for a number', 'budget.shift', 'much', { code: 'expected-number', found: '"much"', unit: 'points/year' }],
  ['yes/no for a number', 'budget.shift', true, { code: 'expected-number', found: 'true' }],
  ['a number for yes/no', 'conditionality.support-first', 1, { code: 'expected-boolean', found: '1' }],
  ['a misspelt choice', 'governance.form', 'gpi', { code: 'expected-choice', nearest: 'gip', expected: 'side-by-side, coordination, lead, gip' }],
  ['half a month', 'access.delay', 1.5, { code: 'expected-whole', unit: 'months' }],
  ['a level that does not exist', 'conditionality.strictness', 2.5, { code: 'expected-level', expected: '0, 1, 2, 3, 4' }],
  ['an impossible value', 'budget.shift', 50, { code: 'out-of-possible', expected: '-5..10', unit: 'points/year' }],
  ['a huge value', 'budget.shift', 1e308, { code: 'out-of-possible' }],
  ['a value that is a list', 'budget.shift', [2], { code: 'wrong-type', expected: 'value' }],
  ['a value that is nothing', 'budget.shift', null, { code: 'wrong-type', found: 'null' }],
])('%s is named as such', (_, id, written, expected) => {
  expect(problemsOf(set(id, written))).toMatchObject([{ path: `set.${id}.value`, severity: 'problem', ...expected }]);
});

test('outside the plausible range is a warning, and read', () => {
  const result = set('budget.shift', 6);
  expect(value(result).set['budget.shift']?.value).toBe(6);
  expect(result.ok && result.warnings).toMatchObject([{ code: 'out-of-plausible', severity: 'warning', expected: '0..4', line: 18 }]);
});

test.each([
  ['joint-weight', 'evaluation.joint-weight'],
  ['evaluation.jointWeight', 'evaluation.joint-weight'],
  ['budget.shfit', 'budget.shift'],
  ['capacity.staf', 'capacity.staff'],
  ['conjuncture.tightnes', 'conjuncture.tightness'],
  ['nothing-like-it', undefined],
])('an unknown name, %s, gets its nearest', (id, nearest) => {
  const [problem, ...others] = problemsOf(set(id, 1));
  expect(others).toEqual([]);
  expect(problem).toMatchObject({ code: 'unknown-parameter', path: `set.${id}` });
  expect(problem?.nearest).toBe(nearest);
});

test.each([
  [{ at: -1 }, 'month-out-of-range', 'timeline[0].at'],
  [{ at: 361 }, 'month-out-of-range', 'timeline[0].at'],
  [{ at: 24.5 }, 'month-out-of-range', 'timeline[0].at'],
  [{ at: 2028 }, 'month-out-of-range', 'timeline[0].at'],
  [{ at: '24' }, 'wrong-type', 'timeline[0].at'],
  [{ until: 24 }, 'until-before-at', 'timeline[0].until'],
  [{ until: 12 }, 'until-before-at', 'timeline[0].until'],
  [{ over: 0 }, 'over-out-of-range', 'timeline[0].over'],
  [{ over: 1.5 }, 'over-out-of-range', 'timeline[0].over'],
  [{ over: 6, set: { 'evaluation.credit': 'lead' } }, 'over-not-gradual', 'timeline[0].set.evaluation.credit'],
  [{ over: 6, set: { 'conditionality.support-first': true } }, 'over-not-gradual', 'timeline[0].set.conditionality.support-first'],
  [{ set: {} }, 'empty-set', 'timeline[0].set'],
  [{ set: [] }, 'wrong-type', 'timeline[0].set'],
  [{ because: { fr: 'oui', en: ' ' } }, 'empty-text', 'timeline[0].because.en'],
  [{ because: { fr: 'oui' } }, 'missing-key', 'timeline[0].because.en'],
  [{ when: 3 }, 'unknown-key', 'timeline[0].when'],
])('a change with %j is refused', (change, code, path) => {
  expect(problemsOf(at(change)).map((p) => [p.code, p.path])).toEqual([[code, path]]);
});

test('a spread longer than the change lasts is a warning', () => {
  const result = at({ until: 30, over: 12 });
  expect(result.ok && result.warnings.map(({ code }) => code)).toEqual(['over-longer-than-until']);
});

test.each([
  [{ base: 'status-qou' }, { code: 'unknown-scenario', path: 'base', nearest: 'status-quo' }],
  [{ base: 'Status Quo' }, { code: 'bad-id', path: 'base' }],
  [{ switches: { 'off-loding': false } }, { code: 'unknown-mechanism', nearest: 'off-loading' }],
  [{ switches: { 'off-loading': 'no' } }, { code: 'wrong-type', expected: 'boolean' }],
  [{ schema: 'parcours/territory@1' }, { code: 'unknown-schema', expected: '"parcours/scenario@1"' }],
  [{ titel: 1 }, { code: 'unknown-key', nearest: 'title' }],
  [{ title: 'mine' }, { code: 'wrong-type', path: 'title', expected: 'object' }],
  [{ title: [] }, { code: 'wrong-type', path: 'title', expected: 'object' }],
  [{ expects: [{ indicator: 'x', sign: 'upp', against: 'mine' }] }, { code: 'wrong-type', nearest: 'up' }],
])('%j is one problem', (over, expected) => {
  const problems = problemsOf(read(over));
  expect(problems.filter(({ code }) => code === expected.code)).toMatchObject([expected]);
});

test.each(['[]', '1', 'null', '"a"', '[{}]'])('a file that is %s is one problem', (text) => {
  expect(codesOf(readScenario(text, 'x', catalogue))).toEqual(['wrong-type']);
});

test('everything wrong comes at once, with line and column', () => {
  const text = `{
  "schema": "parcours/scenario@2",
  "id": "My Scenario",
  "title": { "fr": "titre" },
  "question": { "fr": "q", "en": "q" },
  "colour": "red",
  "set": {
    "evaluation.joint-wieght": { "value": 1, "because": { "fr": "r", "en": "r" } },
    "capacity.staff": { "value": 1.25, "because": { "fr": "r", "en": "r" } },
    "capacity.staff": { "value": 110, "because": { "fr": "r", "en": "r" } },
    "budget.shift": { "value": 1 }
  },
  "timeline": [
    { "at": 400, "until": 10, "set": { "governance.form": "gipp" }, "because": { "fr": "r", "en": "r" } }
  ],
  "switches": { "claming": false }
}`;
  expect(problemsOf(readScenario(text, 'mine.json', catalogue)).map(({ line, column, code, path }) => `${line}:${column} ${code} ${path}`)).toEqual([
    '1:1 missing-key story',
    '2:13 unknown-schema schema',
    '3:9 bad-id id',
    '4:12 missing-key title.en',
    '6:3 unknown-key colour',
    '8:5 unknown-parameter set.evaluation.joint-wieght',
    '9:34 percent-as-share set.capacity.staff.value',
    '10:5 json-duplicate-key set.capacity.staff',
    '11:21 missing-key set.budget.shift.because',
    '14:13 month-out-of-range timeline[0].at',
    '14:27 until-before-at timeline[0].until',
    '14:59 expected-choice timeline[0].set.governance.form',
    '16:17 unknown-mechanism switches.claming',
  ]);
});

test('a file written from what was read is read the same', () => {
  const file = scenarioFile({
    base: 'status-quo',
    territory: 'aude',
    set: { 'budget.shift': { value: 1.5, because } },
    timeline: [{ at: 3, until: 9, over: 2, set: { 'capacity.staff': 110 }, because }],
    switches: { claiming: false },
  });
  const { file: _, ...again } = value(readScenario(JSON.stringify(file), 'mine.json', catalogue));
  expect({ schema: 'parcours/scenario@1', ...again }).toEqual(file);
});
