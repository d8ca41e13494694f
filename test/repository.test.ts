import { expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import lock from '../package-lock.json' with { type: 'json' };
import { repositoryFiles, textOf } from './sources.ts';

const files = repositoryFiles();
const folders = ['src', 'scenarios', 'web', 'test'];
const topFiles = ['package.json', 'package-lock.json', 'tsconfig.json', 'vite.config.ts', 'README.md', 'LICENSE', 'CITATION.cff'];

test('the top level holds the agreed names only', () => {
  const top = [...new Set(files.map((file) => file.split('/')[0] as string))];
  expect(top.filter((name) => !name.startsWith('.') && !folders.includes(name) && !topFiles.includes(name))).toEqual([]);
});

test('there is one configuration file for the builds and the tests', () => {
  expect(files.filter((file) => /(^|\/)(vite|vitest|rollup|rolldown|playwright|eslint|prettier)[\w.]*\.config\.\w+$/.test(file))).toEqual(['vite.config.ts']);
});

/** What belongs to a machine or to the making, not to the product. Brackets keep these lines from finding themselves. */
const strangers: Readonly<Record<string, RegExp>> = {
  'a path of one machine': /(?<![\w.~/-])\/(?:w[o]rk|h[o]me|r[o]ot|t[m]p|U[s]ers)\/[\w.]/,
  'the host of a package registry':
    /\b(?:r[e]gistry\.[a-z]+\.(?:org|io|com)|npmm[i]rror|p[y]pi\.org|p[y]thonhosted|crates\.i[o]\b|proxy\.g[o]lang|deb\.d[e]bian|artif[a]ctory)/,
  'a word of the making': /\b(?:sub-?[a]gents?|before-st[o]p|anthr[o]pic|claude c[o]de|chatg[p]t|open[a]i)\b|\.lib[r]ary\//i,
};
const findStrangers = (text: string) =>
  Object.entries(strangers).flatMap(([kind, pattern]) => (pattern.exec(text) ? [`${kind}: ${pattern.exec(text)?.[0]}`] : []));

test('no file names a machine, a registry or the making', () => {
  const found = files.flatMap((file) => findStrangers(textOf(file) ?? '').map((fault) => `${file}: ${fault}`));
  expect(found).toEqual([]);
});

test.each(
  [
    ['', 'work', 'main'],
    ['', 'home', 'me'],
    ['', 'tmp', 'x'],
    ['', 'root', '.cache'],
    ['x ("', 'Users', 'me'],
  ].map((parts) => parts.join('/')),
)('%s is a path of one machine', (path) => {
  expect(findStrangers(`see ${path} there`)).toHaveLength(1);
});

test.each([['https://registry', 'npmjs', 'org'].join('.'), ['pypi', 'org'].join('.'), ['sub', 'agent'].join('')])('%s is a stranger', (word) => {
  expect(findStrangers(word)).toHaveLength(1);
});

test.each(['https://www.caf.fr/home/aides', 'les personnes au travail/emploi', 'an agent is one adult', './tmp/x', '~/work/x'])('%s is welcome', (text) => {
  expect(findStrangers(text)).toEqual([]);
});

test('the lock file names no download address', () => {
  expect(Object.entries(lock.packages).filter(([, entry]) => 'resolved' in entry)).toEqual([]);
});

test('the citation and the licence are those of the package', () => {
  const citation = textOf('CITATION.cff') ?? '';
  expect(/^version: (.*)$/m.exec(citation)?.[1]).toBe(manifest.version);
  expect(/^license: (.*)$/m.exec(citation)?.[1]).toBe(manifest.license);
  expect(textOf('LICENSE')).toMatch(/^EUROPEAN UNION PUBLIC LICENCE v\. 1\.2\n[\s\S]*\n15\.Applicable Law\n[\s\S]*Appendix/);
});
