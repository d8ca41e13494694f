import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { licencePage } from '../src/tools/licence-page.ts';
import { productPackages } from '../src/tools/packages.ts';

const root = resolve(import.meta.dirname, '..');
const packages = productPackages(root);
const permissive = new Set(['0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'BSD-2-Clause', 'BSD-3-Clause', 'CC0-1.0', 'ISC', 'MIT', 'Unlicense', 'Zlib']);

/** Whether a licence expression (SPDX) leaves a choice of which every part is permissive. */
function isPermissive(expression: string): boolean {
  const choices = expression.replaceAll(/[()]/g, '').split(/ OR /);
  return choices.some((choice) => choice.split(/ AND /).every((licence) => permissive.has(licence.trim())));
}

/** One line per licence; the parts of one library are counted together. */
function listed(): string[] {
  const families = new Map<string, Map<string, number>>();
  for (const { name, version, licence } of packages) {
    const family = name.startsWith('@') ? `${name.split('/')[0]}/*` : `${name} ${version}`;
    const names = families.get(licence) ?? new Map<string, number>();
    families.set(licence, names.set(family, (names.get(family) ?? 0) + 1));
  }
  return [...families].map(([licence, names]) => `${licence}: ${[...names].map(([name, count]) => (count > 1 ? `${name} (${count})` : name)).join(', ')}`);
}

test('every package in the product has a permissive licence', () => {
  for (const line of listed()) console.log(line);
  expect(packages.filter(({ licence }) => !isPermissive(licence))).toEqual([]);
});

test('the packages declared in package.json are among them', () => {
  const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string> };
  expect(packages.map(({ name }) => name)).toEqual(expect.arrayContaining(Object.keys(dependencies)));
});

test.each(['GPL-3.0-only', 'AGPL-3.0', 'LGPL-2.1-or-later', 'MIT AND GPL-2.0', 'SEE LICENSE IN licence.txt', 'unknown'])('%s is refused', (licence) => {
  expect(isPermissive(licence)).toBe(false);
});

test('a choice between licences is accepted when one is permissive', () => {
  expect(isPermissive('(MIT OR GPL-3.0)')).toBe(true);
});

test('the page carries the licence texts of what is installed: otherwise run npm run licences', () => {
  expect(readFileSync(join(root, 'web/public/licences.txt'), 'utf8')).toBe(licencePage(root));
});
