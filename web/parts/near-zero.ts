import type { Estimate } from '../../src/experiments/types.ts';

/** Whether a level may be zero: nothing is then told as a share of it. A level without an interval is taken at its mean. */
export const mayBeZero = ({ mean, low = null, high = null }: Pick<Estimate, 'mean'> & Partial<Pick<Estimate, 'low' | 'high'>>): boolean =>
  mean === 0 || (low !== null && high !== null && low <= 0 && high >= 0);
