import type { CommandName } from './commands.ts';
import type { Values } from './options.ts';

const study = { territory: 'aude', months: 120, seed: 'parcours' } as const;

/** What an option is worth when it is not given. Population and workers depend on the territory and the machine. */
export function defaults(command: CommandName): Values {
  if (command === 'compare') return { ...study, replications: 30 };
  if (command === 'person') return { ...study, replications: 1, replication: 0 };
  if (command === 'evidence') return { seed: study.seed, replications: 30 };
  return command === 'run' ? { ...study, replications: 10 } : {};
}
