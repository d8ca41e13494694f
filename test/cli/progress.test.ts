import { expect, test } from 'vitest';
import { startProgress } from '../../src/cli/progress.ts';
import { openTerminal, type Terminal } from '../../src/cli/terminal.ts';

function watch(watched: boolean) {
  const drawn: string[] = [];
  const terminal: Terminal = { lang: 'en', width: 80, watched, print() {}, printData() {}, say() {}, redraw: (text) => void drawn.push(text) };
  return { terminal, drawn };
}

test('the time left follows from the time taken, and the line is wiped at the end', () => {
  let now = 0;
  const { terminal, drawn } = watch(true);
  const progress = startProgress(terminal, 4, () => now);
  now = 2_000;
  progress.step();
  now = 2_050;
  progress.step();
  now = 8_000;
  progress.step();
  progress.end();
  expect(drawn).toHaveLength(4);
  expect(drawn[1]).toContain('1/4 runs · 6 s left');
  expect(drawn[2]).toContain('3/4 runs · 3 s left');
  expect(drawn.at(-1)).toBe('');
});

test('nothing is drawn when nobody watches', () => {
  const { terminal, drawn } = watch(false);
  const progress = startProgress(terminal, 4);
  progress.step();
  progress.end();
  expect(drawn).toEqual([]);
});

test('results and words go their own ways, and a line under way is wiped before either', () => {
  const written: [string, string][] = [];
  const stream = (name: string, isTTY: boolean) => ({ isTTY, columns: 70, on() {}, write: (text: string) => written.push([name, text]) });
  const terminal = openTerminal('fr', { stdout: stream('out', false), stderr: stream('err', true) } as unknown as NodeJS.Process);
  terminal.redraw('half');
  terminal.print(['result']);
  terminal.say('word');
  expect(written).toEqual([
    ['err', '\r\u001b[Khalf'],
    ['err', '\r\u001b[K'],
    ['out', 'result\n'],
    ['err', 'word\n'],
  ]);
  expect(terminal.width).toBe(120);
});

test('a text cannot command the terminal; data stay as they are', () => {
  const written: string[] = [];
  const stream = { isTTY: false, on() {}, write: (text: string) => written.push(text) };
  const terminal = openTerminal('fr', { stdout: stream, stderr: stream } as unknown as NodeJS.Process);
  const hostile = 'a\u001b[2Jb\u009bc\nd\u202ee\u2066f\u2028g';
  terminal.print([hostile, 'next']);
  terminal.say(hostile);
  terminal.printData(hostile);
  expect(written).toEqual(['a·[2Jb·c·d·e·f·g\nnext\n', 'a·[2Jb·c·d·e·f·g\n', `${hostile}\n`]);
});
