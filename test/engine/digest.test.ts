import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { canonical } from '../../src/engine/core/canonical.ts';
import { hashOf, runDigest } from '../../src/engine/core/digest.ts';

/** RFC 8785, appendix B: IEEE 754 bits and the text they must be written as. */
test.each([
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
])('the double of bits %s is written %s', (bits, text) => {
  expect(canonical(new DataView(Uint8Array.from(Buffer.from(bits, 'hex')).buffer).getFloat64(0))).toBe(text);
});

test('what is not finite has no text and no hash', () => {
  for (const value of [Number.NaN, Infinity, -Infinity]) expect(() => hashOf({ value })).toThrow(RangeError);
});

test('a hash is SHA-256 of the canonical text in UTF-8', () => {
  const value = { b: [1, 2.5], a: 'é€😀', c: null };
  expect(hashOf(value)).toBe(createHash('sha256').update('{"a":"é€😀","b":[1,2.5],"c":null}', 'utf8').digest('hex'));
});

const series = { zeta: Float64Array.of(1, -0, 2.5), alpha: Float64Array.of(3) };

test('a run’s digest is its request, then each series by sorted id, in little-endian float64', () => {
  const bytes = (values: Float64Array) => Buffer.concat([...values].map(toLe));
  const toLe = (v: number) => {
    const out = Buffer.alloc(8);
    out.writeDoubleLE(v === 0 ? 0 : v);
    return out;
  };
  const hash = createHash('sha256').update('{"seed":"s"}').update('alpha').update(bytes(series.alpha)).update('zeta').update(bytes(series.zeta));
  expect(runDigest({ seed: 's' }, series)).toBe(hash.digest('hex'));
});

test('minus zero is zero; the order of keys does not count; one bit does', () => {
  const digest = runDigest({}, series);
  expect(runDigest({}, { alpha: series.alpha, zeta: Float64Array.of(1, 0, 2.5) })).toBe(digest);
  expect(runDigest({}, { alpha: series.alpha, zeta: Float64Array.of(1, 0, 2.5 + 2 ** -51) })).not.toBe(digest);
  expect(runDigest({ a: 1 }, series)).not.toBe(digest);
});

test('a series with what is not a number is refused by name', () => {
  expect(() => runDigest({}, { good: Float64Array.of(1), bad: Float64Array.of(0, Number.NaN) })).toThrow(/"bad".*month 1/);
});
