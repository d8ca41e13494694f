import { parameters } from './catalogue.ts';
import type { Parameters, Values } from './core/parameter.ts';
import { inPlace } from './core/record.ts';
import type { Arm, Change, Rules } from './core/rules.ts';

/** The rule book in force: every lever and parameter by id, one value per arm, moved by the timeline. */
export interface Book {
  readonly values: Readonly<Record<string, Float64Array>>;
  /** Sets every value to what it is in `month`. */
  turn(month: number): void;
}

/** Values of a rule book. Before month 0 only defaults hold: the territory's own base rules. */
export function openBook(rules: Rules, arms: readonly Arm[] = [], drawn: Readonly<Record<string, number>> = {}): Book {
  const values: Record<string, Float64Array> = {};
  for (const [id, p] of parameters) values[id] = new Float64Array(arms.length + 1).fill(drawn[id] ?? p.value);
  const moved = new Set([...Object.keys(rules.set), ...rules.timeline.flatMap((c) => Object.keys(c.set)), ...arms.flatMap((a) => Object.keys(a.set))]);
  for (const id of moved) if (!parameters.has(id)) throw new RangeError(`Unknown lever or parameter "${id}".`);
  return {
    values: values,
    turn(month) {
      if (month < 0) return;
      for (const id of moved) {
        const base = valueAt(id, month, rules, drawn);
        values[id].fill(base);
        arms.forEach((arm, a) => {
          if (id in arm.set) values[id][a + 1] = arm.set[id];
        });
      }
    },
  };
}

/** A value in a month. What cannot be halved (a whole number, a yes or no, a choice) goes by whole steps when a change is spread. */
function valueAt(id: string, month: number, rules: Rules, drawn: Readonly<Record<string, number>>): number {
  let value = rules.set[id] ?? drawn[id] ?? parameters.get(id)!.value;
  for (const change of rules.timeline) value = applied(change, id, month, value);
  const { kind } = parameters.get(id)!;
  return kind === undefined || kind === 'number' ? value : Math.round(value);
}

/** A change takes effect at its month, over its months, until its end. */
function applied(change: Change, id: string, month: number, before: number): number {
  const goal = change.set[id];
  if (goal === undefined || month < change.at || (change.until !== undefined && month >= change.until)) return before;
  const over = change.over ?? 1;
  const done = Math.min(1, (month - change.at + 1) / over);
  return before + (goal - before) * done;
}

/** The values of one group of parameters, under their short names. */
export function valuesOf<P extends Parameters>(book: Book, key: string, declared: P): Values<P> {
  return Object.fromEntries(Object.keys(declared).map((name) => [name, book.values[`${key}.${name}`]])) as Values<P>;
}

/** Values by group and short name. Groups stay small: V8 keeps a small object's fields in place, and reads one in the loop for the price of a load. */
export function grouped(book: Book): Readonly<Record<string, Readonly<Record<string, Float64Array>>>> {
  const groups: Record<string, Record<string, Float64Array>> = {};
  for (const id of Object.keys(book.values)) {
    const dot = id.indexOf('.');
    groups[id.slice(0, dot)] = { ...groups[id.slice(0, dot)], [id.slice(dot + 1)]: book.values[id] };
  }
  return inPlace(groups);
}
