import { availableParallelism } from 'node:os';
import { modelVersion } from '../engine/index.ts';
import { blocks, scoreOf } from '../experiments/trial/bench.ts';
import { jobsOf, rowsOf } from '../experiments/trial/jobs.ts';
import { type Drawing, drawingOf, withValues } from '../experiments/posterior.ts';
import type { Experiment, Row } from '../experiments/trial/types.ts';
import { cellsOf, scoreSentences } from '../io/evidence-rows.ts';
import { readExperiment, type Surroundings } from '../io/experiment.ts';
import { experimentTexts, productSurroundings } from '../io/experiment-catalogue.ts';
import { forestSvg } from '../io/forest.ts';
import { formatNumber } from '../io/format.ts';
import { evidenceWords } from '../io/i18n/evidence.ts';
import { nearest } from '../io/nearest.ts';
import type { Problem, Read } from '../io/problem.ts';
import { createTrialPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { type Action, exit } from './command.ts';
import { complain, warn } from './complain.ts';
import { defaults } from './defaults.ts';
import { fullWorld } from './experiment.ts';
import { reason } from './folder.ts';
import { inTheWay, writeOne } from './one-file.ts';
import { foreignPosterior } from './held-values.ts';
import { dictionary } from './i18n/index.ts';
import { type Parsed, problem } from './options.ts';
import { choosePosterior, stretched } from './posteriors.ts';
import { startProgress } from './progress.ts';
import { readBytes } from './read-file.ts';
import { setIn, table } from './table.ts';
import type { Terminal } from './terminal.ts';

/** Names given one by one or joined by commas. */
const listed = (text: string | undefined): string[] =>
  (text ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
const isFile = (name: string): boolean => /[/\\]|\.json$/i.test(name);

/** The experiments of the product whose id, or one of whose rows, is asked for. */
function named(wanted: readonly string[], all: readonly Experiment[]): Read<readonly Experiment[]> {
  const rowNames = ({ sources }: Experiment) => sources.flatMap(({ row }) => [row, row.replace(/^.*:/, '')]);
  const meant = (name: string, { id }: Experiment, names: readonly string[]) => id === name || names.some((one) => one.toLowerCase() === name.toLowerCase());
  const known = all.flatMap((one) => [one.id, ...rowNames(one)]);
  const problems = wanted.flatMap((name): Problem[] => {
    if (all.some((one) => meant(name, one, rowNames(one)))) return [];
    const near = nearest(name, known);
    return [problem('unknown-experiment', `--only ${name}`, near ? { nearest: near } : {})];
  });
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: all.filter((one) => wanted.some((name) => meant(name, one, rowNames(one)))), warnings: [] };
}

function fromFile(file: string, around: Surroundings): Read<Experiment> {
  const bytes = readBytes(file);
  return bytes.ok ? readExperiment(bytes.bytes, file, around) : { ok: false, problems: [bytes.problem] };
}

/** What was asked for, checked: the experiments, how they are played, and where replications draw their parameters, when they do. */
interface Asked extends Partial<Drawing> {
  readonly experiments: readonly Experiment[];
  readonly seed: string;
  readonly replications: number;
}

/** The experiments asked for: the whole bench, some of it, or files of one’s own. */
async function choose({ values, positionals, problems: typed }: Parsed): Promise<Read<readonly Experiment[]>> {
  const around = await productSurroundings();
  const files = [...listed(values.file), ...positionals.filter(isFile)];
  const only = [...listed(values.only), ...positionals.filter((name) => !isFile(name))];
  const own = files.map((file) => fromFile(file, around));
  const built = [...experimentTexts].map(([id, text]) => readExperiment(text, `scenarios/evidence/${id}.json`, around));
  const all = built.flatMap((read) => (read.ok ? [read.value] : []));
  const chosen =
    files.length > 0 && only.length === 0
      ? ({ ok: true, value: [], warnings: [] } as const)
      : only.length > 0
        ? named(only, all)
        : ({ ok: true, value: all, warnings: [] } as const);
  const faults = [...typed, ...[...own, ...built].flatMap((read) => (read.ok ? [] : read.problems)), ...(chosen.ok ? [] : chosen.problems)];
  if (faults.length > 0 || !chosen.ok) return { ok: false, problems: faults };
  return {
    ok: true,
    value: [...own.flatMap((read) => (read.ok ? [read.value] : [])), ...chosen.value],
    warnings: own.flatMap((read) => (read.ok ? read.warnings : [])),
  };
}

async function readAsked(typed: Parsed): Promise<Read<Asked>> {
  const chosen = await choose(typed);
  const { seed, replications, posterior: name } = { ...defaults('evidence'), ...typed.values } as typeof typed.values & { seed: string; replications: number };
  const known = name === undefined ? undefined : await choosePosterior(name);
  if (!chosen.ok || known?.ok === false) return { ok: false, problems: [chosen, known].flatMap((read) => (read?.ok === false ? read.problems : [])) };
  return {
    ok: true,
    value: { experiments: chosen.value, seed, replications, ...(known ? drawingOf(known.value, seed) : {}) },
    warnings: [...chosen.warnings, ...(known?.warnings ?? [])],
  };
}

/** Plays every replication of every experiment in workers, with progress. */
async function perform({ experiments, seed, replications, drawn }: Asked, workers: number, terminal: Terminal): Promise<Read<Row[]>> {
  const plain = experiments.map((one) => jobsOf(one, seed, replications));
  const jobs = drawn ? plain.map((own) => withValues(own, drawn)) : plain;
  const progress = startProgress(terminal, jobs.flat().length);
  const pool = createTrialPool({ spawn: spawnNode, size: workers });
  try {
    const played = await Promise.all(jobs.map((own) => pool.run(own, { onResult: progress.step })));
    return { ok: true, value: experiments.flatMap((one, e) => rowsOf(one, jobs[e]!, played[e]!)), warnings: [] };
  } catch (error) {
    const full = fullWorld(error);
    if (full) return { ok: false, problems: [full] };
    throw error;
  } finally {
    progress.end();
    pool.close();
  }
}

/** What every reader must know: intervals tell more when parameters are drawn too. */
function notesOf(rows: readonly Row[], { posterior }: Asked, terminal: Terminal): string[] {
  const { notes, drawn, whyUnread, whyUnknown } = evidenceWords[terminal.lang];
  const [verdict, luck, ...rest] = notes;
  const estimates = rows.flatMap(({ model, points }): readonly (Row['model'] | undefined)[] => points ?? [model]);
  const others = [
    ...rest,
    ...(estimates.some((one) => one === undefined) ? [whyUnread] : []),
    ...(estimates.some((one) => one?.low === null) ? [whyUnknown] : []),
  ];
  if (!posterior) return [verdict!, luck!, ...others];
  return [verdict!, drawn(posterior.id, formatNumber(posterior.particles, terminal.lang, 0)), ...stretched(posterior, terminal), ...others];
}

function lines(rows: readonly Row[], asked: Asked, terminal: Terminal): string[] {
  const { lang, width } = terminal;
  const words = evidenceWords[lang];
  const { columns } = words;
  const heads = [
    { title: columns.verdict },
    { title: columns.row },
    { title: columns.what, folds: true },
    { title: columns.published, folds: true },
    { title: columns.band, folds: true },
    { title: columns.model, folds: true },
  ];
  const body = blocks(rows).flatMap((block) => [
    '',
    words.uses[block.use],
    '',
    ...table(
      heads,
      block.rows.map((row) => {
        const cells = cellsOf(row, lang);
        return [cells.verdict, cells.row, cells.what, cells.published, cells.band, cells.model];
      }),
      width,
    ),
  ]);
  return [...scoreSentences(rows, lang), ...body, '', ...notesOf(rows, asked, terminal).flatMap((note) => setIn(note, 0, width))];
}

/** The result for a program: nothing in it hangs on the machine. */
const evidenceData = (rows: readonly Row[], { seed, replications, posterior }: Asked): unknown => ({
  schema: 'parcours/evidence@1',
  modelVersion,
  seed,
  replications,
  ...(posterior ? { posterior } : {}),
  score: scoreOf(rows),
  blind: scoreOf(rows, 'blind'),
  rows: blocks(rows).flatMap((block) =>
    block.rows.map(({ experiment, estimand, model, points, verdict, factor }) => ({
      experiment: experiment.id,
      use: experiment.use,
      rows: experiment.sources.map(({ row }) => row),
      tags: experiment.sources.map(({ tag }) => tag),
      estimand: estimand.id,
      ...(estimand.row === undefined ? {} : { row: estimand.row }),
      title: estimand.title,
      unit: estimand.unit,
      target: estimand.target,
      published: estimand.published,
      agrees: estimand.points ?? estimand.agrees,
      model: points ?? model ?? null,
      verdict,
      ...(factor === undefined ? {} : { factor }),
      ...(estimand.miss ? { miss: estimand.miss } : {}),
    })),
  ),
});

/** Where a posterior fitted on one country takes the place of values that a ground of another holds: each warning once. */
const foreignOnes = (asked: Asked, terminal: Terminal): ReadonlySet<string> =>
  new Set(asked.experiments.flatMap(({ grounds }) => grounds.flatMap(({ territory }) => foreignPosterior({ ...asked, territory }, terminal))));

/** Whether a file begins as a forest plot does. */
const isForest = (head: string): boolean => head.startsWith('<svg ') && (['fr', 'en'] as const).some((lang) => head.includes(evidenceWords[lang].forest.title));

/** `evidence`: published trials and levels played again inside the model, misses first; with `--out`, the forest plot. */
export const evidence: Action = async (typed, terminal) => {
  const { force = false, workers = availableParallelism(), json = false, out } = typed.values;
  const misplaced = force && out === undefined ? [problem('force-without-out', '--force')] : [];
  const place = [...misplaced, ...(out === undefined ? [] : inTheWay(out, force, isForest))];
  const read = await readAsked(typed);
  if (!read.ok || place.length > 0) {
    complain([...place, ...(read.ok ? [] : read.problems)], terminal, 'evidence');
    return exit.wrongUse;
  }
  warn(read.warnings, terminal);
  const asked = read.value;
  for (const warning of foreignOnes(asked, terminal)) terminal.say(warning);
  const done = await perform(asked, workers, terminal);
  if (!done.ok) {
    complain(done.problems, terminal, 'evidence');
    return exit.wrongUse;
  }
  if (out !== undefined) {
    try {
      writeOne(out, forestSvg(done.value, terminal.lang, asked.posterior));
      terminal.say(dictionary(terminal.lang).document(out));
    } catch (error) {
      complain([problem('out-unwritable', `--out ${out}`, { found: reason(error) })], terminal, 'evidence');
      return exit.failed;
    }
  }
  if (json) terminal.printData(JSON.stringify(evidenceData(done.value, asked), null, 2));
  else terminal.print(lines(done.value, asked, terminal));
  return exit.done;
};
