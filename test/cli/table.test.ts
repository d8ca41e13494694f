import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fold, table, textWidth } from '../../src/cli/table.ts';

test('accents count with their letter and wide letters for two', () => {
  expect(textWidth('été')).toBe(3);
  expect(textWidth('e\u0301te\u0301')).toBe(3);
  expect(textWidth('in\u00adser\u200btion')).toBe(9);
  expect(textWidth('統計')).toBe(4);
  expect(textWidth('1\u202f234\u00a0€')).toBe(7);
});

test('folding loses no word and keeps to the width but for a word that is longer', () => {
  fc.assert(
    fc.property(fc.array(fc.stringMatching(/^[a-zéà]{1,12}$/), { minLength: 1 }), fc.integer({ min: 4, max: 40 }), (words, width) => {
      const lines = fold(words.join(' '), width);
      expect(lines.join(' ').split(' ')).toEqual(words);
      for (const line of lines) expect(textWidth(line) <= width || !line.includes(' ')).toBe(true);
    }),
  );
});

test('figures align on the right, texts on the left, and only the folding column gives way', () => {
  const columns = [
    { title: 'Name', folds: true },
    { title: 'Figure', align: 'right' as const },
  ];
  const rows = [['a rather long name for one row', '1'], ['été', '1\u202f234'], { across: 'a remark', indent: 4 }];
  expect(table(columns, rows, 28)).toEqual([
    'Name                  Figure',
    '────────────────────  ──────',
    'a rather long name         1',
    'for one row',
    'été                    1\u202f234',
    '    a remark',
  ]);
});
