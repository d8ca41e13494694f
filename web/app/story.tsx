import type { Dictionary } from '../i18n/index.ts';
import { say, sayBare } from '../parts/lever-words.ts';
import { type Step, stepsOf } from '../state/changes.ts';
import type { Slot } from '../state/document.ts';
import type { Library } from '../state/library.ts';
import { rulesOf } from '../state/planned.ts';
import { lineage } from '../state/scenario-file.ts';
import type { Store } from '../state/store.ts';

interface StoryProps {
  readonly slot: Slot;
  readonly store: Store;
  readonly library: Library;
  readonly words: Dictionary;
}

interface Dated {
  readonly at: number;
  readonly until?: number | undefined;
  readonly over?: number | undefined;
}

/** When a change takes place, and whether the run ends before. */
export function whenOf({ at, until, over = 1 }: Dated, months: number, words: Dictionary): string {
  const start = until !== undefined ? words.fromTo(String(at), String(until)) : at === 0 ? words.fromStart : words.fromMonth(String(at));
  const when = over > 1 ? words.spread(start, String(over)) : start;
  return at >= months ? words.pastEnd(when) : when;
}

/** Every lever moved, from where to where, and when. */
function Moves({ steps, store, words }: { readonly steps: readonly Step[]; readonly store: Store; readonly words: Dictionary }) {
  const { lens, months } = store.document.value;
  const moves = steps.flatMap((step) => step.moves.map((move) => ({ ...move, when: whenOf(step, months, words) })));
  if (moves.length === 0) return <p class="moves">{words.noMove}</p>;
  return (
    <>
      <p>
        <strong>{words.moves}</strong>
      </p>
      <ul class="moves">
        {moves.map(({ id, parameter, before, after, when }) => (
          <li key={`${when}${id}`}>
            {words.moveOf(parameter.label[lens.lang], sayBare(parameter, before, lens.lang, words), say(parameter, after, lens.lang, words))}
            <span class="quiet"> ({when.charAt(0).toLowerCase() + when.slice(1)})</span>
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a rule book changes, with the story and the reasons its authors give, those of the scenarios it starts from included. */
export function Story({ slot, store, library, words }: StoryProps) {
  const { lens, months } = store.document.value;
  const line = lineage(slot.base, library);
  const reasons = line.flatMap(({ timeline }) => timeline).sort((a, b) => a.at - b.at);
  return (
    <details>
      <summary>{words.changesOf}</summary>
      <p>{line.at(-1)?.story[lens.lang]}</p>
      <Moves steps={stepsOf(rulesOf(slot, library))} store={store} words={words} />
      <ul class="reasons">
        {reasons.map((change) => (
          <li key={change.because.en}>
            <strong>{whenOf(change, months, words)}.</strong> {change.because[lens.lang]}
          </li>
        ))}
      </ul>
    </details>
  );
}
