import { formatNumber } from '../io/format.ts';
import { problemLine } from '../io/i18n/index.ts';
import type { Problem } from '../io/problem.ts';
import { type CliProblemCode, type Dictionary, dictionary } from './i18n/index.ts';
import type { Terminal } from './terminal.ts';

const isOwn = (code: string, words: Dictionary): code is CliProblemCode => Object.hasOwn(words.problems, code);

/** A number or two bounds as a reader writes them; anything else as it stands. */
function bounds(expected: string, { lang }: Terminal): string {
  if (/^\d+$/.test(expected)) return formatNumber(Number(expected), lang);
  const [, low, high] = /^(\d+)–(\d+)$/.exec(expected) ?? [];
  return low === undefined ? expected : dictionary(lang).program.bounds(formatNumber(Number(low), lang), formatNumber(Number(high), lang));
}

/** A problem on one line. Those of options and files' places have their sentences here, those of files' contents are shared with the page. */
export function problemText(problem: Problem, terminal: Terminal): string {
  const words = dictionary(terminal.lang);
  if (problem.file !== '' || !isOwn(problem.code, words)) return problemLine(problem, terminal.lang);
  const { found = '', expected = '', nearest = '' } = problem;
  const sentence = words.problems[problem.code]({ found, expected: bounds(expected, terminal), nearest });
  const colon = terminal.lang === 'fr' ? '\u00a0: ' : ': ';
  const told = problem.path === '' ? sentence : problem.path + colon + sentence;
  return problem.severity === 'warning' ? words.warning + colon + told : told;
}

/** Every problem on the standard error, under their number. */
export function complain(problems: readonly Problem[], terminal: Terminal, commandName = ''): void {
  const words = dictionary(terminal.lang);
  terminal.say(words.problemCount(problems.length));
  for (const problem of problems) terminal.say(`  ${problemText(problem, terminal)}`);
  if (problems.some(({ path }) => path.startsWith('-'))) terminal.say(words.seeHelp(commandName && `${commandName} `));
}

export function warn(warnings: readonly Problem[], terminal: Terminal): void {
  for (const warning of warnings) terminal.say(problemText(warning, terminal));
}
