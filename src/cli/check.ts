import { canonical } from '../io/canonical.ts';
import { parseJson } from '../io/json.ts';
import { isPath } from '../io/names.ts';
import type { Problem } from '../io/problem.ts';
import type { Scenario } from '../io/scenario.ts';
import { readTerritory } from '../io/territory.ts';
import { type Action, exit } from './command.ts';
import { complain, problemText, warn } from './complain.ts';
import { dictionary } from './i18n/index.ts';
import { readBytes } from './read-file.ts';
import { chooseScenario, fileOf } from './scenarios.ts';
import type { Terminal } from './terminal.ts';
import { chooseTerritory } from './territories.ts';

/** What was found in one file: a sentence or its resolved form, or what is wrong with it. */
interface Verdict {
  readonly sentence: string;
  readonly resolved: unknown;
  readonly warnings: readonly Problem[];
  readonly problems: readonly Problem[];
}

const faulty = (problems: readonly Problem[]): Verdict => ({ sentence: '', resolved: undefined, warnings: [], problems });

/** Whether a file says it is a territory. Anything else is read as a scenario, whose reader says what is wrong. */
function saysTerritory(path: string): boolean {
  const read = readBytes(path);
  const value = read.ok ? parseJson(read.bytes, path).located?.value : undefined;
  return typeof value === 'object' && value !== null && 'schema' in value && String(value.schema).startsWith('parcours/territory@');
}

function checkTerritory(path: string, terminal: Terminal): Verdict {
  const bytes = readBytes(path);
  const read = bytes.ok ? readTerritory(bytes.bytes, path) : ({ ok: false, problems: [bytes.problem] } as const);
  if (!read.ok) return faulty(read.problems);
  const { check } = dictionary(terminal.lang);
  return { sentence: check.territory(path, read.value.label[terminal.lang]), resolved: read.value, warnings: read.warnings, problems: [] };
}

/** What is wrong with a territory file that a scenario names. A name is looked up by the reader itself. */
async function checkPlace({ territory }: Scenario): Promise<readonly Problem[]> {
  if (territory === undefined || !isPath(territory)) return [];
  const place = await chooseTerritory(territory);
  return place.ok ? [] : place.problems;
}

async function checkOne(name: string, terminal: Terminal): Promise<Verdict> {
  const path = fileOf(name);
  if (path !== undefined && saysTerritory(path)) return checkTerritory(path, terminal);
  const choice = chooseScenario(name);
  if (!choice.ok) return faulty(choice.problems);
  const { scenario, rules } = choice.value;
  const elsewhere = await checkPlace(scenario);
  if (elsewhere.length > 0) return faulty(elsewhere);
  const { check } = dictionary(terminal.lang);
  return { sentence: check.scenario(name, scenario.title[terminal.lang]), resolved: rules, warnings: choice.warnings, problems: [] };
}

/** `check FILE…`: every fault of every file, and with `--resolved` what will be simulated. */
export const check: Action = async ({ values, positionals, problems: typed }, terminal) => {
  const verdicts = await Promise.all(positionals.map((name) => checkOne(name, terminal)));
  const problems = verdicts.flatMap((verdict) => verdict.problems);
  if (typed.length > 0) {
    complain([...typed, ...problems], terminal, 'check');
    return exit.wrongUse;
  }
  for (const { sentence, resolved, warnings, problems: own } of verdicts) {
    warn(warnings, terminal);
    if (own.length > 0) continue;
    if (values.resolved) terminal.printData(canonical(resolved));
    else terminal.print([sentence]);
  }
  if (problems.length === 0) return exit.done;
  terminal.say(dictionary(terminal.lang).check.faulty(problems.length));
  for (const problem of problems) terminal.say(`  ${problemText(problem, terminal)}`);
  return exit.wrongUse;
};
