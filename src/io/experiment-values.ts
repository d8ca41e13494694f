import * as v from 'valibot';
import { code } from './shape.ts';

/** The description of a key, in both languages. */
export const both = <T>(en: string, fr: string) => v.description<T, string>(`${en} — ${fr}`);
export const value = v.union([v.number(), v.boolean(), v.string()]);
export const finite = v.number();
export const bounded = (low: number, high: number) => {
  const message = code('out-of-bounds', `${low}..${high}`);
  return v.pipe(v.number(), v.minValue(low, message), v.maxValue(high, message));
};
export const whole = (low: number, high: number) => {
  const message = code('out-of-bounds', `${low}..${high}`);
  return v.pipe(v.number(), v.integer(message), v.minValue(low, message), v.maxValue(high, message));
};
/** A list of one thing at least. */
export const some = <const S extends v.GenericSchema>(item: S) => v.pipe(v.array(item), v.minLength(1, code('too-few', '1')));
export const pair = v.pipe(v.tuple([finite, finite]), both('Lowest and highest, both included.', 'Du plus bas au plus haut, bornes comprises.'));
