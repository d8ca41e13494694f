import { command } from './command.ts';
import type { OptionName } from './options.ts';

const general = ['lang', 'help'] as const satisfies readonly OptionName[];
const study = [
  'territory',
  'population',
  'months',
  'seed',
  'replications',
  'posterior',
  'workers',
  'all',
  'out',
  'force',
  'sequences',
  'json',
] as const satisfies readonly OptionName[];
const ANY = Number.POSITIVE_INFINITY;

/** The verbs, in the order of the help. */
export const commands = [
  command({ name: 'compare', names: [2, 8], options: [...study, ...general], load: async () => (await import('./compare.ts')).compare }),
  command({ name: 'run', names: [1, 1], options: [...study, ...general], load: async () => (await import('./run.ts')).run }),
  command({
    name: 'person',
    names: [1, 1],
    options: ['id', 'versus', 'territory', 'population', 'months', 'seed', 'replication', 'workers', 'json', ...general],
    load: async () => (await import('./person.ts')).person,
  }),
  command({
    name: 'evidence',
    names: [0, ANY],
    options: ['only', 'file', 'replications', 'seed', 'posterior', 'workers', 'json', 'out', 'force', ...general],
    load: async () => (await import('./evidence.ts')).evidence,
  }),
  command({ name: 'describe', names: [0, 1], options: ['territory', 'all', 'json', ...general], load: async () => (await import('./describe.ts')).describe }),
  command({ name: 'calibrate', names: [1, 1], options: ['out', 'force', 'workers', ...general], load: async () => (await import('./calibrate.ts')).calibrate }),
  command({ name: 'odd', names: [0, 0], options: ['out', 'force', ...general], load: async () => (await import('./odd.ts')).odd }),
  command({ name: 'check', names: [1, ANY], options: ['resolved', ...general], load: async () => (await import('./check.ts')).check }),
] as const;

export type CommandName = (typeof commands)[number]['name'];
