import type { RunRequest, Rules, Territory } from '../../src/engine/index.ts';
import { mechanisms } from '../../src/engine/mechanisms/index.ts';
import { territoryTexts } from '../../src/io/territory-texts.ts';
import { readTerritory } from '../../src/io/territory.ts';

/** A territory that comes with the product. */
export function territoryOf(id: string): Territory {
  const text = territoryTexts.get(id);
  const read = text === undefined ? undefined : readTerritory(text, `${id}.json`);
  if (!read?.ok) throw new Error(`No territory "${id}".`);
  return read.value;
}

export const territoryIds: readonly string[] = [...territoryTexts.keys()].sort();
export const everyKey: readonly string[] = mechanisms.map((m) => m.key).sort();

export const rulesOf = (rules: Partial<Rules> = {}): Rules => ({ set: {}, timeline: [], off: [], ...rules });

/** The same territory as one zone: every rate then holds for everyone. */
export const undivided = (territory: Territory): Territory => {
  const { id, label } = territory.zones[0]!;
  return { ...territory, zones: [{ id, label, share: 1 }] };
};

/** A small request: status quo in the Aude, 600 people, a year. */
export const requestOf = (over: Partial<RunRequest> = {}): RunRequest => ({
  rules: rulesOf(),
  territory: aude,
  population: 600,
  months: 12,
  seed: 'parcours',
  replication: 0,
  ...over,
});
const aude = territoryOf('aude');

export const sum = (values: ArrayLike<number>): number => {
  let total = 0;
  for (let k = 0; k < values.length; k++) total += values[k]!;
  return total;
};
