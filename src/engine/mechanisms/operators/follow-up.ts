import type { Context } from '../../context.ts';
import { exp, log } from '../../core/math.ts';
import { grains } from '../../core/money.ts';
import type { Values } from '../../core/parameter.ts';
import { held, monthsToCount } from '../../kernel/lasting.ts';
import { FOLLOW_UP, USES } from '../../world/structures.ts';
import type { parameters } from './parameters.ts';

type P = Values<typeof parameters>;

/** An hour is worth at most so many times what it costs: beyond, one call more changes nothing. */
const MOST = 20;

/**
 * Follow-up after the exit. Calls decided last month, as far as there was time for them, avert part of the ends of short jobs that have yet to last before they count;
 * those of next month are decided as far as the last hour brings what an hour brings elsewhere: h₀·ln(worth ÷ (price·h₀)). The worth is that of a result, by the
 * ends that calls can avert and the chance that the job then lasts the rest. Left out: durable jobs, and calls that workers make though nobody counts.
 */
export function followUp(context: Context, p: P): void {
  const { structures: s, counts } = context.world;
  for (let j = 0; j < counts.structures; j++) {
    s.kept[j] = 0;
    if (s.placed[j] === 0 || s.closed[j]) continue;
    const arm = s.arm[j];
    const half = p['calls-hours'][arm];
    const given = s.minutes[j * USES + FOLLOW_UP] / 60 / s.placed[j];
    s.kept[j] = p['calls-keep'][arm] * (1 - exp(-given / half));
    const ratio = Math.min(MOST, worth(context, j, p) / (Math.max(s.lambda[j], context.technology['outside-worth'][arm]) * half));
    if (ratio > 1) s.demand[j * USES + FOLLOW_UP] += grains(s.placed[j] * half * log(ratio) * 60);
  }
}

/** What a month of all the calls there can be brings for one person placed, in hours. */
function worth(context: Context, j: number, p: P): number {
  const { world, rules } = context;
  const s = world.structures;
  const joint = rules.evaluation['joint-weight'][s.arm[j]];
  const result = (1 - joint) * s.value[j] + joint * s.felt[j] * s.sharedValue[j];
  const end = rules.labour['short-end'][0];
  return result * end * p['calls-keep'][s.arm[j]] * lastsTheRest(end, monthsToCount(context, j));
}

/** Chance that a job lasts the rest of the months asked, on average over those placed, who are fewer as months go: L·qᴸ⁻¹ ÷ (1 + q + … + qᴸ⁻¹). */
export function lastsTheRest(end: number, months: number): number {
  let placed = 0;
  for (let m = 0; m < months; m++) placed += held(end, m);
  return placed > 0 ? (months * held(end, months - 1)) / placed : 0;
}
