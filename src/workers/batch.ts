/** What the size of a piece of work goes by. */
export interface Sized {
  readonly population: number;
  readonly months: number;
  readonly replication: number;
}

/** Agent-months that take a worker about one second. */
const WORTH_A_MESSAGE = 1_500_000;
const WARM_UP = 24;
/** Beyond so many times that work, the scenarios of a replication no longer wait for one another. */
const TOO_LONG = 8;

export const agentMonths = ({ population, months }: Sized): number => population * (months + WARM_UP);

/**
 * Cuts `requests` into consecutive batches [from, to) of about one second of work each, and never so
 * few that one of `size` workers would stand idle. The scenarios of one replication stay together when
 * they can, since they begin with the same world.
 */
export function batches(requests: readonly Sized[], size: number): [from: number, to: number][] {
  const most = Math.max(1, Math.ceil(requests.length / (2 * size)));
  const out: [number, number][] = [];
  let from = 0;
  let work = 0;
  requests.forEach((request, i) => {
    work += agentMonths(request);
    const next = requests[i + 1];
    const enough = next?.replication === request.replication ? TOO_LONG * WORTH_A_MESSAGE : WORTH_A_MESSAGE;
    if (work < enough && i + 1 - from < most && next) return;
    out.push([from, i + 1]);
    from = i + 1;
    work = 0;
  });
  return out;
}
