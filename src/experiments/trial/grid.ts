import type { Territory } from '../../engine/index.ts';

/** A territory cut into equal zones, each too far from the others for work or services: a labour market of its own. */
export function cutInZones(territory: Territory, zones: number): Territory {
  const ids = Array.from({ length: zones }, (_, n) => `market-${n + 1}`);
  const minutes = (n: number) => Object.fromEntries(ids.slice(0, n).map((id) => [id, FAR]));
  return {
    ...territory,
    id: `${territory.id}-${zones}`,
    zones: ids.map((id, n) => ({ id, label: { fr: `Marché ${n + 1}`, en: `Market ${n + 1}` }, share: 1 / zones, ...(n === 0 ? {} : { minutes: minutes(n) }) })),
  };
}
/** Minutes of travel: a search that loses half of itself every twenty minutes or so does not reach so far. */
const FAR = 900;
