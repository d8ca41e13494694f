import type { Figure } from '../../engine/index.ts';
import { meanElsewhere } from './estimate.ts';
import { type Fact, find, need } from './facts.ts';
import { estimated, published, round, sourcesOf } from './figure.ts';
import { type Departement, payerOf, type Sources } from './sources.ts';

/**
 * Share of the minimum income that the State compensates: 1 by law where the State pays, 1 − the published uncompensated share elsewhere,
 * an estimate from a published amount over the spending of 2019, or the mean of the published shares.
 */
export function compensation({ steering, minimumIncome }: Sources): (departement: Departement) => Figure {
  const shares = steering.filter(({ indicator }) => indicator === 'uncompensated_share');
  const elsewhere = meanElsewhere(shares.map(({ value }) => 1 - value / 100));
  const given = { unit: 'share', decimals: 3, atMost: 1 };
  return ({ code }) => {
    const state = find(steering, code, 'state_pays');
    if (state) return published(state, 'share', 3, 1, 'law');
    const share = find(steering, code, 'uncompensated_share');
    if (share) return { ...published(share, 'share'), value: round(1 - share.value / 100, 3) };
    const amount = find(steering, code, 'uncompensated_amount');
    if (!amount) return estimated(elsewhere, { ...given, year: span(shares), source: sourcesOf(shares) });
    const spend = need(minimumIncome, code, 'rsa_allowance_spend', '2019');
    const value = 1 - amount.value / spend.value;
    return estimated({ value, factor: elsewhere.factor }, { ...given, year: spend.year, source: sourcesOf([amount, spend]) });
  };
}

/** Insertion spending of the payer, aided contracts included, over the minimum income it pays. Staff is left out where the payer left it out. */
export function insertionShare({ departements, minimumIncome }: Sources): (departement: Departement) => Figure {
  const parts = (code: string): readonly Fact[] | undefined => {
    const payer = payerOf(code);
    const allowance = ['2019', '2018'].map((year) => find(minimumIncome, payer, 'rsa_allowance_spend', year)).find((fact) => fact);
    return (
      allowance && [
        allowance,
        ...['insertion_spend', 'aided_contract_spend'].flatMap((indicator) => find(minimumIncome, payer, indicator, allowance.year) ?? []),
      ]
    );
  };
  const known = departements.flatMap(({ code }) => [parts(code) ?? []].filter(({ length }) => length > 1));
  const elsewhere = meanElsewhere(known.map(shareOf));
  return ({ code }) => {
    const own = parts(code);
    if (!own) return estimated(elsewhere, { unit: 'share', year: '2019', source: sourcesOf(known.flat()), decimals: 3, atMost: 1 });
    return { value: round(shareOf(own), 3), unit: 'share', year: own[0]!.year, evidence: 'measured', source: sourcesOf(own) };
  };
}

function shareOf([allowance, ...spending]: readonly Fact[]): number {
  return spending.reduce((sum, { value }) => sum + value, 0) / allowance!.value;
}

function span(facts: readonly Fact[]): string {
  const years = facts.map(({ year }) => year).toSorted();
  return `${years[0]}-${years.at(-1)}`;
}
