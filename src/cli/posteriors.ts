import { existsSync } from 'node:fs';
import { modelVersion } from '../engine/index.ts';
import { isPath } from '../io/names.ts';
import { nearest } from '../io/nearest.ts';
import { type KnownPosterior, readPosterior } from '../io/posterior.ts';
import { loadPosterior, posteriorIds } from '../io/posteriors.ts';
import type { Read } from '../io/problem.ts';
import { problem } from './options.ts';
import { readBytes } from './read-file.ts';

/** The posterior meant by an id of the product or the path of a file of one's own. */
export async function choosePosterior(name: string): Promise<Read<KnownPosterior>> {
  const known = await loadPosterior(name);
  if (known) return known;
  if (isPath(name) || existsSync(name)) {
    const bytes = readBytes(name);
    return bytes.ok ? readPosterior(bytes.bytes, name, modelVersion) : { ok: false, problems: [bytes.problem] };
  }
  const near = nearest(name, posteriorIds);
  return {
    ok: false,
    problems: [problem('unknown-posterior', `--posterior ${name}`, { expected: posteriorIds.join(', '), ...(near ? { nearest: near } : {}) })],
  };
}
