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
import { type Drawn, drawsFile, type policies, rulesOf } from './neutrality-runs.ts';

/**
 * Looks for the ground on which each fashionable rule loses on what its advocates claim for it: the assumed parameters that go with its effect
 * over the draws of `npm run neutrality`, put at their unfavourable ends, few at first and then more; each ground is confirmed on seeds the draws
 * never saw. What the loss does not need is then put back, so that the ground says as little as it can. Writes two scenarios for each rule that
 * loses: the ground, and the rule on that ground. To be run from the root of the repository.
 */
const claims: readonly { readonly policy: (typeof policies)[number]; readonly indicator: string }[] = [
  { policy: 'five-missions', indicator: 'durable-jobs-hard' },
  { policy: 'joint-evaluation', indicator: 'durable-jobs' },
  { policy: 'strict-conditionality', indicator: 'durable-jobs' },
  { policy: 'support-first', indicator: 'needs' },
  { policy: 'budget-shift', indicator: 'needs' },
  { policy: 'outsourcing-half', indicator: 'durable-jobs' },
];
/** Fresh seed: none of its draws served the search. */
const asked = { population: 2_000, months: 96, seed: 'losing' } as const;
const REPLICATIONS = 30;
const TERRITORY = 'aude';
const SIZES = [2, 4, 8, 16, 32] as const;

const draws = JSON.parse(readFileSync(drawsFile, 'utf8')) as readonly Drawn[];
const territory = (await loadTerritory(TERRITORY)) as Territory;
const pool = createPool({ spawn: () => spawnNode(new URL('./worker.js', import.meta.url)), size: availableParallelism() });

const on = (rules: Rules, ground: Readonly<Record<string, number>>): Rules => ({ ...rules, set: { ...ground, ...rules.set } });

async function difference(policy: string, indicator: Indicator, ground: Readonly<Record<string, number>>): Promise<Estimate> {
  const books = [on(rulesOf('status-quo'), ground), on(rulesOf(policy), ground)];
  const requests = Array.from({ length: REPLICATIONS }, (_, replication) => books.map((rules) => ({ ...asked, territory, replication, rules }))).flat();
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
async function loses(policy: string, indicator: Indicator, ground: Readonly<Record<string, number>>): Promise<boolean | undefined> {
  const found = await difference(policy, indicator, ground).catch((reason: Error) => reason.message);
  if (typeof found === 'string') {
    console.log(`${policy}, ${Object.keys(ground).length} parameters: ${found}`);
    return undefined;
  }
  const lost = indicator.better === 'down' ? found.low! > 0 : found.high! < 0;
  console.log(
    `${policy}, ${indicator.id}, ${Object.keys(ground).length} parameters: ${found.mean.toFixed(2)} [${found.low!.toFixed(2)}, ${found.high!.toFixed(2)}]${lost ? ' loses' : ''}`,
  );
  return lost;
}

/** The same ground without the parameters, weakest first, that the loss can do without. */
async function pruned(policy: string, indicator: Indicator, ground: Readonly<Record<string, number>>): Promise<Readonly<Record<string, number>>> {
  let kept = Object.entries(ground);
  for (const one of [...kept].reverse()) {
    const without = kept.filter((other) => other !== one);
    if (without.length > 1 && (await loses(policy, indicator, Object.fromEntries(without)))) kept = without;
  }
  return Object.fromEntries(kept);
}

for (const { policy, indicator: id } of claims) {
  const indicator = indicators.find((i) => i.id === id)!;
  let lost = false;
  for (const size of SIZES) {
    const ground = unfavourable(policy, indicator, size);
    lost = (await loses(policy, indicator, ground)) === true;
    if (!lost) continue;
    const least = size > SIZES[1] ? await pruned(policy, indicator, ground) : ground;
    for (const [name, text] of [groundFile(policy, least), policyFile(policy, id, indicator.better === 'down' ? 'up' : 'down')])
      writeFileSync(`scenarios/${name}.json`, text);
    break;
  }
  if (!lost) console.log(`${policy}: no ground found where it loses on ${id}.`);
}
pool.close();
