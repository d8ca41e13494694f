/** Hands a text over as a file, without leaving the page. */
export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** A file name from words: no accent, no space, at most 80 characters. */
export const fileName = (words: readonly string[], extension: string): string =>
  `${words
    .join('-')
    .normalize('NFD')
    .replace(/[^\w.-]+/g, (found) => (/\s/.test(found) ? '-' : ''))
    .toLowerCase()
    .slice(0, 80)}.${extension}`;
