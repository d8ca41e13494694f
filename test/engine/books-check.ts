import { type Context, tally } from '../../src/engine/context.ts';
import { BENEFITS, FUNDERS, INSERTION, LINES, POT } from '../../src/engine/world/funders.ts';
import { ENTERPRISES } from '../../src/engine/world/enterprises.ts';
import { SCHEMES } from '../../src/engine/world/schemes.ts';
import { SOLUTIONS } from '../../src/engine/world/people.ts';
import { statuses, VACANT } from '../../src/engine/world/status.ts';
import { FUNDERS_OF_CONTRACTS, USES } from '../../src/engine/world/structures.ts';
import { WAGE_HOURS } from '../../src/engine/world/organise.ts';
import { cloneWorld, header, type World } from '../../src/engine/world/world.ts';

/** What does not add up in a month that has just closed, in words; nothing when all is kept. `before` is the world as the month opened. */
export function faultsOf(context: Context, before: World): string[] {
  return [
    ...funderFaults(context),
    ...structureFaults(context, before),
    ...peopleFaults(context, before),
    ...placeFaults(context, before),
    ...numberFaults(context),
  ];
}

const equal = (name: string, a: number, b: number): string[] => (a === b ? [] : [`${name}: ${a} is not ${b}`]);

/** Identities of funders, to the cent: what comes in goes out, is saved, or repays; transfers given are transfers received; benefits have one payer and one bearer. */
function funderFaults({ world }: Context): string[] {
  const { funders: f, head } = world;
  const out: string[] = [];
  let given = 0;
  let received = 0;
  for (let k = 0; k < FUNDERS; k++) {
    let spent = 0;
    for (let l = 0; l < LINES; l++) spent += f.spent[k * LINES + l]!;
    const kept = f.reserve[k]! - f.openingReserve[k]! - (f.debt[k]! - f.openingDebt[k]!);
    out.push(...equal(`funder ${k}: income and transfers against spending and savings`, f.income[k]! + f.transfersIn[k]!, spent + f.transfersOut[k]! + kept));
    if (f.reserve[k]! < 0 || f.debt[k]! < 0) out.push(`funder ${k}: reserve ${f.reserve[k]}, debt ${f.debt[k]}`);
    given += f.transfersOut[k]!;
    received += f.transfersIn[k]!;
  }
  out.push(...equal('transfers', given, received));
  const payer = head[header.benefitPayer]!;
  const bearer = head[header.benefitBearer]!;
  const benefits = f.spent[payer * LINES + BENEFITS]!;
  out.push(...equal('benefits paid', benefits, head[header.benefitsPaid]!));
  if (payer !== bearer) out.push(...equal('who pays is refunded what it paid', f.transfersIn[payer]!, benefits));
  if (head[header.refunded]! < 0 || head[header.refunded]! > benefits * (1 + 1e-9) + f.transfersIn[bearer]!)
    out.push(`refunded ${head[header.refunded]} of ${benefits}`);
  let pooled = 0;
  for (let k = 0; k < POT; k++) pooled += f.pooled[k]!;
  out.push(...equal('the pot receives what members owe it', f.transfersIn[POT]!, pooled));
  if (payer !== bearer && f.transfersOut[bearer]! < benefits) out.push(`funder ${bearer} bears ${benefits} of benefits and pays ${f.transfersOut[bearer]}`);
  return out;
}

/** Contracts paid are contracts received; the cash of each structure; its minutes. */
function structureFaults({ world }: Context, before: World): string[] {
  const { structures: s, funders: f, counts } = world;
  const old = before.structures;
  const out: string[] = [];
  const received = new Float64Array(FUNDERS_OF_CONTRACTS);
  let fromPot = 0;
  let takenOver = 0;
  const owed = new Float64Array(FUNDERS_OF_CONTRACTS);
  const settled = new Float64Array(FUNDERS_OF_CONTRACTS);
  for (let j = 0; j < counts.structures; j++) {
    let receipts = s.fromPot[j]! + s.takenOver[j]!;
    takenOver += s.takenOver[j]!;
    fromPot += s.fromPot[j]!;
    for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) {
      receipts += s.received[j * FUNDERS_OF_CONTRACTS + k]!;
      const at = j * FUNDERS_OF_CONTRACTS + k;
      received[k]! += s.received[at]!;
      owed[k]! += s.arrears[at]! - old.arrears[at]! - s.accrued[at]! + s.settled[at]!;
      settled[k]! += s.settled[at]!;
      for (const sum of [s.contract[at]!, s.arrears[at]!]) if (!Number.isInteger(sum) || sum < 0) out.push(`structure ${j}: ${sum} cents of funder ${k}`);
    }
    out.push(...equal(`structure ${j}: cash`, old.cash[j]! - old.debt[j]! + receipts, s.wages[j]! + s.cash[j]! - s.debt[j]!));
    if (s.cash[j]! < 0 || s.debt[j]! < 0) out.push(`structure ${j}: cash ${s.cash[j]}, debt ${s.debt[j]}`);
    let minutes = 0;
    for (let u = 0; u < USES; u++) {
      const use = s.minutes[j * USES + u]!;
      minutes += use;
      if (!Number.isInteger(use) || use < 0) out.push(`structure ${j}: ${use} minutes of use ${u}`);
    }
    out.push(...equal(`structure ${j}: minutes`, minutes, Math.round(old.workers[j]! * WAGE_HOURS * 60)));
    if (!Number.isInteger(s.workers[j]!) || s.workers[j]! < 0) out.push(`structure ${j}: ${s.workers[j]} workers`);
  }
  const toStructures = received.slice();
  fromPot += enterpriseFaults(world, before, received, out);
  for (let k = 0; k < FUNDERS_OF_CONTRACTS; k++) {
    out.push(...equal(`contracts of funder ${k}`, received[k]!, f.spent[k * LINES + INSERTION]!));
    out.push(...equal(`contracts paid and arrears settled by funder ${k}`, f.paidNow[k]! + f.settled[k]!, toStructures[k]!));
    out.push(...equal(`arrears settled by funder ${k}`, f.settled[k]!, settled[k]!));
    out.push(...equal(`arrears of funder ${k} beyond what was put off and settled`, owed[k]!, 0));
  }
  out.push(...equal('what structures take over from each other', takenOver, 0));
  out.push(...equal('what the pot gives back', fromPot, f.spent[POT * LINES + INSERTION]!));
  return [...out, ...closedFaults(world)];
}

/** A structure that closed holds nothing and nobody: no money, no post, no worker, no tie, no file. */
function closedFaults({ structures: s, ties, people, head, counts }: World): string[] {
  const out: string[] = [];
  for (let j = 0; j < counts.structures; j++) {
    if (!s.closed[j]) continue;
    const contract = s.contract.subarray(j * FUNDERS_OF_CONTRACTS, (j + 1) * FUNDERS_OF_CONTRACTS).reduce((a, b) => a + b, 0);
    if (s.workers[j]! + s.posts[j]! + s.cash[j]! + s.debt[j]! + contract !== 0) out.push(`structure ${j} is closed and holds something`);
    if (ties.partner.includes(j)) out.push(`structure ${j} is closed and tied`);
    for (let i = 0; i < head[header.rows]!; i++)
      if (people.status[i] !== VACANT && (people.lead[i] === j || people.sender[i] === j)) out.push(`structure ${j} is closed and holds row ${i}`);
  }
  return out;
}

/** The cash of each social enterprise; adds what it and funders’ schemes received to the receipts by funder, and returns what it had from the pot. */
function enterpriseFaults({ enterprises: e, schemes }: World, before: World, received: Float64Array, out: string[]): number {
  const old = before.enterprises;
  let fromPot = 0;
  for (let k = 0; k < ENTERPRISES; k++) {
    let receipts = e.fromPot[k]! + e.sales[k]! + e.lost[k]!;
    for (let x = 0; x < FUNDERS_OF_CONTRACTS; x++) {
      receipts += e.received[k * FUNDERS_OF_CONTRACTS + x]!;
      received[x]! += e.received[k * FUNDERS_OF_CONTRACTS + x]!;
    }
    out.push(...equal(`enterprise ${k}: cash`, old.cash[k]! - old.debt[k]! + receipts, e.wages[k]! + e.supervised[k]! + e.cash[k]! - e.debt[k]!));
    if (e.cash[k]! < 0 || e.debt[k]! < 0) out.push(`enterprise ${k}: cash ${e.cash[k]}, debt ${e.debt[k]}`);
    fromPot += e.fromPot[k]!;
  }
  for (let k = 0; k < SCHEMES; k++) received[schemes.funder[k]!]! += schemes.paid[k]!;
  return fromPot;
}

function tallyOf({ people, head }: World): { living: number; ids: number } {
  let living = 0;
  const ids = new Set<number>();
  for (let i = 0; i < head[header.rows]!; i++) {
    if (people.status[i] === VACANT) continue;
    living++;
    ids.add(people.id[i]!);
  }
  return { living, ids: ids.size };
}

/** One status each, entries less departures are the change of stock, no id twice, rows in use and free are all rows. */
function peopleFaults({ world, scratch }: Context, before: World): string[] {
  const { people, head, counts } = world;
  const out: string[] = [];
  const now = tallyOf(world);
  out.push(...equal('people', now.living, tallyOf(before).living + scratch.tally[tally.entries]! - scratch.tally[tally.goneForGood]!));
  out.push(...equal('ids', now.ids, now.living));
  out.push(...equal('rows', now.living + head[header.freeCount]!, head[header.rows]!));
  let stocks = 0;
  for (let s = 0; s < statuses.length; s++) stocks += scratch.stock[s]!;
  out.push(...equal('stocks by status', stocks, now.living));
  for (let i = 0; i < head[header.rows]!; i++) {
    const status = people.status[i]!;
    if (status !== VACANT && status >= statuses.length) out.push(`row ${i} has status ${status}`);
    if (status === VACANT) continue;
    const lead = people.lead[i]!;
    const employed = people.employer[i]! < ENTERPRISES;
    if (employed !== (statuses[status]?.letter === 'I')) out.push(`row ${i}: ${statuses[status]?.letter} with employer ${people.employer[i]}`);
    const holds = ['W', 'A'].includes(statuses[status]?.letter ?? '');
    if (holds && lead >= counts.structures) out.push(`row ${i}: ${statuses[status]!.letter} with lead ${lead}`);
  }
  return out;
}

/** Solutions held never pass those that stood when they were given out, but for one person's weight. */
function placeFaults({ world }: Context, before: World): string[] {
  const out: string[] = [];
  for (let k = 0; k < world.counts.zones * SOLUTIONS; k++) {
    const over = world.zones.used[k]! - before.zones.places[k]!;
    if (over > world.head[header.scale]!) out.push(`solutions ${k}: ${world.zones.used[k]} used of ${before.zones.places[k]}`);
  }
  return out;
}

/** Everything in the buffer is a number; severities, traits and shares stay between 0 and 1. */
function numberFaults({ world }: Context): string[] {
  const out: string[] = [];
  for (const table of ['people', 'structures', 'ties', 'funders', 'zones', 'enterprises', 'schemes', 'programmes'] as const) {
    for (const [name, column] of Object.entries(world[table])) {
      const bad = Array.prototype.findIndex.call(column, (value: number) => !Number.isFinite(value));
      if (bad >= 0) out.push(`${table}.${name}[${bad}] is ${column[bad]}`);
    }
  }
  if (!world.head.every(Number.isFinite)) out.push('header');
  for (const name of ['needs', 'trust', 'distress', 'file'] as const)
    if (world.people[name].some((v) => v < 0 || v > 1)) out.push(`people.${name} leaves [0, 1]`);
  for (const name of ['trust', 'instituted', 'credibility'] as const) if (world.ties[name].some((v) => v < 0 || v > 1)) out.push(`ties.${name} leaves [0, 1]`);
  return out;
}

/** Collects the faults of every month of a run: what to give as `onMonth`. */
export function auditor(opening: World): { readonly faults: string[]; readonly onMonth: (context: Context) => void } {
  const faults: string[] = [];
  let before = cloneWorld(opening);
  return {
    faults,
    onMonth(context) {
      for (const fault of faultsOf(context, before)) faults.push(`month ${context.month.now}, ${fault}`);
      before = cloneWorld(context.world);
    },
  };
}
