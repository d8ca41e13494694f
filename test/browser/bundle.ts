import { resolve } from 'node:path';
import { build, type Rolldown } from 'vite';
import { modelVersion } from '../../src/engine/index.ts';

const root = resolve(import.meta.dirname, '../..');

/** The browser's form of a module and of all that it imports, as one text. */
export async function bundle(entry: string): Promise<string> {
  const built = (await build({
    configFile: false,
    root,
    logLevel: 'error',
    define: { __MODEL_VERSION__: JSON.stringify(modelVersion) },
    build: { write: false, target: 'es2022', lib: { entry: resolve(root, entry), formats: ['es'], fileName: 'entry' } },
  })) as Rolldown.RolldownOutput[];
  const [chunk, ...more] = built.flatMap(({ output }) => output);
  if (chunk?.type !== 'chunk' || more.length > 0) throw new Error(`${entry} does not make one file.`);
  return chunk.code;
}
