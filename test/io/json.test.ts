import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseJson, readJson } from '../../src/io/json.ts';
import { codesOf, problemsOf, value } from './builders.ts';

const read = (text: string | Uint8Array) => readJson(text, 'x.json');
const bytes = (...values: number[]) => Uint8Array.from(values);

test('a sound text gives its value and the place of each of its parts', () => {
  const text = '{\r\n  "a": [1, {"b": true}],\n  "c": "é"\n}';
  const { value: got, at } = value(read(text));
  expect(got).toEqual({ a: [1, { b: true }], c: 'é' });
  expect(at(['a', 1, 'b'])).toEqual({ line: 2, column: 18 });
  expect(at(['a', 1, 'b'], 'key')).toEqual({ line: 2, column: 13 });
  expect(at(['c'])).toEqual({ line: 3, column: 8 });
  expect(at(['a', 1, 'missing'])).toEqual({ line: 2, column: 12 });
});

test('a byte order mark is skipped, in text and in bytes', () => {
  expect(value(read('\uFEFF{"a": 1}')).value).toEqual({ a: 1 });
  const { value: got, at } = value(read(bytes(0xef, 0xbb, 0xbf, 0x7b, 0x22, 0x61, 0x22, 0x3a, 0x31, 0x7d)));
  expect(got).toEqual({ a: 1 });
  expect(at(['a'])).toEqual({ line: 1, column: 6 });
});

test.each([
  ['nothing', '', 'json-empty'],
  ['spaces only', ' \n\t', 'json-empty'],
  ['a byte order mark only', '\uFEFF', 'json-empty'],
  ['no byte', bytes(), 'json-empty'],
  ['5 MB', `{"a": "${'x'.repeat(5_000_000)}"}`, 'json-too-large'],
  ['5 MB of bytes', new Uint8Array(5_000_000), 'json-too-large'],
  ['over 1 MiB in bytes, under it in letters', `"${'é'.repeat(600_000)}"`, 'json-too-large'],
  ['an image', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'json-not-utf8'],
  ['UTF-16', bytes(0xff, 0xfe, 0x7b, 0x00, 0x7d, 0x00), 'json-not-utf8'],
  ['Latin-1', bytes(0x22, 0xe9, 0x22), 'json-not-utf8'],
  ['null bytes', '{"a": "\0"}', 'json-binary'],
  ['depth 10,000', '['.repeat(10_000) + ']'.repeat(10_000), 'json-too-deep'],
  ['depth 10,000 of objects, cut', '{"a":'.repeat(10_000), 'json-too-deep'],
  ['depth behind wrong closings', '[},'.repeat(10_000), 'json-too-deep'],
  ['text cut in an object', '{"a": {"b": 1', 'json-truncated'],
  ['text cut in a word', '{"a": "b', 'json-truncated'],
  ['text cut after a colon', '{"a":', 'json-truncated'],
  ['text cut after a comma', '[1, 2,', 'json-truncated'],
  ['trailing text', '{"a": 1} and more', 'json-trailing-text'],
  ['two values', '{"a": 1}\n{"b": 2}', 'json-trailing-text'],
  ['a trailing comma', '{"a": 1,\n}', 'json-trailing-comma'],
  ['a trailing comma in a list', '[1, 2, ]', 'json-trailing-comma'],
  ['a comment', '{"a": 1 // here\n}', 'json-comment'],
  ['a block comment', '/* here */ {"a": 1}', 'json-comment'],
  ['single quotes', "{'a': 1}", 'json-single-quote'],
  ['no colon', '{"a" 1}', 'json-expected'],
  ['no comma', '{"a": 1\n "b": 2}', 'json-expected'],
  ['a bare word', '{"a": yes}', 'json-symbol'],
  ['a text on two lines', '{"a": "x\n", "b": 1}', 'json-open-string'],
  ['1e999', '{"a": 1e999}', 'number-not-finite'],
  ['NaN', '{"a": NaN}', 'number-not-finite'],
  ['-Infinity', '{"a": -Infinity}', 'number-not-finite'],
  ['a repeated key', '{"a": 1, "a": 2}', 'json-duplicate-key'],
  ['__proto__', '{"__proto__": {"polluted": true}}', 'json-forbidden-key'],
  ['constructor', '{"a": {"constructor": {"prototype": {"polluted": true}}}}', 'json-forbidden-key'],
  ['prototype', '{"prototype": 1}', 'json-forbidden-key'],
  ['__proto__ in disguise', '{"__\\u0070roto__": {"polluted": true}}', 'json-forbidden-key'],
])('%s is one problem', (_, text, code) => {
  expect(codesOf(read(text))).toEqual([code]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

test('1e308 is a finite number, and is read', () => {
  expect(value(read('{"a": 1e308}')).value).toEqual({ a: 1e308 });
});

test('64 levels are read, 65 are not', () => {
  const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
  expect(read(nested(64)).ok).toBe(true);
  expect(codesOf(read(nested(65)))).toEqual(['json-too-deep']);
});

test('what a cut text still owes is said, innermost first', () => {
  expect(problemsOf(read('{"a": [{"b": "c'))[0]).toMatchObject({ expected: '"}]}', line: 1, column: 16 });
});

test('a size is reported in bytes', () => {
  expect(problemsOf(read(new Uint8Array(5 * 1024 * 1024)))[0]).toMatchObject({ found: String(5 * 1024 ** 2), expected: String(1024 ** 2) });
});

test('all problems come at once, in order, with their places', () => {
  const text = '{\n  "a": 1e999,\n  "b": 1,\n  "b": 2,\n  "c": NaN,\n  "d" 4,\n  "e": [1,],\n  "__proto__": 1\n}\nend';
  expect(problemsOf(read(text)).map(({ code, line, column }) => `${line}:${column} ${code}`)).toEqual([
    '2:8 number-not-finite',
    '4:3 json-duplicate-key',
    '5:8 number-not-finite',
    '6:7 json-expected',
    '7:11 json-trailing-comma',
    '8:3 json-forbidden-key',
    '10:1 json-trailing-text',
  ]);
});

test('repeated and refused keys leave a value to go on checking, broken syntax does not', () => {
  expect(parseJson('{"a": 1, "a": 2, "__proto__": 3}', 'x').located?.value).toEqual({ a: 1 });
  expect(parseJson('{"a": 1,}', 'x').located).toBeUndefined();
});

test('what JSON.parse reads is read the same', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 6 }), (text) => {
      fc.pre(!/__proto__|constructor|prototype/.test(text));
      expect(value(read(text)).value).toEqual(JSON.parse(text));
    }),
  );
});

test('what JSON.parse refuses is refused, and nothing throws', () => {
  const pieces = fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"a"', '1', '-', 'tru', 'true', '//', '/*', '\\', '\n', ' ', '1e999', '\u2028');
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 60 }).map((list) => list.join('')),
      (text) => {
        const result = read(text);
        expect(problemsOf(result).every(({ line, column }) => (line ?? 1) > 0 && (column ?? 1) > 0)).toBe(true);
        let sound = true;
        try {
          JSON.parse(text);
        } catch {
          sound = false;
        }
        if (!sound) expect(result.ok).toBe(false);
        else if (!result.ok) expect(codesOf(result).every((code) => code === 'number-not-finite' || code === 'json-duplicate-key')).toBe(true);
      },
    ),
    { numRuns: 3000 },
  );
});

test('no arrangement of brackets overflows', () => {
  const brackets = fc.array(fc.constantFrom('[', ']', '{', '}', ',', '"a":', '[{', '{]', '[}'), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(brackets, (list) => void expect(read(list.join('').repeat(3000)).ok).toBe(false)));
});

test('bytes are either read or refused', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (random) => void expect(typeof read(random).ok).toBe('boolean')));
});
