import { foreignPosterior } from './held-values.ts';
import { modelVersion } from '../engine/index.ts';
import type { ComparisonResult } from '../experiments/types.ts';
import type { Problem } from '../io/problem.ts';
import { type ExitCode, exit } from './command.ts';
import { complain, warn } from './complain.ts';
import { type Outcome, perform } from './experiment.ts';
import { checkOccupied, reason, writeFolder } from './folder.ts';
import { dictionary } from './i18n/index.ts';
import { type Parsed, problem } from './options.ts';
import { type Reserved, reserve } from './reserve.ts';
import { readStudy, type Study } from './study.ts';
import type { Terminal } from './terminal.ts';

/** The text of a result for a reader, in lines. */
export type Draw = (outcome: Outcome, all: boolean, terminal: Terminal) => readonly string[];

/** What `run` and `compare` share: read the study, make its folder ready, compute it, write its files, print it. */
export async function deliver(command: ComparisonResult['command'], draw: Draw, typed: Parsed, terminal: Terminal): Promise<ExitCode> {
  const { out, force = false } = typed.values;
  const refuse = (problems: readonly Problem[]): ExitCode => {
    complain(problems, terminal, command);
    return exit.wrongUse;
  };
  const read = await readStudy(command, typed, terminal);
  if (!read.ok) return refuse(read.problems);
  const reserved = out === undefined ? undefined : reserve(out, force);
  if (reserved && !reserved.ok) return refuse(reserved.problems);
  try {
    const occupied = out !== undefined && !force ? checkOccupied(out, identity(command, read.value)) : [];
    if (occupied.length > 0) return refuse(occupied);
    warn(read.warnings, terminal);
    for (const warning of foreignPosterior(read.value, terminal)) terminal.say(warning);
    const outcome = await perform(command, read.value, terminal);
    if (!outcome.ok) return refuse(outcome.problems);
    const written = out !== undefined && reserved ? await write(out, reserved.value, outcome.value, terminal) : exit.done;
    if (written === exit.done) print(draw, outcome.value, typed, terminal);
    return written;
  } finally {
    reserved?.value.release();
  }
}

async function write(out: string, { isOurs }: Reserved, outcome: Outcome, terminal: Terminal): Promise<ExitCode> {
  const { resultsAsFiles } = await import('./output.ts');
  const files = resultsAsFiles(outcome);
  if (!isOurs()) {
    complain([problem('out-taken-over', `--out ${out}`)], terminal);
    return exit.wrongUse;
  }
  try {
    writeFolder(out, files);
  } catch (error) {
    complain([problem('out-unwritable', `--out ${out}`, { found: reason(error) })], terminal);
    return exit.failed;
  }
  terminal.say(dictionary(terminal.lang).written(out, files.map(({ name }) => name).join(', ')));
  return exit.done;
}

function print(draw: Draw, outcome: Outcome, { values }: Parsed, terminal: Terminal): void {
  if (values.json) terminal.printData(JSON.stringify(outcome.result, null, 2));
  else terminal.print(draw(outcome, values.all === true, terminal));
}

function identity(command: ComparisonResult['command'], { scenarios, territory, population, months, seed, replications, sequences, posterior }: Study) {
  const asked = { command, seed, territory: territory.id, population, months, replications, ...(posterior ? { posterior } : {}) };
  return { modelVersion, request: sequences === undefined ? asked : { ...asked, sequences }, scenarios };
}
