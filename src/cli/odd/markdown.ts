/** A cell of a table: one line, its bars escaped; what has nothing to say is a dash. */
const cell = (text: string): string =>
  text
    .replace(/\s*\n\s*/g, ' ')
    .replaceAll('|', '\\|')
    .trim() || '—';

const line = (cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

/** A table in Markdown. Each row has as many cells as the head. */
export function tableOf(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [line(head), `|${' --- |'.repeat(head.length)}`, ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;
export const heading = (depth: number, text: string): string => `${'#'.repeat(depth)} ${text}`;
/** Blocks one after the other, an empty line between two. */
export const blocks = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');
