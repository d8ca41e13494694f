import { existsSync } from 'node:fs';
import { modelVersion } from '../engine/index.ts';
import { isStretched } from '../experiments/posterior.ts';
import type { PosteriorUsed } from '../experiments/types.ts';
import { formatNumber } from '../io/format.ts';
import { isPath } from '../io/names.ts';
import { nearest } from '../io/nearest.ts';
import { type KnownPosterior, readPosterior } from '../io/posterior.ts';
import { loadPosterior, posteriorIds } from '../io/posteriors.ts';
import type { Read } from '../io/problem.ts';
import { dictionary } from './i18n/index.ts';
import { problem } from './options.ts';
import { readBytes } from './read-file.ts';
import type { Terminal } from './terminal.ts';

/** Says that a posterior meets its targets only with errors stretched, when it does. */
export const stretched = (posterior: Pick<PosteriorUsed, 'tolerance'>, { lang }: Terminal): string[] =>
  isStretched(posterior) ? [dictionary(lang).notes.stretched(formatNumber(posterior.tolerance, lang, 1))] : [];

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
