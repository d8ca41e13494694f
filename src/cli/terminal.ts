import type { Lang } from '../io/format.ts';

const WIDTH_OF_A_FILE = 120;

/** Where a command writes: results on the standard output, everything else on the standard error. */
export interface Terminal {
  readonly lang: Lang;
  /** Columns to fill. */
  readonly width: number;
  /** True when someone watches: progress is shown only then. */
  readonly watched: boolean;
  /** One result for a reader, with its end of line. */
  print(text: string): void;
  /** The same for a program: not one character is changed. */
  printData(text: string): void;
  /** One line to the person: a problem, a warning, where a file went. */
  say(text: string): void;
  /** Redraws the last line; an empty text wipes it. */
  redraw(text: string): void;
}

/** Texts come from files too: a control character is shown as a dot, so that none can command the terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const harmless = (text: string): string => text.replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, '·');

/** The terminal of this process. A reader that leaves before the end (`| head -1`) ends the program in silence. */
export function openTerminal(lang: Lang, { stdout, stderr }: Pick<NodeJS.Process, 'stdout' | 'stderr'> = process): Terminal {
  let drawn = '';
  const leave = (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  };
  stdout.on('error', leave);
  stderr.on('error', leave);
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
    print: (text) => printData(harmless(text)),
    printData,
    say(text) {
      redraw('');
      stderr.write(`${harmless(text)}\n`);
    },
    redraw,
  };
}
