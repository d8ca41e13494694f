import { type ExitCode, exit } from './command.ts';
import { commands } from './commands.ts';
import { complain } from './complain.ts';
import { helpOf, helpOfAll } from './help.ts';
import { dictionary } from './i18n/index.ts';
import { chooseLanguage } from './language.ts';
import { parseOptions, problem } from './options.ts';
import { nearest } from '../io/nearest.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** The place of the command in what was typed: the first word that is neither an option nor the value of `--lang`. */
const commandPlace = (args: readonly string[]): number => args.findIndex((arg, i) => !arg.startsWith('-') && args[i - 1] !== '--lang');

async function withoutCommand(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const { values, problems } = parseOptions(args, ['lang', 'help', 'version']);
  if (problems.length > 0) {
    complain(problems, terminal);
    return exit.wrongUse;
  }
  if (values.version) {
    const { modelVersion } = await import('../engine/index.ts');
    terminal.print([dictionary(terminal.lang).program.version(modelVersion)]);
  } else terminal.print(helpOfAll(terminal));
  return exit.done;
}

/** Words that ask for help: once is enough. */
const asksHelp: ReadonlySet<string> = new Set(['help', '--help', '-h']);

async function dispatch(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const place = commandPlace(args);
  const asked = args[place];
  if (asked === undefined) return withoutCommand(args, terminal);
  const others = args.toSpliced(place, 1);
  if (asked === 'help') return dispatch([...others.filter((arg) => !asksHelp.has(arg)), '--help'], terminal);
  const names = commands.map(({ name }) => name);
  const command = commands.find(({ name }) => name === asked);
  if (!command) {
    const near = nearest(asked, names);
    complain(
      [
        problem(asked.trim() === '' ? 'empty-command' : 'unknown-command', '', {
          found: asked,
          expected: names.join(', '),
          ...(near ? { nearest: near } : {}),
        }),
      ],
      terminal,
    );
    return exit.wrongUse;
  }
  const typed = parseOptions(others, command.options);
  if (typed.values.help) {
    terminal.print(helpOf(command, terminal));
    return exit.done;
  }
  const [least, most] = command.names;
  const { usage } = dictionary(terminal.lang).commands[command.name];
  const count = typed.positionals.length;
  const miscount =
    count < least
      ? [problem('missing-name', '', { expected: usage })]
      : count > most
        ? [problem('too-many-names', '', { found: typed.positionals.slice(most).join(' '), expected: usage })]
        : [];
  const act = await command.load();
  return act({ ...typed, problems: [...typed.problems, ...miscount] }, terminal);
}

function tellBug(bug: unknown, terminal: Terminal): void {
  const { bug: sentence, report } = dictionary(terminal.lang);
  const error = bug instanceof Error ? bug : new Error(String(bug));
  terminal.say(`${sentence(error.message.split('\n', 1)[0]!)} ${report}`);
  if (process.env.PARCOURS_DEBUG) for (const line of (error.stack ?? '').split('\n')) terminal.say(line);
}

async function main(): Promise<void> {
  const args = process.argv.slice(2);
  const terminal = openTerminal(chooseLanguage(args, process.env));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => {
      terminal.say(dictionary(terminal.lang).interrupted);
      process.exit(exit.interrupted);
    });
  const fail = (bug: unknown): never => {
    tellBug(bug, terminal);
    process.exit(exit.failed);
  };
  process.on('uncaughtException', fail);
  process.exitCode = await dispatch(args, terminal).catch(fail);
}

await main();
