import { deflateSync, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { inflateUpTo } from '../../web/state/inflate.ts';

test('what fits comes out whole, to the last byte allowed', () => {
  const text = strToU8('règles '.repeat(1000));
  expect(inflateUpTo(deflateSync(text), text.length)).toEqual(text);
});

test('one byte too many gives nothing, not the beginning', () => {
  const text = strToU8('règles '.repeat(1000));
  expect(inflateUpTo(deflateSync(text), text.length - 1)).toBeNull();
});

test('broken data give nothing', () => {
  expect(inflateUpTo(Uint8Array.from([255, 255, 255, 255]), 100)).toBeNull();
});
