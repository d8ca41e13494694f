import { type Checkpoint, canonical, type RunRequest, type RunResult, settle, simulate, type World } from '../engine/index.ts';

/** What the world at month 0 depends on: nothing of the rule book. */
const beginningOf = ({ territory, population, seed, replication, parameters }: RunRequest): string =>
  JSON.stringify([territory, population, seed, replication, parameters ?? {}]);

/** What a run does from month 0 on, beside its timeline, and whom it looks at. */
const startOf = ({ rules, arms, watching }: RunRequest): string => canonical([rules.set, rules.off, arms ?? [], watching ?? {}]);

/** The month until which all of `peers` do the same, when they start alike; 0 when they never do. */
export function partingMonth(peers: readonly RunRequest[]): number {
  const first = peers[0];
  if (!first || peers.length < 2 || peers.some((p) => startOf(p) !== startOf(first) || p.months !== first.months)) return 0;
  const dates = peers.flatMap((p) => p.rules.timeline.map((change) => change.at));
  return Math.min(first.months, ...dates);
}

/**
 * A simulator that shares what the scenarios of one replication have in common: the world at month 0, and the months
 * before the rule books that start alike part. The bits are those of running each from the start.
 */
export function createRunner(): (request: RunRequest, peers?: readonly RunRequest[]) => RunResult {
  let beginning = '';
  let world: World | undefined;
  let shared: { readonly start: string; readonly checkpoint: Checkpoint } | undefined;
  return (request, peers = []) => {
    const wanted = beginningOf(request);
    if (world === undefined || wanted !== beginning) {
      world = shared = undefined;
      world = settle(request);
      beginning = wanted;
    }
    const start = startOf(request);
    const dates = request.rules.timeline.map((change) => change.at);
    if (shared && shared.start === start && Math.min(request.months, ...dates) >= shared.checkpoint.month)
      return simulate(request, { resume: shared.checkpoint });
    const month = partingMonth([request, ...peers.filter((p) => p !== request && startOf(p) === start && beginningOf(p) === wanted)]);
    return simulate(request, {
      from: world,
      checkpoint: {
        month: month > 0 && month < request.months ? month : -1,
        save: (checkpoint) => {
          shared = { start, checkpoint };
        },
      },
    });
  };
}
