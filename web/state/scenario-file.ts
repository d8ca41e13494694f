import type { Parameter, Rules, Text } from '../../src/engine/index.ts';
import { readScenario, resolveScenario, type Scenario } from '../../src/io/scenario.ts';
import { slug } from '../../src/io/slug.ts';
import { dictionaries } from '../i18n/index.ts';
import { bundles, type Step, stepsOf } from './changes.ts';
import { type Document, letterOf, type Slot } from './document.ts';
import type { Library } from './library.ts';
import { rulesOf, titleOf } from './planned.ts';

/** A scenario after the scenarios it starts from, the first base first. */
export function lineage(id: string, library: Library): Scenario[] {
  const found = library.scenarios.find((scenario) => scenario.id === id);
  if (!found) return [];
  return found.base === undefined ? [found] : [...lineage(found.base, library), found];
}

const both = (of: (lang: 'fr' | 'en') => string): Text => ({ fr: of('fr'), en: of('en') });

/** A value as a file writes it. */
const plain = ({ kind, choices }: Parameter, value: number): number | boolean | string =>
  kind === 'boolean' ? value === 1 : kind === 'choice' ? (choices?.[value]?.id ?? value) : value;

const valuesOf = ({ moves }: Step) => Object.fromEntries(moves.map(({ id, parameter, after }) => [id, plain(parameter, after)]));

/** Why something changes at a month: what the authors say of it, and that levers were moved by hand where they were. */
function reasonsOf(slot: Slot, line: readonly Scenario[]): (at: number) => Text {
  const moved = Object.keys(slot.overrides ?? {}).length > 0;
  const given = (at: number) => line.flatMap(({ timeline }) => timeline.filter((change) => change.at === at).map(({ because }) => because));
  return (at) =>
    both((lang) => {
      const reasons = given(at).map((because) => because[lang]);
      return [...reasons, ...(moved || reasons.length === 0 ? [dictionaries[lang].fileBecause] : [])].join(' ');
    });
}

/** Where and how a rule book is played, as far as its file says it. */
type Played = Pick<Document, 'territory' | 'unknowns'>;

function textOf(slot: Slot, id: string, rules: Rules, library: Library, { territory, unknowns }: Played, closed: typeof bundles): string {
  const line = lineage(slot.base, library);
  const published = line.at(-1)!;
  const because = reasonsOf(slot, line);
  const steps = stepsOf(rules, closed);
  const starts = Object.keys(rules.set).length > 0;
  const [first, dated] = [steps.slice(0, starts ? 1 : 0), steps.slice(starts ? 1 : 0)];
  const set = Object.fromEntries(first.flatMap((step) => Object.entries(valuesOf(step)).map(([name, value]) => [name, { value, because: because(0) }])));
  const file = {
    schema: 'parcours/scenario@1',
    id,
    title: titleOf(slot, library),
    question: published.question,
    story: slot.overrides ? both((lang) => dictionaries[lang].fileStory(published.title[lang], published.story[lang])) : published.story,
    territory,
    ...(unknowns && { posterior: library.posteriorOf(territory) }),
    ...(starts && { set }),
    ...(dated.length > 0 && {
      timeline: dated.map((step) => ({
        at: step.at,
        ...(step.until !== undefined && { until: step.until }),
        ...(step.over !== undefined && { over: step.over }),
        set: valuesOf(step),
        because: because(step.at),
      })),
    }),
    ...(rules.off.length > 0 && { switches: Object.fromEntries(rules.off.map((key) => [key, false])) }),
  };
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Whether a text, read as the command line reads it, comes to these rules. */
function comesTo(text: string, rules: Rules): boolean {
  const read = readScenario(text, 'page');
  const resolved = read.ok ? resolveScenario(read.value, () => undefined) : read;
  return resolved.ok && JSON.stringify(resolved.value) === JSON.stringify(rules);
}

export interface ScenarioText {
  readonly id: string;
  readonly text: string;
}

/**
 * A rule book of the tray as a scenario file that stands alone: no base, every value that differs from the model's default.
 * Bundles are written by their name, unless opening them again would not give the same rules.
 */
export function scenarioText(slot: Slot, place: number, library: Library, played: Played): ScenarioText {
  const rules = rulesOf(slot, library);
  const id = slug(`${slot.base}-${letterOf(place)}`);
  const write = (closed: typeof bundles) => textOf(slot, id, rules, library, played, closed);
  const text = write(bundles);
  return { id, text: comesTo(text, rules) ? text : write([]) };
}
