import type { OptionName, Parsed } from './options.ts';
import type { Terminal } from './terminal.ts';

export const exit = { done: 0, failed: 1, wrongUse: 2, incomplete: 3, interrupted: 130 } as const;
export type ExitCode = (typeof exit)[keyof typeof exit];

/** What a command does, given what was typed, mistakes included: it reports them all together with its own. */
export type Action = (typed: Parsed, terminal: Terminal) => ExitCode | Promise<ExitCode>;

/** A verb of the command line. Its words are in the dictionaries, under its name. */
export interface Command<Name extends string = string> {
  readonly name: Name;
  /** How many names may follow it, and how many must. */
  readonly names: readonly [least: number, most: number];
  readonly options: readonly OptionName[];
  /** Loads what the command needs, and nothing before: `--help` stays cheap. */
  readonly load: () => Promise<Action>;
}

export const command = <const Name extends string>(c: Command<Name>): Command<Name> => c;
