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

let small: Heap;
let large: Heap;

/** The program in a process of its own, whose nursery holds everything it allocates. */
function run(population: number): Heap {
  const options = [
    '--expose-gc',
    '--min-semi-space-size=512',
    '--max-semi-space-size=512',
    join(folder, 'heap.mjs'),
    join(root, 'scenarios/territories/aude.json'),
  ];
  return JSON.parse(execFileSync(process.execPath, [...options, String(population)], { encoding: 'utf8' })) as Heap;
}

beforeAll(async () => {
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { __MODEL_VERSION__: '"test"' },
    ssr: { noExternal: true },
    build: {
      ssr: 'test/engine/heap.program.ts',
      outDir: folder,
      emptyOutDir: true,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'heap.mjs' } },
    },
  });
  small = run(1000);
  large = run(5000);
});

// What is kept is compiled code, the same at 1,000 and at 20,000 people to within a third of a megabyte.
test('120 months keep nothing: not even one byte a person', () => {
  expect(Math.max(small.kept, large.kept)).toBeLessThan(1024 * 1024);
  expect(large.kept - small.kept).toBeLessThan(large.rows - small.rows + 384 * 1024);
});

/** The compiler boxes a few numbers of 16 bytes where they pass from function to function; five would be too many. */
test('the month allocates nothing a person but a few boxed numbers', () => {
  expect(large.rows).toBeGreaterThan(4 * small.rows);
  expect((large.allocated - small.allocated) / (120 * (large.rows - small.rows))).toBeLessThan(80);
});

test('what a month allocates stays under a megabyte for a thousand people, structures and their choices included', () => {
  expect(small.allocated / 120).toBeLessThan(1024 * 1024);
});
