import { type Lever, type Parameter, possibleRange } from '../engine/index.ts';
import type { Details } from './collect.ts';
import type { ProblemCode } from './i18n/index.ts';
import { nearest } from './nearest.ts';
import { show } from './show.ts';

/** A value as a file writes it. */
export type Plain = number | boolean | string;

export type Checked =
  | { readonly value: number; readonly warning?: { readonly code: ProblemCode; readonly details: Details } }
  | { readonly code: ProblemCode; readonly details: Details };

const range = ([low, high]: readonly [number, number]) => `${low}..${high}`;
const within = (value: number, [low, high]: readonly [number, number]) => low <= value && value <= high;

/** Reads one value of a lever or parameter as the number the engine stores, or says what was expected. */
export function checkValue(parameter: Parameter, written: unknown): Checked {
  if (parameter.kind === 'choice') return checkChoice(parameter, written);
  if (parameter.kind === 'boolean') {
    return typeof written === 'boolean' ? { value: Number(written) } : { code: 'expected-boolean', details: { found: show(written) } };
  }
  if (typeof written === 'number') return checkNumber(parameter, written);
  const details = { found: show(written), expected: range(possibleRange(parameter)), unit: parameter.unit };
  if (typeof written === 'string' && written.trim() && Number.isFinite(Number(written))) {
    return { code: 'number-in-quotes', details: { ...details, nearest: written.trim() } };
  }
  return { code: parameter.kind === 'integer' ? 'expected-whole' : 'expected-number', details };
}

function checkChoice({ choices = [] }: Parameter, written: unknown): Checked {
  const ids = choices.map(({ id }) => id);
  const place = typeof written === 'number' ? written : ids.indexOf(String(written));
  if (typeof written !== 'boolean' && ids[place] !== undefined) return { value: place };
  const guess = typeof written === 'string' ? nearest(written, ids) : undefined;
  return { code: 'expected-choice', details: { found: show(written), expected: ids.join(', '), nearest: guess } };
}

function checkNumber(parameter: Parameter, value: number): Checked {
  const possible = possibleRange(parameter);
  const details = { found: show(value), expected: range(possible), unit: parameter.unit };
  if (!within(value, possible)) return outside(parameter, value, possible);
  const levels = bundleValues(parameter);
  if (levels && !levels.includes(value)) return { code: 'expected-level', details: { found: show(value), expected: levels.join(', ') } };
  if (parameter.kind === 'integer' && !Number.isInteger(value)) return { code: 'expected-whole', details };
  if (within(value, parameter.range)) return { value };
  return { value, warning: { code: 'out-of-plausible', details: { ...details, expected: range(parameter.range), severity: 'warning' } } };
}

/** A share written as a percentage, or the reverse, is named as such and put right. */
function outside({ unit }: Parameter, value: number, possible: readonly [number, number]): Checked {
  const details = { found: show(value), expected: range(possible), unit };
  if (unit.startsWith('share') && within(value / 100, possible))
    return { code: 'share-as-percent', details: { ...details, nearest: show(Number((value / 100).toPrecision(12))) } };
  if (unit.startsWith('%') && value > 0 && within(value * 100, possible))
    return { code: 'percent-as-share', details: { ...details, nearest: show(Number((value * 100).toPrecision(12))) } };
  return { code: 'out-of-possible', details };
}

const bundleValues = (parameter: Parameter) => (parameter as Partial<Lever>).bundle?.map(({ value }) => value);
