import type { RunRequest, Territory } from '../engine/index.ts';
import { averageTerritory, type LevelReading } from '../experiments/levels.ts';
import { loadTerritory, territoryIndex } from '../io/catalogue.ts';
import { formatNumber, type Lang } from '../io/format.ts';

const REPLICATIONS = 10;
const asked = { rules: { set: {}, timeline: [], off: [] }, population: 5_000, months: 120, seed: 'parcours' } as const;

/** The runs that the level table of README.md is read on: the status quo in the average département. */
export async function levelRequests(): Promise<RunRequest[]> {
  const all = await Promise.all(territoryIndex.map(async ({ id }) => (await loadTerritory(id)) as Territory));
  const territory = averageTerritory(all);
  return Array.from({ length: REPLICATIONS }, (_, replication) => ({ ...asked, territory, replication }));
}

const titles: Readonly<Record<Lang, readonly string[]>> = {
  fr: ['Niveau', 'Publié', 'Modèle [IC à 95 %]', 'Écart', 'Source'],
  en: ['Level', 'Published', 'Model [95% CI]', 'Gap', 'Source'],
};
const between: Readonly<Record<Lang, string>> = { fr: '\u00a0; ', en: ', ' };

/** The table "level, published, model, gap" in Markdown, in %. */
export function levelTable(readings: readonly LevelReading[], lang: Lang): string {
  const one = (value: number) => formatNumber(value, lang, 1);
  const row = ({ level, model, gap }: LevelReading) => {
    const published = formatNumber(level.published, lang, Number.isInteger(level.published) ? 0 : 1);
    const interval = model.low === null ? '' : ` [${one(model.low)}${between[lang]}${one(model.high!)}]`;
    return [level.label[lang], published, `${one(model.mean)}${interval}`, formatNumber(gap, lang, 1, { signed: true }), level.source];
  };
  const rows = [titles[lang], ['---', '--:', '--:', '--:', '---'], ...readings.map(row)];
  return rows.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** A place for a table: nothing but the table stands in it, so that a lost mark never swallows the text that follows. */
const place = (lang: Lang) => new RegExp(`(<!-- levels ${lang} -->\\n)(?:(?!<!--)[\\s\\S])*(<!-- /levels -->)`);

/** README.md with its level tables rewritten. Throws when a place for one is missing. */
export function withLevels(readme: string, readings: readonly LevelReading[]): string {
  return (['fr', 'en'] as const).reduce((text, lang) => {
    if (!place(lang).test(text)) throw new Error(`README.md has no place for the table: <!-- levels ${lang} --> … <!-- /levels -->.`);
    return text.replace(place(lang), (_, before: string, after: string) => `${before}\n${levelTable(readings, lang)}\n\n${after}`);
  }, readme);
}
