const longest = 60;

/** A value as it stands in a file, cut to a readable length: what a problem says it found. */
export function show(value: unknown): string {
  if (Array.isArray(value)) return '[…]';
  if (value !== null && typeof value === 'object') return '{…}';
  return shorten(JSON.stringify(value) ?? '');
}

/** The first characters of a text, control characters made visible, with an ellipsis when something was cut. */
export function shorten(text: string): string {
  const points = Array.from(text);
  const kept = points.length > longest ? `${points.slice(0, longest).join('')}…` : text;
  return Array.from(kept, (point) => (point < ' ' || point === '\u007f' ? '·' : point)).join('');
}
