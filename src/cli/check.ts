import { modelVersion, type Text } from '../engine/index.ts';
import { readCalibration } from '../io/calibration.ts';
import { canonical } from '../io/canonical.ts';
import { territoryIndex } from '../io/catalogue.ts';
import { readExperiment } from '../io/experiment.ts';
import { productSurroundings } from '../io/experiment-catalogue.ts';
import { parseJson } from '../io/json.ts';
import { productExperiments } from '../io/known-experiments.ts';
import { isPath } from '../io/names.ts';
import { readPosterior } from '../io/posterior.ts';
import type { Problem, Read } from '../io/problem.ts';
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

type Kind = 'territory' | 'calibration' | 'posterior' | 'experiment';
type Found = Read<{ readonly name: Text; readonly resolved: unknown }>;

function found<T>(read: Read<T>, name: (value: T) => Text): Found {
  return read.ok ? { ...read, value: { name: name(read.value), resolved: read.value } } : read;
}

/** How files that are no scenario are read, by what they say they are. */
const readers: Readonly<Record<Kind, (bytes: Uint8Array, path: string) => Found | Promise<Found>>> = {
  territory: (bytes, path) => found(readTerritory(bytes, path), ({ label }) => label),
  calibration: async (bytes, path) => found(readCalibration(bytes, path, territoryIndex, await productExperiments()), ({ title }) => title),
  posterior: (bytes, path) => found(readPosterior(bytes, path, modelVersion), ({ title }) => title),
  experiment: async (bytes, path) => found(readExperiment(bytes, path, await productSurroundings()), ({ title }) => title),
};

/** What a file says it is. Anything else is read as a scenario, whose reader says what is wrong. */
function kindOf(path: string): Kind | undefined {
  const read = readBytes(path);
  const value = read.ok ? parseJson(read.bytes, path).located?.value : undefined;
  if (typeof value !== 'object' || value === null || !('schema' in value)) return undefined;
  return (Object.keys(readers) as Kind[]).find((kind) => String(value.schema).startsWith(`parcours/${kind}@`));
}

async function checkOther(kind: Kind, path: string, terminal: Terminal): Promise<Verdict> {
  const bytes = readBytes(path);
  const read = bytes.ok ? await readers[kind](bytes.bytes, path) : ({ ok: false, problems: [bytes.problem] } as const);
  if (!read.ok) return faulty(read.problems);
  const { name, resolved } = read.value;
  return { sentence: dictionary(terminal.lang).check[kind](path, name[terminal.lang]), resolved, warnings: read.warnings, problems: [] };
}

/** What is wrong with a territory file that a scenario names. A name is looked up by the reader itself. */
async function checkPlace({ territory }: Scenario): Promise<readonly Problem[]> {
  if (territory === undefined || !isPath(territory)) return [];
  const place = await chooseTerritory(territory);
  return place.ok ? [] : place.problems;
}

async function checkOne(name: string, terminal: Terminal): Promise<Verdict> {
  const path = fileOf(name);
  const kind = path === undefined ? undefined : kindOf(path);
  if (path !== undefined && kind !== undefined) return checkOther(kind, path, terminal);
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
