import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { type Indicator, indicators, parameters, type Rules, type Territory } from '../engine/index.ts';
import { closedValues } from '../experiments/closed.ts';
import { estimate } from '../experiments/estimate.ts';
import { influences } from '../experiments/neutrality.ts';
import type { Estimate } from '../experiments/types.ts';
import { loadTerritory } from '../io/catalogue.ts';
import { createPool } from '../workers/pool.ts';
import { spawnNode } from '../workers/spawn.node.ts';
import { groundFile, policyFile } from './losing-files.ts';
import { type DrawsFile, drawsFile, type policies, rulesOf } from './neutrality-runs.ts';

/**
 * Looks for the ground on which each fashionable rule loses on what its advocates claim for it, one claim after the other: the assumed parameters that go with its effect
 * over the draws of `npm run neutrality`, put at their unfavourable ends, few at first and then more; each ground is confirmed on seeds the draws
 * never saw. What the loss does not need is then put back, so that the ground says as little as it can. Writes two scenarios for each rule that
 * loses: the ground, and the rule on that ground. To be run from the root of the repository, for all rules or for the one named.
 */
const claims: readonly { readonly policy: (typeof policies)[number]; readonly indicators: readonly string[] }[] = [
  { policy: 'five-missions', indicators: ['durable-jobs-hard', 'durable-jobs'] },
  { policy: 'joint-evaluation', indicators: ['durable-jobs'] },
  { policy: 'strict-conditionality', indicators: ['durable-jobs'] },
  { policy: 'support-first', indicators: ['needs'] },
  { policy: 'budget-shift', indicators: ['needs', 'durable-jobs'] },
  { policy: 'outsourcing-half', indicators: ['durable-jobs', 'durable-jobs-hard'] },
];
/** Fresh seed: none of its draws served the search. */
const asked = { population: 2_000, months: 96 } as const;
const SEED = 'losing';
/** Another one, on which a ground that was cut down must lose again: what is left was chosen on the first. */
const CONFIRMING = 'losing-again';
const REPLICATIONS = 30;
/** Where it is looked for: a département that stands near the middle, one where needs are many, and Brussels. */
const TERRITORIES = ['aude', 'seine-saint-denis', 'bruxelles-capitale'] as const;
const SIZES = [2, 4, 8, 16, 32] as const;

const { draws } = JSON.parse(readFileSync(drawsFile, 'utf8')) as DrawsFile;
const pool = createPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size: availableParallelism() });

const on = (rules: Rules, ground: Readonly<Record<string, number>>): Rules => ({ ...rules, set: { ...ground, ...rules.set } });

async function difference(policy: string, indicator: Indicator, ground: Readonly<Record<string, number>>, place: string, seed: string): Promise<Estimate> {
  const territory = (await loadTerritory(place)) as Territory;
  const books = [on(rulesOf('status-quo'), ground), on(rulesOf(policy), ground)];
  const requests = Array.from({ length: REPLICATIONS }, (_, replication) => books.map((rules) => ({ ...asked, seed, territory, replication, rules }))).flat();
  const closed = (await pool.run(requests)).map((run) => closedValues([indicator], [run])[indicator.id]![0]!);
  return estimate(
    Array.from({ length: REPLICATIONS }, (_, r) => closed[2 * r + 1]! - closed[2 * r]!),
    'paired-difference',
  );
}

/** The strongest parameters at the end that hurts the policy. */
function unfavourable(policy: string, indicator: Indicator, size: number): Record<string, number> {
  const found = influences(draws, policy, indicator).slice(0, size);
  return Object.fromEntries(found.map(({ parameter, correlation }) => [parameter, parameters.get(parameter)!.range[correlation > 0 ? 0 : 1]]));
}

/** Whether the policy does worse on a ground, interval included; nothing where it cannot be played. */
async function loses(
  policy: string,
  indicator: Indicator,
  ground: Readonly<Record<string, number>>,
  place: string,
  seed: string = SEED,
): Promise<boolean | undefined> {
  const found = await difference(policy, indicator, ground, place, seed).catch((reason: Error) => reason.message);
  if (typeof found === 'string') {
    console.log(`${policy}, ${place}, ${Object.keys(ground).length} parameters: ${found}`);
    return undefined;
  }
  const lost = indicator.better === 'down' ? found.low! > 0 : found.high! < 0;
  console.log(
    `${policy}, ${indicator.id}, ${place}, ${Object.keys(ground).length} parameters: ${found.mean.toFixed(2)} [${found.low!.toFixed(2)}, ${found.high!.toFixed(2)}]${lost ? ' loses' : ''}`,
  );
  return lost;
}

/** The same ground without the parameters, weakest first, that the loss can do without; the whole of it when the loss is not found again on another seed. */
async function pruned(
  policy: string,
  indicator: Indicator,
  ground: Readonly<Record<string, number>>,
  place: string,
): Promise<Readonly<Record<string, number>>> {
  let kept = Object.entries(ground);
  for (const one of [...kept].reverse()) {
    const without = kept.filter((other) => other !== one);
    if (without.length > 1 && (await loses(policy, indicator, Object.fromEntries(without), place))) kept = without;
  }
  const least = Object.fromEntries(kept);
  return (await loses(policy, indicator, least, place, CONFIRMING)) ? least : ground;
}

/** Writes the ground and the rule on it when one is found for this claim; nothing otherwise. */
async function search(policy: string, indicator: Indicator): Promise<boolean> {
  for (const place of TERRITORIES) {
    for (const size of SIZES) {
      const ground = unfavourable(policy, indicator, size);
      if (!(await loses(policy, indicator, ground, place))) continue;
      const least = size > SIZES[1] ? await pruned(policy, indicator, ground, place) : ground;
      for (const [name, text] of [groundFile(policy, least, place), policyFile(policy, indicator.id, indicator.better === 'down' ? 'up' : 'down', place)])
        writeFileSync(`scenarios/${name}.json`, text);
      return true;
    }
  }
  console.log(`${policy}: no ground found where it loses on ${indicator.id}.`);
  return false;
}

const only = process.argv[2];
for (const { policy, indicators: claimed } of claims) {
  if (only !== undefined && policy !== only) continue;
  for (const id of claimed) if (await search(policy, indicators.find((one) => one.id === id)!)) break;
}
pool.close();
