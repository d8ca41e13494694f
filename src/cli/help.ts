import { formatNumber } from '../io/format.ts';
import type { Command } from './command.ts';
import { type CommandName, commands } from './commands.ts';
import { defaults } from './defaults.ts';
import { dictionary } from './i18n/index.ts';
import { type Option, type OptionName, options } from './options.ts';
import { fold, textWidth } from './table.ts';
import type { Terminal } from './terminal.ts';

const INDENT = '  ';

/** Pairs in two columns, the second one folded. */
function list(pairs: readonly (readonly [string, string])[], width: number): string[] {
  const first = Math.max(...pairs.map(([name]) => textWidth(name))) + 2;
  return pairs.flatMap(([name, text]) => fold(text, width - first - INDENT.length).map((line, i) => `${INDENT}${(i === 0 ? name : '').padEnd(first)}${line}`));
}

function describeOption(name: OptionName, of: CommandName, terminal: Terminal): readonly [string, string] {
  const { options: words, program, commands: verbs } = dictionary(terminal.lang);
  const spec: Option = options[name];
  const number = (value: number) => formatNumber(value, terminal.lang);
  const { takes, does, usually } = verbs[of].options?.[name] ?? words[name];
  const usual = defaults(of)[name] ?? usually;
  const details = [
    ...(spec.kind === 'integer' ? [program.bounds(number(spec.low), number(spec.high))] : []),
    ...(usual === undefined ? [] : [program.byDefault(typeof usual === 'number' ? number(usual) : String(usual))]),
  ];
  return [`--${name}${takes && ` ${takes}`}`, details.length > 0 ? `${does} (${details.join(program.between)})` : does];
}

/** The page of the whole program. */
export function helpOfAll(terminal: Terminal): string[] {
  const { program, commands: words, options: optionWords } = dictionary(terminal.lang);
  const verbs = commands.map(({ name }) => [name, words[name].summary] as const);
  const general = (['lang', 'help', 'version'] as const).map((name) => [`--${name}`, optionWords[name].does] as const);
  return [
    ...fold(program.tagline, terminal.width),
    '',
    `${program.usage} parcours ${program.command} …`,
    '',
    program.commands,
    ...list(verbs, terminal.width),
    '',
    program.options,
    ...list(general, terminal.width),
    '',
    program.example,
    program.more,
  ];
}

/** The page of one command: its use, what it does, its options with bounds and defaults. */
export function helpOf(command: Command<CommandName>, terminal: Terminal): string[] {
  const { program, commands: words } = dictionary(terminal.lang);
  const { usage, summary, details } = words[command.name];
  const rows = command.options.map((name) => describeOption(name, command.name, terminal));
  return [
    `${program.usage} parcours ${usage}`,
    '',
    ...fold(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`, terminal.width),
    ...fold(details, terminal.width),
    '',
    program.options,
    ...list(rows, terminal.width),
  ];
}
