import type { Rules, Text } from '../../src/engine/index.ts';
import type { Planned } from '../../src/experiments/plan.ts';
import { applyOverrides } from '../../src/io/scenario.ts';
import { dictionaries } from '../i18n/index.ts';
import { letterOf, type Slot } from './document.ts';
import type { Library } from './library.ts';

const builtIn = ({ base }: Slot, { scenarios }: Library) => {
  const found = scenarios.find(({ id }) => id === base);
  if (!found) throw new Error(`No scenario is called "${base}".`);
  return found;
};

/** The rule book of a slot before its levers were moved. */
export const baseRules = (slot: Slot, library: Library): Rules => builtIn(slot, library).rules;

export const rulesOf = (slot: Slot, library: Library): Rules =>
  slot.overrides && Object.keys(slot.overrides).length > 0 ? applyOverrides(baseRules(slot, library), slot.overrides) : baseRules(slot, library);

export function titleOf(slot: Slot, library: Library): Text {
  const { title } = builtIn(slot, library);
  return slot.overrides ? { fr: dictionaries.fr.copyOf(title.fr), en: dictionaries.en.copyOf(title.en) } : title;
}

/** What a slot of the tray asks the engine for. A copy is named after its base and its letter. */
export const plannedOf = (slot: Slot, place: number, library: Library): Planned => ({
  id: slot.overrides ? `${slot.base}.${letterOf(place).toLowerCase()}` : slot.base,
  title: titleOf(slot, library),
  rules: rulesOf(slot, library),
});
