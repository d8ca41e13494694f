import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonical } from '../../src/io/canonical.ts';

test('the example of RFC 8785, section 3.2.3', () => {
  const value = {
    numbers: [333333333.3333333, 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
    string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
    literals: [null, true, false],
  };
  expect(canonical(value)).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
  );
});

test('keys are in order of UTF-16 code units, as in RFC 8785, section 3.2.3', () => {
  const value = { '\u20ac': 1, '\r': 2, '\ufb33': 3, '1': 4, '\u{1f600}': 5, '\u0080': 6, '\u00f6': 7 };
  expect(Object.values(JSON.parse(canonical(value)) as object).sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  expect([...canonical(value).matchAll(/:(\d)/g)].map(([, n]) => Number(n))).toEqual([2, 4, 6, 7, 1, 5, 3]);
});

test('minus zero is zero', () => {
  expect(canonical(-0)).toBe('0');
});

test('what JSON cannot hold throws', () => {
  for (const value of [Number.NaN, Infinity, undefined, () => 1, 1n, '\ud800', { '\udc00': 1 }, [undefined]]) expect(() => canonical(value)).toThrow();
});

test('the text reads back as the value, and does not depend on the order of keys', () => {
  const reversed = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(reversed);
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value)
        .reverse()
        .map(([key, inner]) => [key, reversed(inner)]),
    );
  };
  const json = fc.jsonValue({ stringUnit: 'grapheme', maxDepth: 4 });
  fc.assert(
    fc.property(json, (value) => {
      fc.pre(!JSON.stringify(value).includes('__proto__'));
      expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)));
      expect(canonical(reversed(value))).toBe(canonical(value));
    }),
  );
});
