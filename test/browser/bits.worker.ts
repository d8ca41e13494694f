import { bits } from './bits.ts';

postMessage({ ours: bits(), host: bits({ exp: Math.exp, log: Math.log }) });
