import type { Indicator } from '../engine/index.ts';
import { rankCorrelation } from './ranks.ts';
import { wilson } from './wilson.ts';

/** One draw of what is only assumed: its values, and each policy’s difference from the reference at equal total spending, by indicator. */
export interface Draw {
  readonly values: Readonly<Record<string, number>>;
  /** By policy, then by indicator. */
  readonly differences: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

/** In what share of the draws a policy does better than the reference on one outcome; ties count for a half. */
export interface Share {
  readonly policy: string;
  readonly indicator: string;
  readonly wins: number;
  readonly draws: number;
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Shares of wins by policy and indicator. Neutral indicators have no winner and are refused. */
export function shares(draws: readonly Draw[], policies: readonly string[], outcomes: readonly Indicator[]): Share[] {
  return policies.flatMap((policy) =>
    outcomes.map(({ id, better }) => {
      if (better === 'neutral') throw new RangeError(`Nobody wins on "${id}": it is neutral.`);
      const sign = better === 'up' ? 1 : -1;
      const wins = draws.reduce((sum, draw) => {
        const difference = sign * draw.differences[policy]![id]!;
        return sum + (difference > 0 ? 1 : difference === 0 ? 0.5 : 0);
      }, 0);
      return { policy, indicator: id, wins, draws: draws.length, share: wins / draws.length, ...wilson(wins, draws.length) };
    }),
  );
}

/** A parameter that goes with a policy’s effect: its rank correlation with the difference over the draws, positive when a high value helps. */
export interface Influence {
  readonly parameter: string;
  readonly correlation: number;
}

/** Parameters by strength of their link with one policy’s effect on one outcome, strongest first. Those under two standard errors of chance are left out. */
export function influences(draws: readonly Draw[], policy: string, indicator: Pick<Indicator, 'id' | 'better'>): Influence[] {
  const sign = indicator.better === 'down' ? -1 : 1;
  const effect = draws.map((draw) => sign * draw.differences[policy]![indicator.id]!);
  const chance = 2 / Math.sqrt(Math.max(1, draws.length - 1));
  return Object.keys(draws[0]?.values ?? {})
    .map((parameter) => ({
      parameter,
      correlation: rankCorrelation(
        draws.map((draw) => draw.values[parameter]!),
        effect,
      ),
    }))
    .filter(({ correlation }) => Math.abs(correlation) > chance)
    .sort((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation) || (a.parameter < b.parameter ? -1 : 1));
}
