import { closeSync, mkdirSync, openSync, readSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import type { Problem } from '../io/problem.ts';
import { type Action, exit } from './command.ts';
import { complain } from './complain.ts';
import { reason, writeFolder } from './folder.ts';
import { dictionary } from './i18n/index.ts';
import { MARK, oddDocument } from './odd/document.ts';
import { problem } from './options.ts';

/** Whether a file begins as such a document does. */
function isOurs(path: string): boolean {
  const file = openSync(path, 'r');
  try {
    const first = Buffer.alloc(MARK.length);
    readSync(file, first, 0, MARK.length, 0);
    return first.toString() === MARK;
  } finally {
    closeSync(file);
  }
}

/** What stands in the way of writing to `out`. An earlier document may be replaced; anything else only when told so. */
function inTheWay(out: string, force: boolean): Problem[] {
  const path = `--out ${out}`;
  try {
    const stats = statSync(out, { throwIfNoEntry: false });
    if (!stats) return [];
    if (stats.isDirectory()) return [problem('file-is-folder', path)];
    return force || isOurs(out) ? [] : [problem('out-is-another-file', path)];
  } catch (error) {
    return [problem('out-unwritable', path, { found: reason(error) })];
  }
}

/** `odd`: the description of the model, to the output or to a file. */
export const odd: Action = ({ values, problems }, terminal) => {
  const { out, force = false } = values;
  const misplaced = force && out === undefined ? [problem('force-without-out', '--force')] : [];
  const found = [...problems, ...misplaced, ...(out === undefined ? [] : inTheWay(out, force))];
  if (found.length > 0) {
    complain(found, terminal, 'odd');
    return exit.wrongUse;
  }
  const text = oddDocument(terminal.lang);
  if (out === undefined) {
    terminal.printData(text.trimEnd());
    return exit.done;
  }
  try {
    const place = resolve(out);
    mkdirSync(dirname(place), { recursive: true });
    writeFolder(dirname(place), [{ name: basename(place), bytes: Buffer.from(text) }]);
  } catch (error) {
    complain([problem('out-unwritable', `--out ${out}`, { found: reason(error) })], terminal, 'odd');
    return exit.failed;
  }
  terminal.say(dictionary(terminal.lang).document(out));
  return exit.done;
};
