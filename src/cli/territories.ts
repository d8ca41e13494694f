import type { Territory } from '../engine/index.ts';
import { loadTerritory, territoryIndex } from '../io/catalogue.ts';
import { isPath, matchTerritory, nearestTerritory } from '../io/names.ts';
import type { Read } from '../io/problem.ts';
import { readTerritory } from '../io/territory.ts';
import { problem } from './options.ts';
import { readBytes } from './read-file.ts';

/** The territory meant by a slug, a code, a French name, or the path of a territory file of one's own. */
export async function chooseTerritory(query: string): Promise<Read<Territory>> {
  const entry = matchTerritory(query, territoryIndex);
  if (entry) return { ok: true, value: (await loadTerritory(entry.id))!, warnings: [] };
  if (isPath(query)) {
    const bytes = readBytes(query);
    return bytes.ok ? readTerritory(bytes.bytes, query) : { ok: false, problems: [bytes.problem] };
  }
  const near = nearestTerritory(query, territoryIndex);
  return { ok: false, problems: [problem('unknown-territory', `--territory ${query}`, near ? { nearest: near } : {})] };
}
