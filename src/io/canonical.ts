export { canonical } from '../engine/index.ts';
