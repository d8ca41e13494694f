import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { build, type Plugin } from 'vite';

/** Layers that tests run as Node's own modules; not the command line, some of whose tests replace modules of Node. */
const layers = ['engine', 'experiments', 'io', 'workers'];
/** Each module of those layers, but the few that only a browser can run. */
const isModule = (file: string) => /\.ts$/.test(file) && !/(^|[/.])browser\.ts$/.test(file);

let compiled: Promise<string> | undefined;

async function compile(root: string, define: Record<string, string>): Promise<string> {
  const folder = join(root, `dist/tests-${process.pid}`);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const files = layers.flatMap((layer) => readdirSync(join(root, 'src', layer), { recursive: true, encoding: 'utf8' }).map((file) => join('src', layer, file)));
  await build({
    configFile: false,
    root,
    define,
    logLevel: 'warn',
    // One comlink for what is compiled and for the tests: what it hands over without copying is known to the copy that was asked.
    ssr: { noExternal: true, external: ['comlink'] },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      sourcemap: true,
      rolldownOptions: {
        input: files.filter(isModule).map((file) => join(root, file)),
        output: {
          preserveModules: true,
          preserveModulesRoot: root,
          // As in the product, the worker stands beside what starts it.
          entryFileNames: ({ name }) => (name === 'src/workers/node' ? 'src/workers/worker.js' : '[name].js'),
        },
      },
    },
  });
  return folder;
}

/**
 * Gives tests the model as Node runs it when it is built. Vitest alone reaches everything that a module imports through a getter, which makes
 * a month of the model two to three times as long. Each module stays one module, so a test may import any of them.
 * Compiled once, when the first test asks for it: a run that watches files would not see the model change.
 * What is defined is copied: Vitest takes it out of its own configuration.
 */
export function built(root: string, { ...define }: Record<string, string>): Plugin {
  return {
    name: 'parcours:built',
    enforce: 'pre',
    apply: (_, { mode }) => mode === 'test',
    async resolveId(source, importer) {
      if (!importer || !/^\.{1,2}\/.*\.ts$/.test(source)) return;
      const file = relative(root, resolve(importer, '..', source));
      if (!layers.some((layer) => file.startsWith(join('src', layer, '/'))) || !isModule(file)) return;
      compiled ??= compile(root, define);
      const made = join(await compiled, file.replace(/\.ts$/, '.js'));
      return existsSync(made) ? made : undefined;
    },
  };
}
