import { type Lever, mainLevers } from '../../src/engine/index.ts';
import { levelOf } from '../../src/io/scenario.ts';
import { letterOf, type Slot } from '../state/document.ts';
import type { Library } from '../state/library.ts';
import { baseRules, rulesOf } from '../state/planned.ts';
import type { Store } from '../state/store.ts';
import type { Dictionary } from '../i18n/index.ts';
import { LeverCard } from './lever-card.tsx';

interface LeversProps {
  readonly slot: Slot;
  readonly place: number;
  readonly store: Store;
  readonly library: Library;
  readonly words: Dictionary;
}

/** Gives a slot other overrides, leaving the rest of the tray as it is. */
function set(store: Store, place: number, overrides: Readonly<Record<string, number>>, mark?: string) {
  const scenarios = store.document.peek().scenarios.map((slot, i) => (i === place ? { ...slot, overrides } : slot));
  store.change({ scenarios }, mark);
}

/** A lever and the details it opens into, which may also be given by name. */
const decidedBy = ({ id, bundle = [] }: Lever): readonly string[] => [id, ...bundle.flatMap(({ sets }) => Object.keys(sets))];

/** The six main levers of a copy. */
export function Levers({ slot, place, store, library, words }: LeversProps) {
  const { lang } = store.document.value.lens;
  const base = baseRules(slot, library);
  const rules = rulesOf(slot, library);
  const overrides = slot.overrides ?? {};
  const letter = letterOf(place);
  const first = base.timeline.find(({ until }) => until === undefined)?.at;
  return (
    <div class="levers" id={`levers-${letter}`}>
      <p class="quiet">{first ? words.leversFrom(String(first)) : words.leversFromStart}</p>
      {mainLevers.map((lever) => {
        const start = levelOf(lever, base);
        const own = decidedBy(lever);
        const without = Object.fromEntries(Object.entries(overrides).filter(([id]) => !own.includes(id)));
        return (
          <LeverCard
            key={lever.id}
            id={`lever-${letter}-${lever.id}`}
            lever={lever}
            value={levelOf(lever, rules)}
            start={start}
            moved={own.some((id) => id in overrides)}
            lang={lang}
            words={words}
            onMove={(value) => set(store, place, value === start ? without : { ...without, [lever.id]: value }, `${place}${lever.id}`)}
            onReset={() => set(store, place, without)}
          />
        );
      })}
    </div>
  );
}
