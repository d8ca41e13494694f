import { packageOf } from './sources.ts';

interface Layer {
  /** Folders that it may import besides itself. */
  readonly below: readonly string[];
  /** Packages that it may import: a list, or whatever package.json declares for the product. */
  readonly packages: readonly string[] | 'declared' | 'any';
  /** Files of the layer that may use Node. */
  readonly node?: RegExp;
}

/** A generator for editors, which only development programs call: its package is not in the product. */
const generator = { file: 'src/io/schema.ts', package: '@valibot/to-json-schema' };

const exact = ['seedrandom', '@noble/hashes', '@stdlib/'];

/** The layers, from the lowest. Imports go down only; the writers of `src/io` know the shape of results, which the experiments declare. */
export const layers: Readonly<Record<string, Layer>> = {
  'src/engine': { below: [], packages: exact },
  'src/experiments': { below: ['src/engine'], packages: exact },
  'src/io': { below: ['src/engine', 'src/experiments', 'scenarios'], packages: 'declared' },
  'src/workers': { below: ['src/engine', 'src/experiments', 'src/io'], packages: 'declared', node: /(^|[./])node\.(d\.)?ts$|-node\.d\.ts$/ },
  'src/cli': { below: ['src/engine', 'src/experiments', 'src/io', 'src/workers', 'scenarios'], packages: 'declared', node: /./ },
  'src/tools': { below: ['src/engine', 'src/experiments', 'src/io', 'src/workers', 'scenarios'], packages: 'any', node: /./ },
  web: { below: ['src/engine', 'src/experiments', 'src/io', 'src/workers', 'scenarios'], packages: 'declared' },
};

/** Rules finer than layers: no file whose path matches `from` imports what matches `to`. */
const walls: readonly { from: RegExp; to: RegExp; because: string }[] = [
  {
    from: /^src\/engine\/(core|world|kernel|levers|indicators)\//,
    to: /^src\/engine\/(mechanisms\/|month|simulate)/,
    because: 'the month is made of mechanisms, not the reverse',
  },
  { from: /^(?!src\/tools\/)/, to: /^src\/io\/schema\.ts$/, because: 'only development programs generate schemas' },
  { from: /^web\//, to: /(^|[./])node\.ts$/, because: 'the page has no Node' },
  { from: /^src\/cli\//, to: /(^|[./])browser\.ts$/, because: 'the command line has no page' },
  { from: /^web\/charts\//, to: /^(src\/(engine|io|workers)\/|web\/(?!charts\/))/, because: 'a chart knows no engine, language or network' },
];

const mechanism = (path: string) => /^src\/engine\/mechanisms\/([^/]+?)(?:\.ts$|\/)/.exec(path)?.[1];

function layerFault(file: string, to: string, declared: ReadonlySet<string>): string | undefined {
  const [home, layer] = Object.entries(layers).find(([folder]) => file.startsWith(`${folder}/`)) ?? [];
  if (!home || !layer) return undefined;
  if (to.startsWith('node:')) return layer.node?.test(file) ? undefined : 'Node is out of reach here';
  if (/^(src|web|test|scenarios)\//.test(to)) return [home, ...layer.below].some((folder) => to.startsWith(`${folder}/`)) ? undefined : `not below ${home}`;
  if (layer.packages === 'any' || (file === generator.file && to === generator.package)) return undefined;
  if (layer.packages === 'declared') return declared.has(packageOf(to)) ? undefined : 'not a dependency of the product';
  return layer.packages.some((name) => packageOf(to) === name || (name.endsWith('/') && to.startsWith(name))) ? undefined : `not a package of ${home}`;
}

/** Why `file` may not import `to`, or nothing when it may. `declared` holds the dependencies of the product. */
export function importFault(file: string, to: string, declared: ReadonlySet<string>): string | undefined {
  const own = mechanism(file);
  if (own && own !== 'index' && mechanism(to) && mechanism(to) !== own) return 'mechanisms never import one another';
  return layerFault(file, to, declared) ?? walls.find((wall) => wall.from.test(file) && wall.to.test(to))?.because;
}
