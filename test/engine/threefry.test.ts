import { expect, test } from 'vitest';
import { second, threefry } from '../../src/engine/core/threefry.ts';

const hex = (word: number) => (word >>> 0).toString(16).padStart(8, '0');

/** Known answers of Random123, `kat_vectors`, threefry2x32 with 20 rounds: counter, key, block. */
test.each([
  [
    [0, 0],
    [0, 0],
    ['6b200159', '99ba4efe'],
  ],
  [
    [0xffffffff, 0xffffffff],
    [0xffffffff, 0xffffffff],
    ['1cb996fc', 'bb002be7'],
  ],
  [
    [0x243f6a88, 0x85a308d3],
    [0x13198a2e, 0x03707344],
    ['c4923a9c', '483df7a0'],
  ],
] as const)('the block of counter %j under key %j is %j', ([c0, c1], [k0, k1], block) => {
  const first = threefry(k0, k1, c0, c1);
  expect([hex(first), hex(second[0]!)]).toEqual(block);
});

test('words are the same whether given signed or unsigned', () => {
  expect(threefry(-1, -1, -1, -1)).toBe(threefry(0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff));
});
