import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { type Served, serve } from './serve.ts';

const root = resolve(import.meta.dirname, '../..');

/** Builds the page (or another HTML file of `web`) as it is published, and serves it from memory. */
export async function servePage(entry = 'index.html'): Promise<Served> {
  const outDir = mkdtempSync(join(tmpdir(), 'parcours-page-'));
  try {
    await build({
      configFile: join(root, 'vite.config.ts'),
      mode: 'production',
      logLevel: 'error',
      build: { outDir, emptyOutDir: true, rolldownOptions: { input: join(root, 'web', entry) } },
    });
    const files = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
    const texts = files.map(({ parentPath, name }) => join(parentPath, name)).map((file) => [file.slice(outDir.length + 1), readFileSync(file, 'utf8')]);
    return await serve(Object.fromEntries(texts));
  } finally {
    rmSync(outDir, { recursive: true, force: true });
  }
}
