import type { Node } from 'jsonc-parser';
import type { Collector, Locate, Position } from './collect.ts';
import type { Path } from './path.ts';
import { shorten } from './show.ts';

/** Keys that reach into the machinery of objects rather than into the file. */
const forbidden: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/** Turns places in a text into lines and columns, both from 1. */
export function positions(text: string): (offset: number) => Position {
  const starts = [0];
  for (const { 0: mark, index } of text.matchAll(/\r\n|\n|\r/g)) starts.push(index + mark.length);
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - starts[low]! + 1 };
  };
}

const child = (node: Node, step: string | number) =>
  typeof step === 'number'
    ? { value: node.type === 'array' ? node.children?.[step] : undefined, key: undefined }
    : pair(node.type === 'object' ? node.children?.find(({ children }) => children?.[0]?.value === step) : undefined);

const pair = (property?: Node) => ({ key: property?.children?.[0], value: property?.children?.[1] });

/** Finds the place of a path in a tree of nodes. */
export const locator =
  (root: Node, position: (offset: number) => Position): Locate =>
  (path, of = 'value') => {
    let node = root;
    for (const [depth, step] of path.entries()) {
      const { key, value } = child(node, step);
      if (!value) return position(node.offset);
      if (of === 'key' && depth === path.length - 1) return position((key ?? value).offset);
      node = value;
    }
    return position(node.offset);
  };

/** The plain value of a tree, telling keys that repeat or are refused and numbers that are not finite. Those keys are left out. */
export function plainValue(node: Node, path: Path, position: (offset: number) => Position, problems: Collector): unknown {
  if (node.type === 'array') return (node.children ?? []).map((item, i) => plainValue(item, [...path, i], position, problems));
  if (node.type === 'object') return plainObject(node, path, position, problems);
  if (typeof node.value === 'number' && !Number.isFinite(node.value)) {
    problems.add('number-not-finite', path, { at: position(node.offset) });
  }
  return node.value;
}

function plainObject(node: Node, path: Path, position: (offset: number) => Position, problems: Collector): unknown {
  const object: Record<string, unknown> = {};
  const seen = new Map<string, number>();
  for (const property of node.children ?? []) {
    const { key, value } = pair(property);
    if (!key || !value) continue;
    const name = key.value as string;
    const at = position(key.offset);
    const first = seen.get(name);
    if (forbidden.has(name)) problems.add('json-forbidden-key', [...path, name], { at, found: name });
    else if (first !== undefined) problems.add('json-duplicate-key', [...path, name], { at, found: shorten(name), expected: String(first) });
    else object[name] = plainValue(value, [...path, name], position, problems);
    if (first === undefined) seen.set(name, at.line);
  }
  return object;
}
