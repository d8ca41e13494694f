import { mechanisms, type Phase, phases, wholeMonth } from '../../engine/index.ts';
import type { Lang } from '../../io/format.ts';
import { blocks, code, tableOf } from './markdown.ts';
import type { Prose } from './prose.ts';
import { partWords, phaseWords } from './vocabulary.ts';
import { words } from './words.ts';

const idOf = new Map(mechanisms.map(({ key, id, label }) => [key, { id, label }]));

/** Who acts in each phase, in order: mechanisms by id, parts beneath them by what they do. The list that runs. */
function actors(lang: Lang): ReadonlyMap<Phase, readonly string[]> {
  const byPhase = new Map<Phase, string[]>();
  for (const { phase, mechanism, part } of wholeMonth()) {
    const known = mechanism === undefined ? undefined : idOf.get(mechanism);
    const name = known ? `${known.id} ${known.label[lang]}` : (partWords[part ?? '']?.[lang] ?? part ?? '');
    byPhase.set(phase, [...(byPhase.get(phase) ?? []), name]);
  }
  return byPhase;
}

export const phaseName = (phase: string, lang: Lang): string => phaseWords[phase]?.name[lang] ?? phase;

/** The seventeen phases, what happens in each and who acts. */
export function process(prose: Prose, lang: Lang): string {
  const acting = actors(lang);
  const idle = (phase: Phase): string => (phase === 'observation' ? words.reading[lang] : words.nobody[lang]);
  const rows = phases.map((phase, i) => [
    String(i + 1),
    `${phaseName(phase, lang)} (${code(phase)})`,
    phaseWords[phase]?.does[lang] ?? '',
    acting.get(phase)?.join(' → ') ?? idle(phase),
  ]);
  return blocks(prose.scheduling, tableOf(['#', words.phase[lang], words.does[lang], words.who[lang]], rows));
}
