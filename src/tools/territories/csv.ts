/** Records of a CSV text (RFC 4180: commas, doubled quotes), by the names of its first line. Throws on a line of another length. */
export function parseCsv(text: string): Record<string, string>[] {
  const [head = [], ...lines] = cells(text);
  return lines.map((line, index) => {
    if (line.length !== head.length) throw new Error(`Line ${index + 2}: expected ${head.length} cells, found ${line.length}.`);
    return Object.fromEntries(head.map((name, column) => [name, line[column] ?? '']));
  });
}

function cells(text: string): string[][] {
  const lines: string[][] = [];
  let line: string[] = [];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    line.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ',') continue;
    if (line.length > 1 || line[0] !== '') lines.push(line);
    line = [];
  }
  return lines;
}
