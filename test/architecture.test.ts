import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { importFault, layers } from './layers.ts';
import { importsOf, repositoryFiles, textOf } from './sources.ts';

const declared = new Set(Object.keys(manifest.dependencies));
const sources = repositoryFiles().filter((file) => /^(src|web|test)\/.*\.(ts|tsx|mjs)$/.test(file));
const textAt = (file: string) => textOf(file) ?? '';
const faultsOf = (file: string, text: string) => importsOf(file, text).flatMap((to) => importFault(file, to, declared) ?? []);

test.each(Object.keys(layers))('%s imports only what stands below it', (layer) => {
  const files = sources.filter((file) => file.startsWith(`${layer}/`));
  const strays = files.flatMap((file) => importsOf(file, textAt(file)).map((to) => [file, to, importFault(file, to, declared)] as const));
  expect(strays.filter(([, , fault]) => fault).map(([file, to, fault]) => `${file} imports ${to}: ${fault}`)).toEqual([]);
});

test.each([
  ['src/engine/core/rng.ts', "import { readFileSync } from 'node:fs';"],
  ['src/engine/core/rng.ts', "import { mean } from '../../experiments/student.ts';"],
  ['src/engine/core/rng.ts', "import { scaleLinear } from 'd3';"],
  ['src/engine/kernel/choose.ts', "import { claiming } from '../mechanisms/claiming.ts';"],
  ['src/engine/mechanisms/claiming.ts', "import { needs } from './needs.ts';"],
  ['src/engine/mechanisms/claiming.ts', "import {\n  needs,\n} from './needs/index.ts';"],
  ['src/experiments/plan.ts', "import { readJson } from '../io/json.ts';"],
  ['src/io/json.ts', "export { spawn } from '../workers/spawn.browser.ts';"],
  ['src/io/json.ts', "import { open } from 'node:fs/promises';"],
  ['src/io/json.ts', "import { toJsonSchema } from '@valibot/to-json-schema';"],
  ['src/cli/check.ts', "import { scenarioSchema } from '../io/schema.ts';"],
  ['src/workers/pool.ts', "import { Worker } from 'node:worker_threads';"],
  ['src/workers/pool.ts', "import '../cli/main.ts';"],
  ['src/cli/main.ts', "import { store } from '../../web/state/store.ts';"],
  ['src/tools/bench.ts', "import { main } from '../cli/main.ts';"],
  ['web/main.tsx', "import { main } from '../src/cli/main.ts';"],
  ['web/main.tsx', "const more = await import('../src/workers/spawn.node.ts');"],
  ['web/main.tsx', "import axe from 'axe-core';"],
  ['web/charts/band.ts', "import { fr } from '../i18n/fr.ts';"],
  ['web/charts/band.ts', "import type { Lever } from '../../src/engine/index.ts';"],
])('in %s this import is refused: %s', (file, text) => {
  expect(faultsOf(file, text)).toHaveLength(1);
});

test.each([
  ['src/engine/core/math.ts', "import exp from '@stdlib/math-base-special-exp';"],
  ['src/engine/core/digest.ts', "import { sha256 } from '@noble/hashes/sha2.js';"],
  ['src/engine/mechanisms/index.ts', "import { needs } from './needs.ts';"],
  ['src/engine/mechanisms/grouping/pot.ts', "import { seats } from './seats.ts';"],
  ['src/io/schema.ts', "import { toJsonSchema } from '@valibot/to-json-schema';"],
  ['src/tools/schema-files.ts', "import { scenarioSchema } from '../io/schema.ts';"],
  ['src/workers/spawn.node.ts', "import { Worker } from 'node:worker_threads';"],
  ['web/charts/band.ts', "import type { Band } from '../../src/experiments/types.ts';"],
])('in %s this import is accepted: %s', (file, text) => {
  expect(faultsOf(file, text)).toEqual([]);
});

const forms = '(?:side-by-side|coordination|lead|gip|public|parapublic|associative|private)';
const branches = [
  new RegExp(`[!=]==?\\s*['"\`]${forms}['"\`]`),
  new RegExp(`['"\`]${forms}['"\`]\\s*[!=]==?`),
  new RegExp(`\\bcase\\s+['"\`]${forms}['"\`]`),
  new RegExp(`\\bincludes\\(\\s*['"\`]${forms}['"\`]`),
  /(?:[!=]==?|\bcase)\s*\w+\.(?:sideBySide|gip|parapublic|associative|private)\b/,
  /governance\.form/,
];
const branchesOn = (text: string) => text.split('\n').filter((line) => branches.some((branch) => branch.test(line)));

test('no mechanism and no choice asks for a form by its name: a form is a bundle of levers', () => {
  const rules = sources.filter((file) => /^src\/engine\/(mechanisms|kernel|month|skeleton)/.test(file));
  expect(rules.flatMap((file) => branchesOn(textAt(file)).map((line) => `${file}: ${line.trim()}`))).toEqual([]);
});

test.each([
  "if (form === 'gip') {",
  "case 'private':",
  "'associative' !== kind",
  'kind === Kind.private',
  "['gip'].includes('gip')",
  "rules['governance.form']",
])('%s is such a question', (line) => {
  expect(branchesOn(line)).toEqual([line]);
});

test.each(["key: 'gip',", "label: { fr: 'GIP', en: 'GIP' }", 'const share = levers.pooling[funder];'])('%s is not', (line) => {
  expect(branchesOn(line)).toEqual([]);
});

test('no file is longer than 300 lines', () => {
  const lengths = sources.map((file) => [file, textAt(file).split('\n').length - 1] as const);
  expect(lengths.filter(([, lines]) => lines > 300)).toEqual([]);
});
