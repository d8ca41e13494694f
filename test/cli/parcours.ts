import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(import.meta.dirname, '../..');
export const bin = join(root, 'src/cli/bin.mjs');
export const built = join(root, 'dist/node');

export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Way {
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
  /** Options of Node itself. */
  readonly node?: readonly string[];
  /** Milliseconds after which it is interrupted, as Ctrl-C does. */
  readonly interruptAfter?: number;
  /** It is interrupted as soon as this is true. */
  readonly interruptWhen?: () => boolean;
}

const french = { LC_ALL: 'fr_FR.UTF-8' };

/** Runs the built command line as a user does, in French unless told otherwise. */
export function parcours(args: readonly string[], { env = french, cwd = root, node = [], interruptAfter, interruptWhen }: Way = {}): Promise<Ran> {
  return new Promise((done, fail) => {
    const child = spawn(process.execPath, [...node, bin, ...args], { cwd, env: { PATH: process.env.PATH ?? '', ...env } });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    if (interruptAfter !== undefined) setTimeout(() => child.kill('SIGINT'), interruptAfter);
    // Once only: a second signal, while the program takes its leave, would end it without its code.
    const looking =
      interruptWhen &&
      setInterval(() => {
        if (!interruptWhen()) return;
        clearInterval(looking);
        child.kill('SIGINT');
      }, 20);
    child.on('error', fail);
    child.on('close', (code) => {
      clearInterval(looking);
      done({ code, out, err });
    });
  });
}

const newest = (path: string): number =>
  statSync(path).isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : statSync(path).mtimeMs;

function isStale(): boolean {
  const program = join(built, 'cli.js');
  if (!existsSync(program)) return true;
  return ['src', 'scenarios', 'vite.config.ts', 'package.json'].some((path) => newest(join(root, path)) > statSync(program).mtimeMs);
}

const pause = (milliseconds: number) => new Promise((done) => setTimeout(done, milliseconds));

/** Builds the command line when its sources are newer, once for all test files that ask at the same time. */
export async function build(): Promise<void> {
  const lock = join(root, 'dist/node.lock');
  mkdirSync(join(root, 'dist'), { recursive: true });
  const limit = Date.now() + 100_000;
  for (;;) {
    try {
      mkdirSync(lock);
      break;
    } catch {
      if (Date.now() > limit) rmSync(lock, { recursive: true, force: true });
      await pause(200);
    }
  }
  try {
    if (isStale())
      execFileSync(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--mode', 'node', '--logLevel', 'warn'], {
        cwd: root,
        stdio: 'pipe',
      });
  } finally {
    rmdirSync(lock);
  }
}

/** A new empty folder, and its removal. */
export function folder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'parcours-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Small enough to take a moment, long enough for reforms of month 24 to show. */
export const small = ['--population', '1000', '--months', '26', '--replications', '3'] as const;
