const longest = 60;

/** A value as it stands in a file, cut to a readable length: what a problem says it found. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (value !== null && typeof value === 'object') return '{…}';
  return shorten(JSON.stringify(value) ?? '');
}

/** The first characters of a text, control characters shown as dots, with an ellipsis when something was cut. */
export function shorten(text: string): string {
  const points = Array.from(text);
  const kept = points.length > longest ? `${points.slice(0, longest).join('')}…` : text;
  return visible(kept);
}

/** What a text could do to a terminal or to the order of its neighbours: controls, ends of line, marks of direction. */
const unseen = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\ufeff]/gu;

/** A text of someone else on one line, such characters shown as dots. */
export const visible = (text: string): string => text.replace(unseen, '·');
