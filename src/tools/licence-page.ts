import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { licenceTexts, productPackages } from './packages.ts';

const rule = '-'.repeat(80);

/** What `web/public/licences.txt` must hold: the product's licence, then each distinct text of the libraries it carries, under the packages it covers. */
export function licencePage(root: string): string {
  const covered = new Map<string, string[]>();
  for (const item of productPackages(root)) {
    for (const text of licenceTexts(root, item)) covered.set(text, [...(covered.get(text) ?? []), `${item.name} ${item.version} (${item.licence})`]);
  }
  const own = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  const blocks = [...covered].map(([text, names]) => `${names.join('\n')}\n\n${text}`);
  return `${[`Parcours\n\n${own}`, 'Libraries', ...blocks].join(`\n\n${rule}\n\n`)}\n`;
}
