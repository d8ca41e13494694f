import { indicators, type Rules, type RunRequest } from '../engine/index.ts';
import { closedValues } from '../experiments/closed.ts';
import { loadTerritory } from '../io/catalogue.ts';
import type { Pool } from '../workers/pool.ts';

export const missions = ['diagnosis', 'programmes', 'integration', 'engineers', 'evaluation'] as const;
export const judged = ['separate', 'joint'] as const;
export const outcomes = ['durable-jobs', 'durable-jobs-hard', 'needs', 'refusal-rate-hard'] as const;
export const asked = { territory: 'aude', population: 2_000, months: 84, seed: 'missions' } as const;
const FROM = 24;
const OVER = 12;

/** By way of judging, then replication, then cell (bits of the missions on), then outcome. */
export type Cells = Readonly<Record<(typeof judged)[number], readonly (readonly Readonly<Record<string, number>>[])[]>>;

/** A grouping with the missions of the bits of `cell`: the same pot and meetings in all 32, so that only missions differ. */
export function cellRules(cell: number, joint: boolean): Rules {
  const on = Object.fromEntries(missions.map((m, k) => [`governance.mission-${m}`, cell & (1 << k) ? 1 : 0]));
  const frame = { 'governance.pooling': 0.15, 'governance.meetings': 3, 'evaluation.joint-weight': joint ? 1 : 0 };
  const set = Object.fromEntries(Object.entries({ ...frame, ...on }).filter(([, value]) => value !== 0));
  return { set: {}, timeline: [{ at: FROM, over: OVER, set }], off: [] };
}

/** Runs the 2⁵ design under both ways of judging, the same people and luck in every cell of a replication. */
export async function missionsRuns(pool: Pool, replications: number): Promise<Cells> {
  const { territory: id, ...rest } = asked;
  const territory = (await loadTerritory(id))!;
  const cells = 1 << missions.length;
  const read = indicators.filter((i) => (outcomes as readonly string[]).includes(i.id));
  const requests = Array.from({ length: replications }, (_, replication) =>
    judged.flatMap((way) =>
      Array.from({ length: cells }, (_c, cell): RunRequest => ({ ...rest, territory, replication, rules: cellRules(cell, way === 'joint') })),
    ),
  ).flat();
  const closed: Record<string, number>[] = [];
  await pool.run(requests, {
    onResult: (index, run) => {
      closed[index] = Object.fromEntries(Object.entries(closedValues(read, [run])).map(([key, values]) => [key, values[0]!]));
    },
  });
  const at = (way: number, replication: number) => closed.slice((replication * judged.length + way) * cells, (replication * judged.length + way + 1) * cells);
  return { separate: Array.from({ length: replications }, (_, r) => at(0, r)), joint: Array.from({ length: replications }, (_, r) => at(1, r)) };
}
