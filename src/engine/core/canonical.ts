/**
 * The canonical JSON text of a plain value (RFC 8785): keys in order of UTF-16 code units, numbers as ECMAScript writes them, no space.
 * Throws on what JSON cannot hold: a number that is not finite, undefined, a function, an unpaired surrogate.
 */
export function canonical(value: unknown): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return number(value);
  if (typeof value === 'string') return string(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(',')}]`;
  if (typeof value !== 'object') throw new TypeError(`Canonical JSON cannot hold ${typeof value}.`);
  const keys = Object.keys(value).sort();
  return `{${keys.map((key) => `${string(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(',')}}`;
}

function number(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`Canonical JSON cannot hold ${value}.`);
  return JSON.stringify(value);
}

function string(text: string): string {
  if (/\p{Surrogate}/u.test(text)) throw new RangeError('Canonical JSON cannot hold an unpaired surrogate.');
  return JSON.stringify(text);
}
