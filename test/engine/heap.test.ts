import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Heap } from './heap.program.ts';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'parcours-heap-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let heap: Heap;
beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { __MODEL_VERSION__: '"test"' },
    ssr: { noExternal: true },
    build: { ssr: 'test/engine/heap.program.ts', outDir: folder, emptyOutDir: true, target: 'node20', rolldownOptions: { output: { entryFileNames: 'heap.mjs' } } },
  });
  const options = ['--expose-gc', '--min-semi-space-size=512', '--max-semi-space-size=512', join(folder, 'heap.mjs'), join(root, 'scenarios/territories/aude.json')];
  heap = JSON.parse(execFileSync(process.execPath, options, { encoding: 'utf8' })) as Heap;
});

test('120 months keep nothing', () => expect(heap.kept).toBeLessThan(256 * 1024));

test('the monthly loop allocates less than a byte a person', () => {
  console.log(heap);
  expect(heap.rows).toBeGreaterThan(3000);
  expect(heap.allocated / (120 * heap.rows)).toBeLessThan(1);
});
