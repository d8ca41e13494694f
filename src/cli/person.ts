import { type Lives, modelVersion, type RunResult, type Watching } from '../engine/index.ts';
import { type Life, livesOf, partingOf, telling } from '../experiments/life.ts';
import { type PeopleResult, type PersonRequest, personResult } from '../experiments/person.ts';
import { plan } from '../experiments/plan.ts';
import type { Read } from '../io/problem.ts';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { type Action, type ExitCode, exit } from './command.ts';
import { complain, warn } from './complain.ts';
import { fullWorld } from './experiment.ts';
import { type Parsed, problem } from './options.ts';
import { peopleLines, personLines } from './person-lines.ts';
import { startProgress } from './progress.ts';
import { readStudy, type Study } from './study.ts';
import type { Terminal } from './terminal.ts';

/** People out of whom a few telling ones are picked. */
const SAMPLE = 2_000;

/** The scenarios of a study, each run once in the replication asked, with people watched. */
async function watch(study: Study, replication: number, watching: Watching, terminal: Terminal): Promise<Read<readonly RunResult[]>> {
  const requests = plan({ ...study, replications: 1 }).map((request) => ({ ...request, replication, watching }));
  const progress = startProgress(terminal, requests.length);
  const pool = createPool({ spawn: spawnNode, size: study.workers });
  try {
    return { ok: true, value: await pool.run(requests, { onResult: progress.step }), warnings: [] };
  } catch (error) {
    const full = fullWorld(error);
    if (full) return { ok: false, problems: [full] };
    throw error;
  } finally {
    progress.end();
    pool.close();
  }
}

const asked = ({ seed, territory, population, months }: Study, replication: number): PersonRequest => ({
  modelVersion,
  seed,
  territory: territory.id,
  population,
  months,
  replication,
});

/** `person SCENARIO --id N [--versus OTHER]`: one life told; without an id, a few people worth telling. */
export const person: Action = async (typed: Parsed, terminal: Terminal): Promise<ExitCode> => {
  const { id, versus, json = false, replication = 0 } = typed.values;
  const positionals = versus === undefined ? typed.positionals : [...typed.positionals, versus];
  const read = await readStudy('person', { ...typed, positionals }, terminal);
  if (!read.ok) {
    complain(read.problems, terminal, 'person');
    return exit.wrongUse;
  }
  warn(read.warnings, terminal);
  const study = read.value;
  const watched = await watch(study, replication, { turns: true, ...(id === undefined ? { sample: SAMPLE } : { ids: [id] }) }, terminal);
  if (!watched.ok) {
    complain(watched.problems, terminal, 'person');
    return exit.wrongUse;
  }
  const seen = watched.value.map((run) => run.lives!);
  const lives = seen.map(livesOf);
  const request = asked(study, replication);
  return id === undefined ? list(study, request, lives, json, again(typed), terminal) : tellOne(study, request, seen, lives, id, json, terminal);
};

/** What was typed, as it would be typed again: the same world, or the person would be another one. */
const again = ({ positionals, values }: Parsed): string[] => [
  ...positionals,
  ...(['versus', 'territory', 'population', 'months', 'seed', 'replication'] as const).flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}`, quoted(String(values[name]))],
  ),
];
const quoted = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`);

function list(
  { scenarios, territory }: Study,
  request: PersonRequest,
  [own, other]: readonly Life[][],
  json: boolean,
  typed: readonly string[],
  terminal: Terminal,
): ExitCode {
  const people = telling(own!, other);
  const result: PeopleResult = { schema: 'parcours/people@1', ...request, scenarios: scenarios.map(({ id }) => id), sample: own!.length, people };
  if (json) terminal.printData(JSON.stringify(result, null, 2));
  else terminal.print(peopleLines(result, scenarios, territory, typed, terminal));
  return exit.done;
}

function tellOne(
  { scenarios, territory }: Study,
  request: PersonRequest,
  seen: readonly Lives[],
  lives: readonly Life[][],
  id: number,
  json: boolean,
  terminal: Terminal,
): ExitCode {
  const own = lives.map(([life]) => life!);
  if (own.every(({ portrait }) => portrait === null)) {
    complain([problem('no-such-person', `--id ${id}`, { expected: `0–${seen[0]!.lastInitial}` })], terminal, 'person');
    return exit.wrongUse;
  }
  const [a, b] = own;
  const parting = b && partingOf(a!, b);
  const networks = seen[0]!.bodies;
  if (json) terminal.printData(JSON.stringify(personResult(request, scenarios, own, networks, parting), null, 2));
  else terminal.print(personLines({ request, scenarios, territory, lives: own, networks, parting }, terminal));
  return exit.done;
}
