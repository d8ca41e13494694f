import type { Context } from '../../context.ts';
import { log } from '../../core/math.ts';
import { grains } from '../../core/money.ts';
import type { Values } from '../../core/parameter.ts';
import { FOLLOW_UP, USES } from '../../world/structures.ts';
import type { parameters } from './parameters.ts';

type P = Values<typeof parameters>;

/** An hour is worth at least so many times less than what it brings: further on a call more changes nothing. */
const MOST = 20;

/**
 * Follow-up after the exit. A short job that has yet to last before it counts is worth calls, as far as the last one brings what an hour brings elsewhere:
 * h₀·ln(worth ÷ (price·h₀)). The worth is that of the ends a month of calls can avert. Left out: durable jobs, and calls that workers make though nobody counts.
 */
export function followUp(context: Context, p: P): void {
  const { world, rules, technology: t } = context;
  const { structures: s, counts } = world;
  for (let j = 0; j < counts.structures; j++) {
    s.kept[j] = 0;
    if (s.placed[j] === 0 || s.closed[j]) continue;
    const arm = s.arm[j];
    const half = p['calls-hours'][arm];
    const worth = resultWorth(context, j) * rules.labour['short-end'][0] * p['calls-keep'][arm];
    const ratio = Math.min(MOST, worth / (Math.max(s.lambda[j], t['outside-worth'][arm]) * half));
    if (!(ratio > 1)) continue;
    s.kept[j] = p['calls-keep'][arm] * (1 - 1 / ratio);
    s.demand[j * USES + FOLLOW_UP] += grains(s.placed[j] * half * log(ratio) * 60);
  }
}

/** What one more result is worth here, in hours: its own, and what it feels of the joint one. */
function resultWorth({ world: { structures: s }, rules }: Context, j: number): number {
  const joint = rules.evaluation['joint-weight'][s.arm[j]];
  return (1 - joint) * s.value[j] + joint * s.felt[j] * s.sharedValue[j];
}
