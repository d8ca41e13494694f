import { modelVersion, type Text } from '../../src/engine/index.ts';
import { mostBytes, tooLarge } from '../../src/io/json.ts';
import { isPath, matchTerritory } from '../../src/io/names.ts';
import type { Problem } from '../../src/io/problem.ts';
import { visible } from '../../src/io/show.ts';
import { decodeAddress, encodeAddress } from './address.ts';
import { type Document, MOST_SCENARIOS, type Slot } from './document.ts';
import type { Library, Ruled } from './library.ts';
import { slotOf } from './origin.ts';
import { namesOf } from './store.ts';

/** Rules that were read and can be shown, and what of their file the page does not follow. */
export interface Found {
  readonly as: 'slot';
  readonly slot: Slot;
  readonly title: Text;
  readonly warnings: readonly Problem[];
  /** Territory and posterior that the file names, when they are not those of the page. */
  readonly territory?: string;
  readonly posterior?: string;
}

/** What came of a file that someone wants to open. Nothing here holds a sentence. */
export type Opening =
  | Found
  | { readonly as: 'problems'; readonly file: string; readonly problems: readonly Problem[] }
  | { readonly as: 'unshown'; readonly file: string; readonly why: 'dates' | 'mechanisms' | 'length'; readonly command: string }
  | { readonly as: 'unreadable'; readonly file: string }
  | { readonly as: 'full' };

/** A word of a command as shells read it, whatever it holds. */
const quoted = (word: string): string => (/^[\p{L}\p{N}_.][\p{L}\p{N}_.-]*$/u.test(word) ? word : `'./${word.replaceAll("'", "'\\''")}'`);

/** The territory a file names, by its id when it comes with the product. */
const territoryIn = ({ territory }: Ruled, { territories }: Library): string | undefined =>
  territory === undefined || isPath(territory) ? territory : (matchTerritory(territory, territories)?.id ?? territory);

/** The command that plays a file against the reference, in the territory it names or else in the page's. */
function commandFor(name: string, scenario: Ruled, { territory }: Document, library: Library): string {
  const place = territoryIn(scenario, library) ?? territory;
  return `npx parcours compare ${library.scenarios[0]!.id} ${quoted(name)}${isPath(place) ? '' : ` --territory ${place}`}`;
}

const isHeld = (document: Document, library: Library): boolean => decodeAddress(encodeAddress(document, modelVersion), namesOf(library)).notices.length === 0;

function whyNot({ rules }: Ruled, slot: Slot | undefined, { scenarios }: Library): 'dates' | 'mechanisms' | 'length' {
  if (slot) return 'length';
  return scenarios.some((one) => JSON.stringify(one.rules.off) === JSON.stringify(rules.off)) ? 'dates' : 'mechanisms';
}

/** What the file asks for and the page, which has one territory and one posterior for the whole tray, does not follow. */
function unfollowed(scenario: Ruled, { territory, unknowns }: Document, library: Library): Pick<Found, 'territory' | 'posterior'> {
  const own = territoryIn(scenario, library);
  const drawn = unknowns ? library.posteriorOf(territory) : undefined;
  const { posterior } = scenario;
  return {
    ...(own !== undefined && own !== territory && { territory: own }),
    ...(posterior !== undefined && posterior !== drawn && { posterior }),
  };
}

/** What comes of the bytes of a file, in a tray that has room. */
function openBytes(bytes: Uint8Array, file: string, document: Document, library: Library): Opening {
  const read = library.readScenario(bytes, file);
  if (!read.ok) return { as: 'problems', file, problems: read.problems };
  const scenario = read.value;
  const slot = slotOf(scenario, library);
  if (slot && isHeld({ ...document, scenarios: [...document.scenarios, slot] }, library)) {
    return { as: 'slot', slot, title: scenario.title, warnings: read.warnings, ...unfollowed(scenario, document, library) };
  }
  return { as: 'unshown', file, why: whyNot(scenario, slot, library), command: commandFor(file, scenario, document, library) };
}

/**
 * What comes of a file: rules that a slot of the tray can hold, or why it is not so. A file over 1 MiB is not read.
 * `current` gives the document once the file is there. Never rejects.
 */
export async function openFile(file: File, current: () => Document, library: Library): Promise<Opening> {
  const name = visible(file.name);
  if (file.size > mostBytes) return { as: 'problems', file: name, problems: [tooLarge(name, file.size)] };
  const bytes = await file.arrayBuffer().catch(() => undefined);
  if (!bytes) return { as: 'unreadable', file: name };
  const document = current();
  return document.scenarios.length < MOST_SCENARIOS ? openBytes(new Uint8Array(bytes), name, document, library) : { as: 'full' };
}
