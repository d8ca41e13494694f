import { MOST_BY_DEFAULT, parameters, realCounts, type Territory } from '../engine/index.ts';

const GROUP = 'people.';

const values = Object.fromEntries(
  [...parameters].filter(([id]) => id.startsWith(GROUP)).map(([id, { value }]) => [id.slice(GROUP.length), Float64Array.of(value)]),
) as Parameters<typeof realCounts>[1];

/** Adults entitled to the minimum income in a territory, whom the agents stand for. */
export const realPeople = (territory: Territory): number => realCounts(territory, values).entitled;

/** Agents when nobody says how many. */
export const usualPopulation = (territory: Territory): number => Math.min(MOST_BY_DEFAULT, Math.round(realPeople(territory)));
