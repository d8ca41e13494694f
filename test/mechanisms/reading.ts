import type { Context } from '../../src/engine/context.ts';
import type { World } from '../../src/engine/index.ts';
import { VACANT } from '../../src/engine/world/status.ts';
import { cloneWorld, header } from '../../src/engine/world/world.ts';

/** What one month shows: the world as it closes, as it stood a month before, and a notebook. */
export interface Seen {
  readonly month: number;
  readonly context: Context;
  readonly now: World;
  readonly before: World;
  note(name: string, value: number): void;
  /** Rows of the same person in both months. */
  each(visit: (i: number) => void): void;
}
export type Look = (seen: Seen) => void;

/** Everything a contrast reads of one run: closed monthly indicators, and what was noted month by month. */
export class Reading {
  series: Readonly<Record<string, Float64Array>> = {};
  private readonly sums = new Map<string, { sum: number; n: number }>();
  private readonly before: World | undefined;
  private readonly look: Look | undefined;

  constructor(from: World, look?: Look) {
    this.look = look;
    this.before = look && cloneWorld(from);
  }

  readonly see = (context: Context): void => {
    const { look, before } = this;
    if (!look || !before) return;
    const now = context.world;
    look({
      month: context.month.now,
      context,
      now,
      before,
      note: (name, value) => this.note(name, value),
      each: (visit) => {
        const { id, status } = now.people;
        for (let i = 0; i < before.head[header.rows]!; i++) {
          if (status[i] !== VACANT && before.people.status[i] !== VACANT && id[i] === before.people.id[i]) visit(i);
        }
      },
    });
    new Uint8Array(before.buffer).set(new Uint8Array(now.buffer));
  };

  private note(name: string, value: number): void {
    const entry = this.sums.get(name);
    if (!entry) this.sums.set(name, { sum: value, n: 1 });
    else {
      entry.sum += value;
      entry.n++;
    }
  }

  /** Mean of what was noted under a name; 0 when nothing was. */
  mean(name: string): number {
    const entry = this.sums.get(name);
    return entry ? entry.sum / entry.n : 0;
  }

  sum(name: string): number {
    return this.sums.get(name)?.sum ?? 0;
  }

  count(name: string): number {
    return this.sums.get(name)?.n ?? 0;
  }

  /** Sum of an indicator's months, from one to another excluded. */
  flow(indicator: string, from = 0, until = Number.POSITIVE_INFINITY): number {
    const series = this.series[indicator];
    if (!series) throw new Error(`No indicator "${indicator}".`);
    let sum = 0;
    for (let m = from; m < Math.min(until, series.length); m++) sum += series[m]!;
    return sum;
  }

  /** Mean of an indicator's months. */
  level(indicator: string, from = 0, until = Number.POSITIVE_INFINITY): number {
    return this.flow(indicator, from, until) / (Math.min(until, this.series[indicator]!.length) - from);
  }

  /** Ratio of two flows; 0 when there is nothing to divide by. */
  ratio(above: string, below: string, from = 0, until = Number.POSITIVE_INFINITY): number {
    const under = this.flow(below, from, until);
    return under === 0 ? 0 : this.flow(above, from, until) / under;
  }
}
