import { type Action, exit } from './command.ts';
import { complain } from './complain.ts';
import { reason } from './folder.ts';
import { dictionary } from './i18n/index.ts';
import { MARK, oddDocument } from './odd/document.ts';
import { inTheWay, writeOne } from './one-file.ts';
import { problem } from './options.ts';

/** `odd`: the description of the model, to the output or to a file. */
export const odd: Action = ({ values, problems }, terminal) => {
  const { out, force = false } = values;
  const misplaced = force && out === undefined ? [problem('force-without-out', '--force')] : [];
  const found = [...problems, ...misplaced, ...(out === undefined ? [] : inTheWay(out, force, (head) => head.startsWith(MARK)))];
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
    writeOne(out, text);
  } catch (error) {
    complain([problem('out-unwritable', `--out ${out}`, { found: reason(error) })], terminal, 'odd');
    return exit.failed;
  }
  terminal.say(dictionary(terminal.lang).document(out));
  return exit.done;
};
