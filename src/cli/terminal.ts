import type { Lang } from '../io/format.ts';
import { visible } from '../io/show.ts';
import { exit } from './command.ts';
import { dictionary } from './i18n/index.ts';

const WIDTH_OF_A_FILE = 120;

/** Where a command writes: results on the standard output, everything else on the standard error. */
export interface Terminal {
  readonly lang: Lang;
  /** Columns to fill. */
  readonly width: number;
  /** True when someone watches: progress is shown only then. */
  readonly watched: boolean;
  /** One result for a reader, in lines. Texts come from files too: none can add a line, command the terminal or turn its neighbours round. */
  print(lines: readonly string[]): void;
  /** A result for a program, with its end of line: not one character is changed. */
  printData(text: string): void;
  /** One line to the person: a problem, a warning, where a file went. */
  say(text: string): void;
  /** Redraws the last line; an empty text wipes it. */
  redraw(text: string): void;
}

/** The terminal of this process. A reader that leaves before the end (`| head -1`) ends the program in silence; a full disk ends it with a sentence. */
export function openTerminal(lang: Lang, { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'> = process): Terminal {
  let drawn = '';
  stdout.on('error', ({ code, message }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit(exit.done);
    stderr.write(`${dictionary(lang).outputLost(code ?? visible(message))}\n`);
    process.exit(exit.failed);
  });
  stderr.on('error', ({ code }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') process.exit(exit.done);
  });
  const redraw = (text: string): void => {
    if (!stderr.isTTY || text === drawn) return;
    stderr.write(`\r\u001b[K${text}`);
    drawn = text;
  };
  const printData = (text: string): void => {
    redraw('');
    stdout.write(`${text}\n`);
  };
  return {
    lang,
    width: stdout.isTTY ? Math.max(40, stdout.columns) : WIDTH_OF_A_FILE,
    watched: stderr.isTTY === true,
    print: (lines) => printData(lines.map(visible).join('\n')),
    printData,
    say(text) {
      redraw('');
      stderr.write(`${visible(text)}\n`);
    },
    redraw,
  };
}
