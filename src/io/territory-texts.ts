const files = import.meta.glob<string>('../../scenarios/territories/*.json', { eager: true, query: '?raw', import: 'default' });

/** The texts of the territory files by id. Large: loaded by `catalogue.ts` when a territory is asked for. */
export const territoryTexts: ReadonlyMap<string, string> = new Map(
  Object.entries(files).map(([path, text]) => [path.slice(path.lastIndexOf('/') + 1, -'.json'.length), text] as const),
);
