export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
  /** The column whose text is folded when the table is wider than the terminal. */
  readonly folds?: boolean;
}

/** A row of cells, or a text that runs across the table, set in from the left. */
export type Row = readonly string[] | { readonly across: string; readonly indent: number };

const GAP = '  ';
const NARROWEST = 16;
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const INVISIBLE = /^[\p{M}\p{Cf}]+$/u;

/** Columns of a terminal that a text takes: accents on their letter, wide letters for two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const { segment } of graphemes.segment(text)) width += INVISIBLE.test(segment) ? 0 : WIDE.test(segment) ? 2 : 1;
  return width;
}

/** Cuts a text into lines at its ordinary spaces; a word longer than the line is left whole. */
export function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && textWidth(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** A text folded to `width`, each line set in by `indent` spaces. */
export const setIn = (text: string, indent: number, width: number): string[] =>
  fold(text, Math.max(NARROWEST, width - indent)).map((line) => (' '.repeat(indent) + line).trimEnd());

/** Text filled with spaces to a width of the terminal. */
export const pad = (text: string, width: number, align: Column['align'] = 'left'): string => {
  const blank = ' '.repeat(Math.max(0, width - textWidth(text)));
  return align === 'right' ? blank + text : text + blank;
};

const total = (widths: readonly number[]): number => widths.reduce((sum, w) => sum + w, 0) + GAP.length * (widths.length - 1);

function widthsOf(columns: readonly Column[], rows: readonly Row[], width: number): number[] {
  const cells = rows.filter((row): row is readonly string[] => !('across' in row));
  const widths = columns.map(({ title }, c) => Math.max(textWidth(title), ...cells.map((row) => textWidth(row[c] ?? ''))));
  const folding = columns.flatMap(({ folds }, c) => (folds ? [c] : []));
  while (total(widths) > width) {
    const widest = folding.reduce((best, c) => (best < 0 || widths[c]! > widths[best]! ? c : best), -1);
    if (widest < 0 || widths[widest]! <= NARROWEST) break;
    widths[widest]!--;
  }
  return widths;
}

/** Aligned lines, no wider than `width` as far as the folding columns allow. */
export function table(columns: readonly Column[], rows: readonly Row[], width: number): string[] {
  const widths = widthsOf(columns, rows, width);
  const draw = (cells: readonly string[]): string[] => {
    const folded = columns.map(({ folds }, c) => (folds ? fold(cells[c] ?? '', widths[c]!) : [cells[c] ?? '']));
    const height = Math.max(...folded.map((lines) => lines.length));
    return Array.from({ length: height }, (_, l) =>
      columns
        .map(({ align }, c) => pad(folded[c]![l] ?? '', widths[c]!, align))
        .join(GAP)
        .trimEnd(),
    );
  };
  const rule = widths.map((w) => '─'.repeat(w)).join(GAP);
  const body = rows.flatMap((row) => ('across' in row ? setIn(row.across, row.indent, width) : draw(row)));
  return [...draw(columns.map(({ title }) => title)), rule, ...body];
}
