import { describe, expect, test } from 'vitest';
import { foreignPosterior, heldHeader, heldLines, holders } from '../../src/cli/held-values.ts';
import type { Study } from '../../src/cli/study.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { engineCatalogue } from '../../src/io/known.ts';
import { territoryOf } from '../engine/worlds.ts';

const terminal = (lang: 'fr' | 'en') => ({ lang, width: 120 }) as Terminal;
const brussels = territoryOf('bruxelles-capitale');
const squeezed = (lines: readonly string[]) => lines.join('\n').replace(/\s+/g, ' ');

test.each(['fr', 'en'] as const)(
  'the portrait of a territory gives each parameter that it holds, with its source, beside the value held elsewhere, in %s',
  (lang) => {
    const lines = heldLines(brussels, terminal(lang));
    for (const [id, { source }] of Object.entries(brussels.values!)) expect(squeezed(lines)).toContain(squeezed([`${id} — ${source}`]));
    expect(lines.join('\n')).not.toMatch(/ [:;!?»%]|« /);
    const rights = engineCatalogue.parameters.get('labour.rights-after')!;
    const { value } = brussels.values!['labour.rights-after']!;
    expect(value).not.toBe(rights.value);
    expect(squeezed(lines)).toMatch(new RegExp(` ${value} ${rights.value} ${lang === 'fr' ? 'mois' : 'months'} 2026 `));
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(120);
  },
);

test('a territory that holds none has nothing to say, and the list names the one that does', () => {
  const aude = territoryOf('aude');
  expect(heldLines(aude, terminal('fr'))).toEqual([]);
  expect(holders([aude], terminal('fr'))).toEqual([]);
  expect(squeezed(holders([aude, brussels], terminal('en')))).toContain(
    `Brussels-Capital has its own values of ${Object.keys(brussels.values!).length} parameters`,
  );
});

describe('a study of a territory that holds values', () => {
  const count = Object.keys(brussels.values!).length;
  const study = (id?: string) => {
    const drawn = () => ({ 'labour.leave': 0.02, 'labour.return': 0.02, 'kernel.support-effect': 0.5 });
    return { territory: brussels, ...(id === undefined ? {} : { posterior: { id, digest: '', particles: 1, tolerance: 1 }, drawn }) } as unknown as Study;
  };

  test('says in its header how many stand, and how many a posterior takes the place of', () => {
    expect(heldHeader(study(), terminal('en'))).toEqual([['Parameters', `${count} have a value of their own here, the others their default value`]]);
    expect(heldHeader(study('brussels'), terminal('en'))[0]![1]).toMatch(new RegExp(`^${count} .*“brussels” takes the place of 2$`));
    expect(heldHeader({ territory: territoryOf('aude') }, terminal('en'))).toEqual([]);
  });

  test('warns of the posterior of another country, and of no other', () => {
    expect(foreignPosterior(study('france'), terminal('fr')).join()).toContain('--posterior brussels');
    for (const own of [undefined, 'brussels', 'mine']) expect(foreignPosterior(study(own), terminal('fr'))).toEqual([]);
    expect(foreignPosterior({ ...study('france'), territory: territoryOf('aude') }, terminal('fr'))).toEqual([]);
  });
});
