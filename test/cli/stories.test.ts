import { beforeAll, expect, test } from 'vitest';
import { findScenario, scenarioIds } from '../../src/io/catalogue.ts';
import { build, parcours } from './parcours.ts';

beforeAll(build);

const quoted = new Set(
  scenarioIds.flatMap((id) => {
    const { fr, en } = findScenario(id)!.story;
    return [fr, en].flatMap((text) => [...text.matchAll(/[«“]\s?parcours ([^»”]+?)\s?[»”]/g)].map(([, command]) => command!));
  }),
);

test('stories quote commands', () => {
  expect([...quoted].map((command) => command.split(' ')[0])).toEqual(expect.arrayContaining(['compare', 'person']));
});

test.each([...quoted])('a story quotes a command that works: parcours %s', async (command) => {
  const brief = command.replace(/ --replications \d+/, ' --replications 1').split(/\s+/);
  const { code, err } = await parcours([...brief, '--months', '1']);
  expect([code, err.split('\n').filter((line) => !line.startsWith('attention'))]).toEqual([0, ['']]);
});
