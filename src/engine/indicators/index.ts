import type { Indicator } from '../core/indicator.ts';

export const indicators: readonly Indicator[] = [];
