import fc from 'fast-check';
import { deflateSync, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { type Lever, type Parameter, parameters } from '../../src/engine/index.ts';
import { decodeAddress, encodeAddress, type Names } from '../../web/state/address.ts';
import { toBase64url } from '../../web/state/base64url.ts';
import { bounds, type Document, opening, type Slot } from '../../web/state/document.ts';

const names: Names = {
  modelVersion: '0.1.0+test',
  territories: ['aude', 'nord', 'la-reunion'],
  scenarios: ['status-quo', 'gip-joint-evaluation', 'recession'],
  indicators: ['durable-job', 'spending'],
  parameters,
};

const whole = ([min, max]: readonly [number, number]) => fc.integer({ min, max });
const anyValueOf = ({ range: [min, max], kind, bundle }: Parameter & Pick<Partial<Lever>, 'bundle'>) =>
  bundle
    ? fc.constantFrom(...bundle.map(({ value }) => value))
    : kind === 'integer' || kind === 'choice' || kind === 'boolean'
      ? fc.integer({ min, max })
      : fc.double({ min, max, noNaN: true }).map((v) => (Object.is(v, -0) ? 0 : v));
const overrides = fc
  .subarray([...parameters], { maxLength: 8 })
  .chain((some) => fc.record(Object.fromEntries(some.map(([id, parameter]) => [id, anyValueOf(parameter)]))));
const slot: fc.Arbitrary<Slot> = fc.oneof(
  fc.record({ base: fc.constantFrom(...names.scenarios) }),
  fc.record({ base: fc.constantFrom(...names.scenarios), overrides }),
);
const documents: fc.Arbitrary<Document> = fc.record({
  territory: fc.constantFrom(...names.territories),
  population: whole(bounds.population),
  months: whole(bounds.months),
  replications: whole(bounds.replications),
  seed: fc.string({ minLength: 1, maxLength: 100, unit: 'grapheme' }).filter((text) => text.length <= 100 && !text.includes('\0')),
  unknowns: fc.boolean(),
  scenarios: fc.array(slot, { minLength: 2, maxLength: 8 }),
  lens: fc.record({ lang: fc.constantFrom('fr' as const, 'en' as const), indicator: fc.constantFrom('', ...names.indicators), all: fc.boolean() }),
});

test('any document comes back from its address as it was, in less than 4 kB', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const address = encodeAddress(document, names.modelVersion);
      expect(address.length).toBeLessThan(4096);
      expect(decodeAddress(address, names)).toEqual({ document, notices: [] });
    }),
    { numRuns: 1000 },
  );
});

test('an address holds only what differs', () => {
  expect(encodeAddress(opening, names.modelVersion).length).toBeLessThan(60);
  const four = {
    ...opening,
    territory: 'nord',
    scenarios: [...opening.scenarios, { base: 'recession' }, { base: 'status-quo', overrides: { 'capacity.staff': 125 } }],
  };
  expect(encodeAddress(four, names.modelVersion).length).toBeLessThan(400);
});

const packed = (value: unknown, schema = 1) => `#${schema}.${toBase64url(deflateSync(strToU8(typeof value === 'string' ? value : JSON.stringify(value))))}`;
const codes = (address: string) => decodeAddress(address, names).notices.map(({ code }) => code);

test('no address at all is the opening comparison, without a word', () => {
  expect(decodeAddress('', names)).toEqual({ document: opening, notices: [] });
});

test.each([
  ['words', '#bonjour'],
  ['not base64url', '#1.@@@@'],
  ['not deflated', '#1.AAAA'],
  ['cut', encodeAddress({ ...opening, territory: 'nord', seed: 'une graine assez longue pour être coupée' }, 'x').slice(0, 30)],
  ['not JSON', packed('{"m":')],
  ['not an object', packed([1, 2])],
  ['two values', packed('{} {}')],
  ['a prototype key', packed('{"m":"0.1.0+test","__proto__":{"t":"nord"}}')],
  ['too deep', packed(`{"c":${'['.repeat(200)}${']'.repeat(200)}}`)],
])('an address that is %s opens the usual comparison and says so', (_, address) => {
  expect(decodeAddress(address, names).document).toEqual(opening);
  expect(codes(address)).toEqual(['unreadable']);
});

test('a small address that inflates to megabytes is refused before it does', () => {
  const bomb = packed(`{"s":"${'a'.repeat(2_000_000)}"}`);
  expect(bomb.length).toBeLessThan(5000);
  expect(codes(bomb)).toEqual(['unreadable']);
});

test('an address over 4 kB is refused unread', () => {
  expect(codes(`#1.${'A'.repeat(6000)}`)).toEqual(['too-large']);
});

test('an address of a later schema is named as such', () => {
  expect(codes(packed({ m: 'x' }, 2))).toEqual(['newer']);
});

test('what is not known here is dropped and named, the rest is kept', () => {
  const address = packed({
    m: '0.0.9+aaaaaaaa',
    t: 'atlantide',
    p: 1e9,
    r: 12,
    i: 'nothing',
    c: [
      { b: 'status-quo' },
      { b: 'gone' },
      { b: 'recession', o: { 'capacity.staff': 125, 'capacity.magic': 1, 'conditionality.strictness': 2.5, 'budget.shift': '2' } },
    ],
  });
  const { document, notices } = decodeAddress(address, names);
  expect(document.replications).toBe(12);
  expect(document.scenarios).toEqual([{ base: 'status-quo' }, { base: 'recession', overrides: { 'capacity.staff': 125 } }]);
  expect(document.territory).toBe('aude');
  expect(document.population).toBe(opening.population);
  expect(notices[0]).toEqual({ code: 'other-model', what: '0.0.9+aaaaaaaa' });
  expect(notices.slice(1).map(({ what }) => what)).toEqual([
    'atlantide',
    'population 1000000000',
    'gone',
    'capacity.magic 1',
    'conditionality.strictness 2.5',
    'budget.shift 2',
    'nothing',
  ]);
});

test('a link from before parameters could be drawn opens with them held, and one that says neither yes nor no is told', () => {
  expect(decodeAddress(packed({ m: names.modelVersion, r: 12 }), names)).toEqual({ document: { ...opening, replications: 12 }, notices: [] });
  expect(decodeAddress(packed({ m: names.modelVersion, u: 1 }), names)).toEqual({ document: { ...opening, unknowns: true }, notices: [] });
  expect(decodeAddress(packed({ m: names.modelVersion, u: 7 }), names)).toEqual({ document: opening, notices: [{ code: 'dropped', what: 'unknowns 7' }] });
});

test('no text whatever makes reading throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.string().map((s) => `#1.${s}`),
        fc.jsonValue().map((v) => packed(JSON.stringify(v) ?? 'null')),
      ),
      (address) => {
        expect(decodeAddress(address, names).document.scenarios.length).toBeGreaterThanOrEqual(2);
      },
    ),
    { numRuns: 1000 },
  );
});

test('an object where a word is expected is dropped, whatever it calls itself', () => {
  const odd = { toString: 1, valueOf: 1 };
  for (const document of [{ t: odd }, { n: odd, m: odd, r: odd }, { s: [odd, { b: odd }, { b: 'status-quo', o: { 'capacity.staff': odd } }] }]) {
    const hash = `#1.${toBase64url(deflateSync(strToU8(JSON.stringify(document))))}`;
    expect(() => decodeAddress(hash, names)).not.toThrow();
  }
});
