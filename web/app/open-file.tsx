import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { problemLine } from '../../src/io/i18n/index.ts';
import type { Problem } from '../../src/io/problem.ts';
import { shorten } from '../../src/io/show.ts';
import type { Dictionary } from '../i18n/index.ts';
import { letterOf, MOST_SCENARIOS } from '../state/document.ts';
import type { Library } from '../state/library.ts';
import { type Found, type Opening, openFile } from '../state/open-file.ts';
import { titleOf } from '../state/planned.ts';
import type { Store } from '../state/store.ts';

interface OpenFileProps {
  readonly store: Store;
  readonly library: Library;
  readonly words: Dictionary;
}

interface ToldProps<T> extends OpenFileProps {
  readonly opening: T;
}

function Problems({ problems, store, words }: Omit<OpenFileProps, 'library'> & { readonly problems: readonly Problem[] }) {
  const { lang } = store.document.value.lens;
  if (problems.length === 0) return null;
  return (
    <>
      <ul>
        {problems.map((problem) => (
          <li key={problemLine(problem, 'en')}>{problemLine(problem, lang)}</li>
        ))}
      </ul>
      {problems.some(({ code }) => code === 'unknown-scenario') && <p>{words.fileOwnBase}</p>}
    </>
  );
}

/** What the rules opened are in the tray, and what of their file is not followed. */
function Opened({ opening, ...props }: ToldProps<Found>) {
  const { store, library, words } = props;
  const { slot, title, warnings, territory, posterior } = opening;
  const { scenarios, lens, territory: ours } = store.document.value;
  const nameOf = (id: string) => library.territories.find((one) => one.id === id)?.label[lens.lang] ?? shorten(id);
  const moved = slot.overrides && words.copyChanged(Object.keys(slot.overrides).length);
  const { [lens.lang]: base } = titleOf({ base: slot.base }, library);
  return (
    <>
      <p>{words.fileOpened(letterOf(scenarios.indexOf(slot)), shorten(title[lens.lang]))}</p>
      <p>{moved ? words.fileIsCopy(base, moved) : words.fileIsBuiltIn(base)}</p>
      {territory !== undefined && <p>{words.fileTerritory(nameOf(territory), nameOf(ours))}</p>}
      {posterior !== undefined && <p>{words.filePosterior(shorten(posterior), words.unknowns)}</p>}
      <Problems problems={warnings} {...props} />
    </>
  );
}

const whyNot = { dates: 'fileDates', mechanisms: 'fileMechanisms', length: 'fileLength' } as const;

function Told({ opening, ...props }: ToldProps<Opening>) {
  const { words } = props;
  if (opening.as === 'slot') return <Opened opening={opening} {...props} />;
  if (opening.as === 'full') return <p>{words.fileFull(letterOf(MOST_SCENARIOS - 1))}</p>;
  if (opening.as === 'unreadable') return <p>{words.fileUnreadable(opening.file)}</p>;
  if (opening.as === 'problems') {
    return (
      <>
        <p>{words.fileProblems(opening.file, opening.problems.length)}</p>
        <Problems problems={opening.problems} {...props} />
      </>
    );
  }
  return (
    <>
      <p>{words[whyNot[opening.why]](opening.file)}</p>
      <p>{words.fileCommand}</p>
      <p>
        <code>{opening.command}</code>
      </p>
    </>
  );
}

/** A message about slots that have changed since would be wrong: it goes away with them. */
function holds(told: Opening | null, { document }: Store): told is Opening {
  const { scenarios } = document.value;
  if (told?.as === 'slot') return scenarios.includes(told.slot);
  return told !== null && (told.as !== 'full' || scenarios.length === MOST_SCENARIOS);
}

function Message({ onClose, words, children }: { readonly onClose: () => void; readonly words: Dictionary; readonly children: ComponentChildren }) {
  return (
    <div class="notice told">
      {children}
      <button type="button" class="small" onClick={onClose}>
        {words.close}
      </button>
    </div>
  );
}

/** Opens a scenario file as one more slot of the tray, and says what came of it without taking the focus. */
export function OpenFile({ store, library, words }: OpenFileProps) {
  const [told, tell] = useState<Opening | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const { scenarios } = store.document.value;
  const choose = () => (scenarios.length < MOST_SCENARIOS ? input.current?.click() : tell({ as: 'full' }));
  const open = async (chosen: HTMLInputElement) => {
    const [file] = chosen.files ?? [];
    if (!file) return;
    tell(null);
    const opening = await openFile(file, () => store.document.peek(), library);
    // The same file, put right, can then be chosen again.
    chosen.value = '';
    if (opening.as === 'slot') store.change({ scenarios: [...store.document.peek().scenarios, opening.slot] });
    tell(opening);
  };
  const close = () => {
    tell(null);
    button.current?.focus();
  };
  return (
    <>
      <button type="button" ref={button} onClick={choose}>
        {words.openFile}
      </button>
      <input type="file" accept=".json,application/json" hidden ref={input} onChange={(event) => open(event.currentTarget)} />
      <div class="told-place" aria-live="polite">
        {holds(told, store) && (
          <Message onClose={close} words={words}>
            <Told opening={told} store={store} library={library} words={words} />
          </Message>
        )}
      </div>
    </>
  );
}
