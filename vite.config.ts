import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig } from 'vitest/config';
import { built } from './test/built.ts';

const here = import.meta.dirname;
const { version } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8')) as { version: string };

/** Text of every file that can change a result: the engine's sources and the base data. */
function modelText(folder: string, pattern: RegExp): string[] {
  return readdirSync(join(here, folder), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => pattern.test(file))
    .sort()
    .map((file) => `${folder}/${file}\n${readFileSync(join(here, folder, file), 'utf8').replaceAll('\r\n', '\n')}`);
}

/** Semver and eight hexadecimal digits of what the model is made of: one figure for the page and the command line. */
function modelVersion(): string {
  const hash = createHash('sha256');
  for (const text of [...modelText('src/engine', /\.ts$/), ...modelText('scenarios/territories', /^[^/]+\.json$/)]) hash.update(text);
  return `${version}+${hash.digest('hex').slice(0, 8)}`;
}

const define = { __MODEL_VERSION__: JSON.stringify(modelVersion()) };
const jsx = { jsx: { runtime: 'automatic', importSource: 'preact' } } as const;

/** Programs that run in Node, by the name of the file they become in dist/node. */
const programs = {
  cli: 'src/cli/main.ts',
  worker: 'src/workers/node.ts',
  bench: 'src/tools/bench.ts',
  territories: 'src/tools/territories.ts',
  schemas: 'src/tools/schemas.ts',
  baseline: 'src/tools/baseline.ts',
  readme: 'src/tools/readme.ts',
  picture: 'src/tools/picture.ts',
  neutrality: 'src/tools/neutrality.ts',
  missions: 'src/tools/missions.ts',
  losing: 'src/tools/losing.ts',
  bank: 'src/tools/bank.ts',
  demonstrations: 'src/tools/demonstrations.ts',
  licences: 'src/tools/licences.ts',
  evidence: 'src/tools/evidence.ts',
};

const page = {
  root: resolve(here, 'web'),
  base: './',
  define,
  plugins: [built(here, define)],
  oxc: jsx,
  build: { outDir: resolve(here, 'dist/web'), emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0 },
  worker: { format: 'es' as const },
  server: { fs: { allow: [here] } },
  optimizeDeps: { entries: ['index.html', '../src/workers/browser.ts'] },
  test: {
    root: here,
    reporters: [resolve(here, 'test/reporter.ts')],
    // Two cores are what a small machine has; vitest alone would leave one idle.
    maxWorkers: 2,
    server: { deps: { external: [/\/dist\/tests-\d+\//] } },
    // Many times what a quiet machine takes: a busy one must not fail a test that proves its point.
    testTimeout: 240_000,
    hookTimeout: 600_000,
    projects: [
      { extends: true as const, test: { name: 'fast', include: ['test/**/*.test.ts'], exclude: ['test/browser/**', 'test/long/**', 'test/mechanisms/**'] } },
      // Ablations share a process, so that the engine is compiled once for all of them.
      { extends: true as const, test: { name: 'ablations', include: ['test/mechanisms/**/*.test.ts'], isolate: false } },
      { extends: true as const, test: { name: 'browser', include: ['test/browser/**/*.test.ts'], fileParallelism: false } },
      { extends: true as const, test: { name: 'long', include: ['test/long/**/*.test.ts'], testTimeout: 900_000 } },
    ],
  },
};

const node = {
  define,
  ssr: { noExternal: true as const },
  build: {
    ssr: true,
    outDir: resolve(here, 'dist/node'),
    emptyOutDir: true,
    target: 'node20',
    rolldownOptions: {
      input: Object.fromEntries(Object.entries(programs).filter(([, file]) => existsSync(join(here, file)))),
      output: { entryFileNames: '[name].js', chunkFileNames: 'shared-[hash].js' },
    },
  },
};

export default defineConfig(({ mode }) => (mode === 'node' ? node : page));
