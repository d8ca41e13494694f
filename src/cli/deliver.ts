import { modelVersion } from '../engine/index.ts';
import type { ComparisonResult } from '../experiments/types.ts';
import { type ExitCode, exit } from './command.ts';
import { complain, warn } from './complain.ts';
import { perform } from './experiment.ts';
import { checkOccupied, writeFolder } from './folder.ts';
import { dictionary } from './i18n/index.ts';
import { type Parsed, problem } from './options.ts';
import { readStudy, type Study } from './study.ts';
import type { Terminal } from './terminal.ts';

/** The text of a result for a reader, in lines. */
export type Draw = (study: Study, result: ComparisonResult, all: boolean, terminal: Terminal) => readonly string[];

/** What `run` and `compare` share: read the study, compute it, write its files, print it. */
export async function deliver(command: ComparisonResult['command'], draw: Draw, typed: Parsed, terminal: Terminal): Promise<ExitCode> {
  const { out, force = false, json = false, all = false } = typed.values;
  const read = await readStudy(command, typed, terminal);
  const occupied = read.ok && out !== undefined && !force ? checkOccupied(out, identity(command, read.value)) : [];
  if (!read.ok || occupied.length > 0) {
    complain(read.ok ? occupied : read.problems, terminal, command);
    return exit.wrongUse;
  }
  warn(read.warnings, terminal);
  const performed = await perform(command, read.value, terminal);
  if (!performed.ok) {
    complain(performed.problems, terminal, command);
    return exit.wrongUse;
  }
  const outcome = performed.value;
  if (out !== undefined) {
    const { resultsAsFiles } = await import('./output.ts');
    const files = resultsAsFiles(outcome);
    try {
      writeFolder(out, files);
    } catch (error) {
      complain([problem('out-unwritable', `--out ${out}`, { found: (error as NodeJS.ErrnoException).code ?? String(error) })], terminal);
      return exit.failed;
    }
    terminal.say(dictionary(terminal.lang).written(out, files.map(({ name }) => name).join(', ')));
  }
  if (json) terminal.printData(JSON.stringify(outcome.result, null, 2));
  else terminal.print(draw(outcome.study, outcome.result, all, terminal).join('\n'));
  return exit.done;
}

function identity(command: ComparisonResult['command'], { scenarios, territory, population, months, seed, replications }: Study) {
  return { modelVersion, request: { command, seed, territory: territory.id, population, months, replications }, scenarios };
}
