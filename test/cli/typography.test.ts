import { expect, test } from 'vitest';
import { dictionary } from '../../src/cli/i18n/index.ts';

/** Every sentence that a tree of words holds, those made by a function left out. */
const sentences = (words: unknown): string[] =>
  typeof words === 'string' ? [words] : typeof words === 'object' && words !== null ? Object.values(words).flatMap(sentences) : [];

test('French words of the command line have no ordinary space before a high sign, nor inside guillemets', () => {
  const all = sentences(dictionary('fr'));
  expect(all.length).toBeGreaterThan(100);
  expect(all.filter((one) => / [:;!?»%]|« /.test(one))).toEqual([]);
});
