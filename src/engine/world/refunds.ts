import { f64 } from '../core/table.ts';

/** Steps a refund may have. */
export const REFUND_STEPS = 8;

/** How part of the minimum income is refunded to whoever bears it: one row per step of the scale, those not used left at nothing. */
export const refunds = {
  from: f64('recipients of a zone from which the step holds'),
  share: f64('share refunded from there on, 0 to 1'),
} as const;
