import type { Collector } from './collect.ts';
import { nearest } from './nearest.ts';
import type { Path } from './path.ts';
import { show } from './show.ts';

/** Whether a name is in a list; tells the nearest when it is not. */
export function known(name: string, list: readonly string[], path: Path, problems: Collector, of: 'key' | 'value' = 'value'): boolean {
  if (list.includes(name)) return true;
  if (list.length === 0) problems.add('names-nothing', path, { found: show(name), of });
  else problems.add('unknown-name', path, { found: show(name), expected: list.join(', '), nearest: nearest(name, list), of });
  return false;
}
