import type { Catalogue } from './known.ts';

export type Values = Readonly<Record<string, number>>;

/**
 * Opens bundles into the details they set. Among values given together, a detail given by name wins over the bundle that also sets it.
 * Several bundles that set the same detail open in the order of the levers' list.
 */
export function openBundles(given: Values, { levers }: Catalogue): Values {
  const opened: Record<string, number> = {};
  const details: Record<string, number> = { ...given };
  for (const { id, bundle } of levers) {
    if (!bundle || !Object.hasOwn(given, id)) continue;
    const level = bundle.find(({ value }) => value === given[id]);
    if (!level) throw new RangeError(`"${id}" has no level ${given[id]}: check values before opening bundles.`);
    Object.assign(opened, level.sets);
    delete details[id];
  }
  return { ...opened, ...details };
}
