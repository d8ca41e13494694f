import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, posix, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');

/** Every file of the repository, new ones included and ignored ones left out, as paths from the root. */
export function repositoryFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 26 });
  return [...new Set(listed.split('\0'))].filter((file) => file && existsSync(join(root, file))).sort();
}

/** The text of a file of the repository, or nothing when it is binary. */
export function textOf(file: string): string | undefined {
  const bytes = readFileSync(join(root, file));
  return bytes.includes(0) ? undefined : bytes.toString('utf8');
}

const specifiers = [
  /(?:^|[\s;}])(?:import|export)\b[^'"`;]*?\bfrom\s*['"]([^'"]+)['"]/g,
  /\bimport\s*\(?\s*['"]([^'"]+)['"]/g,
  /\bnew URL\(\s*['"](\.[^'"]+\.tsx?)['"]\s*,\s*import\.meta\.url/g,
];

/** What `text`, standing at `file`, imports: paths from the root for files, bare names for packages. */
export function importsOf(file: string, text: string): string[] {
  const found = specifiers.flatMap((pattern) => [...text.matchAll(pattern)].map(([, name]) => name as string));
  const place = (name: string) => (name.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), name.replace(/\?.*$/, ''))) : name);
  return [...new Set(found.map(place))];
}

/** The package that a bare import names, without its inner path. */
export function packageOf(name: string): string {
  const parts = name.split('/');
  return name.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] as string);
}
