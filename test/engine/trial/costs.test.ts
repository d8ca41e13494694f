import { expect, test } from 'vitest';
import { simulate, type Trial } from '../../../src/engine/index.ts';
import { DEPARTEMENT, LINES, REPAIR, STATE } from '../../../src/engine/world/funders.ts';
import { FUNDERS_OF_CONTRACTS } from '../../../src/engine/world/structures.ts';
import { header } from '../../../src/engine/world/world.ts';
import { requestOf, rulesOf, sum } from '../worlds.ts';

const none = { set: {}, unit: 'person', share: 0 } as const;
const keys = ['benefit', 'support-cost', 'operator-price', 'place-subsidy', 'scheme-cost', 'repair-cost'] as const;
const months = 12;

/** Euros over the run: told person by person of everyone, and in the books. */
function both(): Record<(typeof keys)[number], readonly [people: number, books: number]> {
  const books = Object.fromEntries(keys.map((key) => [key, 0])) as Record<(typeof keys)[number], number>;
  let scale = 1;
  const trial = { unit: 'person', who: {}, enrol: months, months, groups: [{ share: 1 }], track: keys, strata: [], services: [] } as const;
  const record = simulate(requestOf({ rules: rulesOf({ set: { 'outsourcing.share': 40 } }), population: 1_500, months, arms: [none], trial }), {
    onMonth({ world: { head, structures: s, enterprises: e, schemes, funders: f, counts }, month }) {
      if (month.now < 0) return;
      scale = head[header.scale]!;
      books.benefit += head[header.benefitsPaid]!;
      books['place-subsidy'] += sum(e.received);
      books['scheme-cost'] += sum(schemes.paid);
      books['repair-cost'] += f.spent[DEPARTEMENT * LINES + REPAIR]! + f.spent[STATE * LINES + REPAIR]!;
      for (let j = 0; j < counts.structures; j++)
        if (s.perHead[j]! + s.perResult[j]! > 0) books['operator-price'] += s.received[j * FUNDERS_OF_CONTRACTS + STATE]!;
        else if (s.caseload[j]! > 0) books['support-cost'] += s.wages[j]!;
    },
  }).trial!;
  return Object.fromEntries(keys.map((key) => [key, [sum(record.tracks[key]!) * scale, books[key] / 100]])) as unknown as ReturnType<typeof both>;
}

/** How far from one the two may be: what is left out of each person’s figure, in its own words. */
const apart = {
  benefit: 1e-6,
  'scheme-cost': 1e-6,
  'repair-cost': 0.02, // needs are counted early in the month, people at its end
  'support-cost': 0.06, // services whose people have all left since hours were cut
  'operator-price': 0.2, // untrue results, and shared credit
  'place-subsidy': 0.12, // places left during the month
} as const;

const found = both();

test.each(keys)('%s, told person by person, is what the books pay', (key) => {
  const [people, books] = found[key];
  expect(books).toBeGreaterThan(0);
  expect(Math.abs(people / books - 1)).toBeLessThan(apart[key]);
});

/** A trial in which everyone goes, once, to a service paid by the person. */
test('a person taken on is paid for once, and costs no wages then', () => {
  const trial: Trial = {
    unit: 'person',
    who: { status: 'OWA' },
    enrol: 1,
    months,
    groups: [{ share: 1, service: 0 }],
    track: ['operator-price', 'support-cost'],
    strata: [],
    services: [{ body: 5, filesPerWorker: 40, edits: { 'per-head': { set: 500 }, 'per-result': { set: 0 } } }],
  };
  const record = simulate(requestOf({ population: 1_000, months, arms: [none], trial })).trial!;
  const rows = Array.from(record.members.ids.keys()).filter((k) => record.served[k] === 1);
  const yearOf = (key: string, k: number) => record.tracks[key]!.subarray(k * months, (k + 1) * months);
  const paid = rows.map((k) => yearOf('operator-price', k).filter((price) => price > 0));
  expect(rows.length).toBeGreaterThan(200);
  // A handful are then passed on to another operator, at its own price.
  expect(paid.every((prices) => prices.length === 0 || prices[0] === 500)).toBe(true);
  expect(paid.filter((prices) => prices.length === 1).length / rows.length).toBeGreaterThan(0.9);
  const taken = rows.filter((k) => yearOf('operator-price', k)[0]! > 0);
  expect(sum(taken.map((k) => yearOf('support-cost', k)[0]!))).toBe(0);
});
