import fc from 'fast-check';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands.ts';
import { type OptionName, options, parseOptions } from '../../src/cli/options.ts';

const accepted = Object.keys(options) as OptionName[];

test('values are read as what they are, wherever they stand', () => {
  const { values, positionals, problems } = parseOptions(['a', '--months=24', '--json', 'b', '--seed', '-7', '--', '--force'], accepted);
  expect(problems).toEqual([]);
  expect(values).toEqual({ months: 24, json: true, seed: '-7' });
  expect(positionals).toEqual(['a', 'b', '--force']);
});

test('bounds are included, and nothing beyond them', () => {
  const codes = (months: string) => parseOptions(['--months', months], accepted).problems.map(({ code }) => code);
  for (const good of ['1', '360', '+12', '012']) expect(codes(good)).toEqual([]);
  for (const bad of ['0', '361', '-5', '99999999999999999999']) expect(codes(bad)).toEqual(['out-of-bounds']);
  for (const bad of ['1e2', '12.0', '0x10', 'NaN', '1 0', '٣']) expect(codes(bad)).toEqual(['not-a-number']);
});

test('a mistyped option keeps its value to itself, and the value is checked too', () => {
  const { positionals, problems } = parseOptions(['--montsh', '600', 'a'], accepted);
  expect(problems.map(({ code }) => code)).toEqual(['unknown-option', 'out-of-bounds']);
  expect(positionals).toEqual(['a']);
});

test('an option without its value does not swallow the next one', () => {
  const { values, problems } = parseOptions(['--seed', '--months', '24'], accepted);
  expect(values).toEqual({ months: 24 });
  expect(problems.map(({ code, path }) => [code, path])).toEqual([['missing-value', '--seed']]);
});

test('whatever is typed gives values within bounds, or problems; it never throws', () => {
  const words = fc.oneof(
    fc.string(),
    fc.constantFrom(...accepted.map((name) => `--${name}`)),
    fc.constantFrom('--', '-', '---', '--=', '--months=', '--no-json', '-hx'),
  );
  fc.assert(
    fc.property(fc.array(words, { maxLength: 8 }), (args) => {
      const { values, problems } = parseOptions(args, accepted);
      for (const [name, value] of Object.entries(values)) {
        const spec = options[name as OptionName];
        if (spec.kind === 'integer') expect((value as number) >= spec.low && (value as number) <= spec.high).toBe(true);
      }
      for (const { severity } of problems) expect(severity).toBe('problem');
    }),
    { numRuns: 500 },
  );
});

test('every command speaks of its language and its help', () => {
  for (const command of commands) expect(command.options).toEqual(expect.arrayContaining(['lang', 'help']));
});
