import type { commands as frCommands, options as frOptions } from './commands.fr.ts';

/** What each command is for. */
export const commands: typeof frCommands = {
  compare: {
    usage: 'compare A B [C …] [options]',
    summary: 'compare 2 to 8 scenarios on the same people with the same luck',
    details:
      'The first scenario is the reference. For each indicator: its level in A, the paired difference of each of the others with its 95% interval, the number of replications in which it does better, and what can be said of it.',
  },
  run: {
    usage: 'run SCENARIO [options]',
    summary: 'simulate one scenario and give the level of each indicator',
    details: 'For each indicator: the mean over replications, its 95% interval, and the spread between replications (5th to 95th percentile).',
  },
  person: {
    usage: 'person SCENARIO --id N [--versus OTHER] [options]',
    summary: 'tell one person’s pathway, month by month, and why',
    details:
      'Each turn is told with its date, the structure concerned, the mechanism and what weighed. With --versus, the same person under another rule book, and the month where the two lives part. Without --id, proposes a few people worth telling.',
  },
  evidence: {
    usage: 'evidence [--only ID…] [--file FILE…] [options]',
    summary: 'play published trials again inside the model, and say where it misses',
    details:
      'Each experiment is a file of scenarios/evidence: who is studied, how arms are drawn, what is measured, what was published. Misses come first. Calibration rows stand apart and are not counted in the score.',
    options: {
      replications: { takes: 'N', does: 'replications of each experiment' },
      posterior: {
        takes: 'POSTERIOR',
        does: 'draw the parameters from a posterior, by its name or its file: one set of values for each replication. What an experiment or one of its arms states in “set” wins over the value drawn',
        usually: 'default values',
      },
      out: { takes: 'FILE', does: 'write the forest plot (SVG) to this file' },
    },
  },
  describe: {
    usage: 'describe [scenarios | territories | levers | mechanisms | indicators | parameters] [options]',
    summary: 'say what the model is made of, and on whose word',
    details: 'Without a topic, lists the scenarios and what can be described. “describe territories --territory T” details one territory.',
  },
  odd: {
    usage: 'odd [--out FILE] [options]',
    summary: 'print the description of the model following ODD+D, in Markdown',
    details:
      'Purpose, state variables, the order of a month, design concepts, every mechanism, parameter, lever and indicator: printed from what the program runs on.',
    options: {
      out: { takes: 'FILE', does: 'write the document to this file' },
      force: { takes: '', does: 'replace a file that is not such a document' },
    },
  },
  calibrate: {
    usage: 'calibrate FILE [--out FILE] [options]',
    summary: 'fit parameters on published levels and effects, and write what these leave plausible',
    details:
      'Approximate Bayesian computation by generations, each drawn from what the earlier ones made likely. Prints what was learned of each parameter, levels and effects before and after, and what the data cannot tell apart. An effect aimed at plays, for each set of values, an experiment made for calibration; a test is never aimed at. A run that was interrupted goes on where it was. The file serves run, compare and evidence with --posterior.',
    options: {
      out: { takes: 'FILE', does: 'write the posterior to this file', usually: 'posterior-ID.json' },
      force: { takes: '', does: 'replace a file that is no posterior' },
    },
  },
  check: {
    usage: 'check FILE… [options]',
    summary: 'read files over (scenario, territory, calibration) and tell all that is wrong with them',
    details: 'With --resolved, prints the rule book as it will be simulated: bases followed, levers opened, default values dropped.',
  },
};

/** What each option does. */
export const options: typeof frOptions = {
  territory: { takes: 'T', does: 'département, by name, code or identifier' },
  population: { takes: 'N', does: 'people simulated at month 0', usually: 'the real number, at most 5,000' },
  months: { takes: 'N', does: 'months simulated' },
  replications: { takes: 'N', does: 'replications: each has its own people and luck, the same for every scenario' },
  seed: { takes: 'TEXT', does: 'seed of the luck' },
  id: { takes: 'N', does: 'number of the person' },
  versus: { takes: 'OTHER', does: 'another scenario, for the same person' },
  replication: { takes: 'R', does: 'number of the replication' },
  sequences: { takes: 'N', does: 'also write, with --out, the status of each month for N people drawn by lottery' },
  only: { takes: 'ID', does: 'only these experiments, by id or by row (C6), separated by commas' },
  file: { takes: 'FILE', does: 'an experiment of your own; several, separated by commas' },
  posterior: {
    takes: 'POSTERIOR',
    does: 'draw the parameters from a posterior, by its name or its file: one set of values for each replication, the same in every scenario',
    usually: 'that of the first scenario, else the default values',
  },
  workers: { takes: 'N', does: 'runs computed at the same time; results do not depend on it', usually: 'the available cores' },
  all: { takes: '', does: 'all indicators, not the main ones only' },
  json: { takes: '', does: 'result as JSON' },
  out: { takes: 'FOLDER', does: 'write the tables (Parquet and CSV) and their manifest to this folder' },
  force: { takes: '', does: 'replace another result that stands there, or take the place of a run cut short' },
  resolved: { takes: '', does: 'print the resolved rule book' },
  lang: { takes: 'fr|en', does: 'language', usually: 'that of the terminal' },
  help: { takes: '', does: 'this help' },
  version: { takes: '', does: 'version of the program and of the model' },
};
