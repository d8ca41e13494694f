import { useState } from 'preact/hooks';
import type { Dictionary } from '../i18n/index.ts';
import { letterOf, MOST_SCENARIOS, type Slot } from '../state/document.ts';
import type { Library } from '../state/library.ts';
import { titleOf } from '../state/planned.ts';
import type { Store } from '../state/store.ts';
import { scenarioText } from '../state/scenario-file.ts';
import { download } from '../parts/download.ts';
import { Levers } from './levers.tsx';
import { OpenFile } from './open-file.tsx';
import { Story } from './story.tsx';

interface TrayProps {
  readonly store: Store;
  readonly library: Library;
  readonly words: Dictionary;
}

interface SlotProps extends TrayProps {
  readonly slot: Slot;
  readonly place: number;
  readonly count: number;
  readonly onCopied: (place: number) => void;
}

function Choose({ slot, place, store, library, words }: Omit<SlotProps, 'count' | 'onCopied'>) {
  const { lens, scenarios } = store.document.value;
  const choose = (base: string) => store.change({ scenarios: scenarios.map((own, i) => (i === place ? { base } : own)) });
  if (slot.overrides) {
    return (
      <p class="slot-title">
        {titleOf(slot, library)[lens.lang]}
        <span class="quiet"> ({words.copyChanged(Object.keys(slot.overrides).length)})</span>
      </p>
    );
  }
  return (
    <select class="slot-title" aria-label={words.scenarioSlot(letterOf(place))} value={slot.base} onChange={(event) => choose(event.currentTarget.value)}>
      {library.scenarios.map(({ id, title }) => (
        <option key={id} value={id}>
          {title[lens.lang]}
        </option>
      ))}
    </select>
  );
}

function SlotCard({ onCopied, count, ...props }: SlotProps) {
  const { slot, place, store, library, words } = props;
  const { scenarios, territory, unknowns } = store.document.value;
  const letter = letterOf(place);
  const copy = () => {
    store.change({ scenarios: [...scenarios, { base: slot.base, overrides: { ...slot.overrides } }] });
    onCopied(scenarios.length);
  };
  const save = () => {
    const { id, text } = scenarioText(slot, place, library, { territory, unknowns });
    download(`${id}.json`, 'application/json', text);
  };
  const remove = () => store.change({ scenarios: scenarios.filter((_, i) => i !== place) });
  return (
    <li class="slot">
      <div class="slot-head">
        <span class={`letter-badge s${place}`}>{letter}</span>
        <Choose {...props} />
      </div>
      {place === 0 && <p class="quiet">{words.reference}</p>}
      <Story {...props} />
      <div class="slot-actions">
        {count < MOST_SCENARIOS && (
          <button type="button" class="small" aria-label={words.copyScenarioLong(letter)} onClick={copy}>
            {words.copyScenario}
          </button>
        )}
        <button type="button" class="small" aria-label={words.saveScenarioLong(letter)} onClick={save}>
          {words.saveScenario}
        </button>
        {count > 2 && place > 0 && (
          <button type="button" class="small" aria-label={words.removeScenarioLong(letter)} onClick={remove}>
            {words.removeScenario}
          </button>
        )}
      </div>
      {slot.overrides && <OpenLevers {...props} />}
    </li>
  );
}

function OpenLevers(props: Omit<SlotProps, 'count' | 'onCopied'>) {
  return (
    <details class="lever-box" open>
      <summary id={`levers-title-${letterOf(props.place)}`}>{props.words.leversOf(letterOf(props.place))}</summary>
      <Levers {...props} />
    </details>
  );
}

/** The rule books compared: the first is the reference, copies carry their levers. */
export function Tray({ store, library, words }: TrayProps) {
  const { scenarios } = store.document.value;
  const [copied, setCopied] = useState<number | null>(null);
  const focusCopy = (node: HTMLElement | null) => {
    if (!node || copied === null) return;
    node.querySelector<HTMLElement>(`#levers-title-${letterOf(copied)}`)?.focus();
    setCopied(null);
  };
  const add = () =>
    store.change({
      scenarios: [...scenarios, { base: library.scenarios.find(({ id }) => !scenarios.some(({ base }) => base === id))?.id ?? scenarios[0]!.base }],
    });
  return (
    <section class="panel" aria-labelledby="tray-title" ref={focusCopy}>
      <h2 id="tray-title">{words.tray}</h2>
      <p class="quiet">{words.trayHelp}</p>
      <ol class="slots">
        {scenarios.map((slot, place) => (
          <SlotCard
            key={`${place}${slot.base}`}
            slot={slot}
            place={place}
            count={scenarios.length}
            store={store}
            library={library}
            words={words}
            onCopied={setCopied}
          />
        ))}
      </ol>
      <div class="slot-actions">
        {scenarios.length < MOST_SCENARIOS && (
          <button type="button" onClick={add}>
            {words.addScenario}
          </button>
        )}
        <OpenFile store={store} library={library} words={words} />
      </div>
      <p class="quiet">{words.saveScenarioHelp}</p>
    </section>
  );
}
