import { modelVersion } from '../engine/index.ts';
import { type KnownPosterior, readPosterior } from './posterior.ts';
import type { Read } from './problem.ts';

const files = import.meta.glob<string>('../../scenarios/posteriors/*.json', { query: '?raw', import: 'default' });

const paths = new Map(Object.keys(files).map((path) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), path] as const));

/** The posteriors that come with the product. */
export const posteriorIds: readonly string[] = [...paths.keys()].sort();

/** The posterior fitted on the levels published in a country; France when none is stated, as in a territory. */
export const posteriorOf = (country?: string): string => (country === 'BE' ? 'brussels' : 'france');

/** A posterior that comes with the product, its text loaded when it is asked for. Undefined when there is none of that name. */
export async function loadPosterior(id: string): Promise<Read<KnownPosterior> | undefined> {
  const path = paths.get(id);
  return path === undefined ? undefined : readPosterior(await files[path]!(), `scenarios/posteriors/${id}.json`, modelVersion);
}
