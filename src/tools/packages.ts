import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** A package that the page or the command line may carry: where it stands, and the licence it declares (SPDX). */
export interface Package {
  readonly folder: string;
  readonly name: string;
  readonly version: string;
  readonly licence: string;
}

const nameOf = (folder: string) => folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);

/** Where `name` is found from `folder`: beside it, or in a folder above, as Node looks it up. */
function locate(packages: Readonly<Record<string, Locked>>, folder: string, name: string): string | undefined {
  for (let from = folder; ; from = from.slice(0, Math.max(0, from.lastIndexOf('node_modules/') - 1))) {
    const candidate = from === '' ? `node_modules/${name}` : `${from}/node_modules/${name}`;
    if (candidate in packages) return candidate;
    if (from === '') return undefined;
  }
}

/**
 * Every package that can end in the product: the dependencies of `package.json` and theirs, from the lock file, sorted by name.
 * Peer and development packages are left out: the product imports none. Throws when the lock file misses a dependency.
 */
export function productPackages(root: string): Package[] {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Record<string, Locked> };
  const found = new Set<string>();
  const visit = (folder: string) => {
    for (const name of Object.keys(packages[folder]?.dependencies ?? {})) {
      const place = locate(packages, folder, name);
      if (!place) throw new Error(`package-lock.json does not hold ${name}, which ${folder || 'package.json'} needs: run npm install.`);
      if (found.has(place)) continue;
      found.add(place);
      visit(place);
    }
  };
  visit('');
  return [...found].sort().map((folder) => {
    const { version, license } = packages[folder] as Locked;
    return { folder, name: nameOf(folder), version: version ?? 'unknown', licence: license ?? 'unknown' };
  });
}

const readText = (file: string) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim();

/** Licence and notice files of an installed package, or the licence section of its README when it ships no file. Throws when there is neither. */
export function licenceTexts(root: string, { folder, name }: Package): string[] {
  const home = join(root, folder);
  const files = readdirSync(home).sort();
  const kept = files.filter((file) => /^(licen[cs]e|copying|unlicense|notice)(\.(md|txt))?$/i.test(file));
  if (kept.some((file) => !/^notice/i.test(file))) return kept.map((file) => readText(join(home, file)));
  const readme = files.find((file) => /^readme(\.md)?$/i.test(file));
  const section = readme && /(^|\n)(#* *licen[cs]e[^\n]*\n[\s\S]*)$/i.exec(readText(join(home, readme)))?.[2];
  if (!section) throw new Error(`No licence text in ${name}.`);
  return [section.trim()];
}
