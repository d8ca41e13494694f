import { type RunRequest, type RunResult, settle, simulate, type World } from '../engine/index.ts';

/** What the world at month 0 depends on: nothing of the rule book. */
const beginningOf = ({ territory, population, seed, replication, parameters }: RunRequest): string =>
  JSON.stringify([territory, population, seed, replication, parameters ?? {}]);

/**
 * A simulator that keeps the last world at month 0: the scenarios of one replication share it, so the
 * warm-up is computed once for all of them. The bits are those of running each from the start.
 */
export function createRunner(): (request: RunRequest) => RunResult {
  let beginning = '';
  let world: World | undefined;
  return (request) => {
    const wanted = beginningOf(request);
    if (world === undefined || wanted !== beginning) {
      world = undefined;
      world = settle(request);
      beginning = wanted;
    }
    return simulate(request, { from: world });
  };
}
