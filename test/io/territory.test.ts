import { expect, test } from 'vitest';
import { levers } from '../../src/engine/index.ts';
import { readTerritory } from '../../src/io/territory.ts';
import { territoryTexts } from '../../src/io/territory-texts.ts';
import { codesOf, problemsOf, value } from './builders.ts';

const aude = territoryTexts.get('aude')!;
const read = (text: string) => readTerritory(text, 'aude.json');

/** The problems of the Aude file once some of its values, by dotted path, are others; undefined takes a key away. */
function changed(values: Readonly<Record<string, unknown>>) {
  const file = JSON.parse(aude) as Record<string, unknown>;
  for (const [path, value] of Object.entries(values)) {
    const keys = path.split('.');
    const last = keys.pop()!;
    const owner = keys.reduce((node, key) => node[key] as Record<string, unknown>, file);
    owner[last] = value;
  }
  return problemsOf(read(JSON.stringify(file))).map(({ code, path }) => `${code} ${path}`);
}

test('every territory that comes with the product is read without a problem', () => {
  expect(territoryTexts.size).toBeGreaterThanOrEqual(101);
  for (const [id, text] of territoryTexts) {
    const result = readTerritory(text, `${id}.json`);
    expect([id, problemsOf(result)]).toEqual([id, []]);
    expect(value(result).id).toBe(id);
    expect(Object.keys(value(result))).not.toContain('schema');
  }
});

const figure = { value: 0.3, unit: 'share', year: '2024', evidence: 'assumed', source: 's' };
const zone = { id: 'a', label: { fr: 'a', en: 'a' }, share: 0.5 };

test.each([
  ['a negative rate', { 'unemployment.value': -3 }, 'out-of-bounds unemployment.value'],
  ['a rate in per mille', { 'unemployment.value': 104 }, 'out-of-bounds unemployment.value'],
  [
    'a share written as a percentage',
    { 'compensation.value': 54, 'compensation.low': undefined, 'compensation.high': undefined, 'compensation.evidence': 'measured' },
    'out-of-bounds compensation.value',
  ],
  ['shares of leads that miss 1', { 'leads.other': { ...figure, value: 0.9 } }, 'shares-sum leads'],
  ['shares of zones that miss 1', { zones: [zone] }, 'shares-sum zones'],
  ['no zone', { zones: [] }, 'shares-sum zones'],
  ['a zone twice', { zones: [zone, zone] }, 'duplicate-zone zones[1].id'],
  [
    'a road to nowhere',
    {
      zones: [
        { ...zone, minutes: { z: 10 } },
        { ...zone, id: 'b' },
      ],
    },
    'unknown-zone zones[0].minutes.z',
  ],
  [
    'a road of two lengths',
    {
      zones: [
        { ...zone, minutes: { b: 10 } },
        { ...zone, id: 'b', minutes: { a: 20 } },
      ],
    },
    ['minutes-differ zones[0].minutes.b', 'minutes-differ zones[1].minutes.a'],
  ],
  ['a seat in no zone', { bodies: { departement: { seats: ['z'] } } }, 'unknown-zone bodies.departement.seats[0]'],
  ['payers that miss 1', { bodies: { departement: { payers: [0.5, 0, 0] } } }, 'shares-sum bodies.departement.payers'],
  ['an interval that misses its value', { 'benefit.low': 600, 'benefit.high': 700 }, 'not-between benefit.value'],
  ['half an interval', { 'benefit.low': undefined }, 'one-bound-missing benefit'],
  ['an estimate without its error', { 'benefit.low': undefined, 'benefit.high': undefined }, 'estimate-without-error benefit'],
  ['more households than people', { 'minimumIncomeHouseholds.value': 400_000 }, 'more-than-population minimumIncomeHouseholds.value'],
  ['an evidence grade that does not exist', { 'poverty.evidence': 'guessed' }, 'wrong-type poverty.evidence'],
  ['a year in words', { 'poverty.year': 'last year' }, 'bad-year poverty.year'],
  ['a missing figure', { poverty: undefined }, 'missing-key poverty'],
  ['an unknown figure', { povrety: figure }, 'unknown-key povrety'],
  ['a value of no parameter', { values: { 'labour.shrot-end': figure } }, 'unknown-parameter values.labour.shrot-end'],
  ['a value of a lever', { values: { 'capacity.staff': { ...figure, value: 100 } } }, 'unknown-parameter values.capacity.staff'],
  ['a value that cannot be', { values: { 'labour.short-end': { ...figure, value: 1.01 } } }, 'out-of-bounds values.labour.short-end.value'],
  ['a value under what can be', { values: { 'labour.rights-most': { ...figure, value: 0 } } }, 'out-of-bounds values.labour.rights-most.value'],
  [
    'each of three values',
    { values: { 'labour.leev': figure, 'labour.leave': { ...figure, value: -1 }, 'labour.insured': { ...figure, value: 2 } } },
    ['unknown-parameter values.labour.leev', 'out-of-bounds values.labour.leave.value', 'out-of-bounds values.labour.insured.value'],
  ],
  ['a value without its error', { values: { 'labour.short-end': { ...figure, evidence: 'estimated' } } }, 'estimate-without-error values.labour.short-end'],
  ['a value outside its interval', { values: { 'labour.short-end': { ...figure, low: 0.1, high: 0.2 } } }, 'not-between values.labour.short-end.value'],
  ['a value that is a bare number', { values: { 'labour.short-end': 0.3 } }, 'wrong-type values.labour.short-end'],
])('%s is one problem', (_, values, expected) => {
  expect(changed(values)).toEqual([expected].flat());
});

test('a territory may hold any value that a parameter can take, its bounds included, and is read with it', () => {
  for (const held of [0, 0.3, 1]) {
    const file = { ...JSON.parse(aude), values: { 'labour.short-end': { ...figure, value: held } } };
    expect(value(read(JSON.stringify(file))).values).toEqual({ 'labour.short-end': { ...figure, value: held } });
  }
});

test('a value of no parameter is told with the nearest there is, and no lever', () => {
  const file = (id: string) => JSON.stringify({ ...JSON.parse(aude), values: { [id]: figure } });
  expect(problemsOf(read(file('labour.shrot-end')))).toMatchObject([{ code: 'unknown-parameter', nearest: 'labour.short-end' }]);
  const near = problemsOf(read(file('outsourcing.shares')));
  expect(near.map(({ code }) => code)).toEqual(['unknown-parameter']);
  for (const { nearest } of near) expect(levers.some(({ id }) => id === nearest)).toBe(false);
});

test('a scenario is not a territory', () => {
  expect(codesOf(read('{"schema": "parcours/scenario@1"}'))).toContain('unknown-schema');
});

test('problems carry the place of what is wrong', () => {
  const text = aude.replace('"value": 10.4', '"value": 104');
  const line = text.slice(0, text.indexOf('"value": 104')).split('\n').length;
  expect(problemsOf(read(text))).toMatchObject([{ code: 'out-of-bounds', found: '104', expected: '0.1..60', line, column: 14 }]);
});
