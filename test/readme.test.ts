import { existsSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import manifest from '../package.json' with { type: 'json' };
import { levers, mechanisms, phases } from '../src/engine/index.ts';
import { estimate } from '../src/experiments/estimate.ts';
import { levels } from '../src/experiments/levels.ts';
import { scenarioIds } from '../src/io/catalogue.ts';
import { withLevels } from '../src/tools/level-table.ts';
import { textOf } from './sources.ts';

const root = resolve(import.meta.dirname, '..');
const guides = ['README.md', 'src/README.md', 'scenarios/README.md'];
const [readme, architecture] = guides.map((file) => textOf(file)!) as [string, string];
const [french, english] = readme.split('\n# In English\n') as [string, string];

test.each(guides)('%s links to files that exist', (file) => {
  const links = [...textOf(file)!.matchAll(/\]\(([^)#:]+)\)/g)].map(([, path]) => posix.join(posix.dirname(file), path!));
  expect(links.filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
});

test.each(guides)('%s names commands, scenarios and levers that exist', (file) => {
  const text = textOf(file)!;
  const scripts = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!);
  expect(scripts.filter((name) => !(name in manifest.scripts))).toEqual([]);
  const asked = [...text.matchAll(/parcours (?:compare|run) ([\w. -]+?)(?: --|`|$)/gm)].flatMap(([, names]) => names!.trim().split(' '));
  expect(asked.filter((name) => !scenarioIds.includes(name) && !/^([A-Z]|(mine|le-mien)\.json)$/.test(name))).toEqual([]);
  const groups = new Set(levers.map(({ id }) => id.split('.')[0]));
  const named = [...text.matchAll(/"([a-z]+\.[a-z-]+)":/g)].map(([, id]) => id!).filter((id) => groups.has(id.split('.')[0]));
  expect(named.filter((id) => !levers.some((lever) => lever.id === id))).toEqual([]);
});

describe.each([
  ['French', french, 'fr'],
  ['English', english, 'en'],
] as const)('the README in %s', (_, text, lang) => {
  test('has one line for each mechanism, in the words of its declaration', () => {
    const rows = [...text.matchAll(/^\| (M\d+) \| (.*?) \|/gm)].map(([, id, label]) => [id, label]);
    expect(rows).toEqual(mechanisms.map(({ id, label }) => [id, label[lang]]));
  });

  test('has every published level in its table, with its value', () => {
    for (const { label } of levels) expect(text).toContain(`| ${label[lang]} |`);
    const rows = text
      .split(`<!-- levels ${lang} -->`)[1]!
      .split('<!-- /levels -->')[0]!
      .match(/^\| [^-].*\|$/gm)!;
    expect(rows).toHaveLength(1 + levels.length);
  });
});

test('French uses French spaces, quotes and apostrophes', () => {
  const prose = french.replace(/```[\s\S]*?```|`[^`]*`|<!--[\s\S]*?-->|\]\([^)]*\)|^\|[\s:|-]*$/gm, '');
  expect(prose.match(/.{0,20}(?: [;?!»%:] |[^\d] [;?!»:]|« |[a-zé]'[a-zé]|\d \d{3}).{0,20}/gm)).toBeNull();
});

test('the architecture names every phase in order', () => {
  const rows = [...architecture.matchAll(/^\| `([a-z-]+)` \|/gm)].map(([, id]) => id!).filter((id) => (phases as readonly string[]).includes(id));
  expect(rows).toEqual([...phases]);
});

test('the tables are rewritten in their places, and a lost mark is refused rather than swallowed', () => {
  const readings = levels.slice(0, 2).map((level) => ({ level, model: estimate([1, 2, 3], 'level'), gap: 2 - level.published }));
  const text = withLevels(readme, readings);
  expect(text.split('<!-- /levels -->')).toHaveLength(3);
  expect(withLevels(text, readings)).toBe(text);
  expect(text).toContain('\n# In English\n');
  expect(() => withLevels(readme.replace('<!-- /levels -->', ''), readings)).toThrow(/no place/);
});
