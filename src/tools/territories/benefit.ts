import type { Figure } from '../../engine/index.ts';
import { exp, log } from '../../engine/core/math.ts';
import { meanElsewhere, rootMeanSquare } from './estimate.ts';
import { type Fact, find } from './facts.ts';
import { estimated, sourcesOf } from './figure.ts';
import { type Departement, nationalOf, paidBy, payerOf, type Sources } from './sources.ts';

const target = 2025;
const observed = [2019, 2018];
const earlier = 2017;

/**
 * Minimum income paid, € per paid household and month, in 2025 amounts: yearly spending over the mean of two year ends, carried by the
 * base amount. The error is that of carrying 2017 to 2019 in every département, grown as a random walk over the years to 2025.
 * Left out: what changed since in the make-up of households. Without published spending or households, the mean of the other payers,
 * times the local share of the base amount that the law sets (half in Mayotte).
 */
export function benefit(sources: Sources): (departement: Departement) => Figure {
  const payers = [...new Set(sources.departements.map(({ code }) => payerOf(code)))];
  const known = new Map(
    payers.flatMap((payer) => {
      const mean = latestMean(sources, payer);
      return mean ? [[payer, mean] as const] : [];
    }),
  );
  const drift = yearlyDrift(sources, payers);
  return ({ code }) => {
    const own = known.get(payerOf(code));
    return own ? carried(sources, own, drift) : borrowed(sources, code, [...known.values()], drift);
  };
}

interface Mean {
  readonly value: number;
  readonly year: number;
  readonly facts: readonly Fact[];
}

function carried(sources: Sources, mean: Mean, drift: number): Figure {
  const factor = exp(drift * Math.sqrt(target - mean.year));
  return estimated({ value: mean.value * growth(sources, mean.year), factor }, givenBy([...mean.facts, baseAmount(sources, target)]));
}

function borrowed(sources: Sources, code: string, means: readonly Mean[], drift: number): Figure {
  const elsewhere = meanElsewhere(means.map(({ value, year }) => value * growth(sources, year)));
  const legal = find(sources.minimumIncome, code, 'base_amount_share');
  const spread = log(elsewhere.factor);
  const walked = drift * Math.sqrt(target - observed[0]!);
  const facts = [...(legal ? [legal] : []), ...means.flatMap((mean) => mean.facts), baseAmount(sources, target)];
  const estimate = { value: elsewhere.value * (legal?.value ?? 1), factor: exp(Math.sqrt(spread * spread + walked * walked)) };
  return estimated(estimate, givenBy(facts));
}

/** Mean benefit of a payer over a year, or nothing when spending or households are not published. */
function meanOver({ minimumIncome }: Sources, payer: string, year: number): Mean | undefined {
  const spend = find(minimumIncome, payer, 'rsa_allowance_spend', String(year));
  if (!spend) return undefined;
  const places = paidBy(payer);
  const stocks = places.flatMap((code) => [year - 1, year].flatMap((end) => find(minimumIncome, code, 'rsa_households', `${end}-12`) ?? []));
  if (stocks.length < 2 * places.length) return undefined;
  const households = stocks.reduce((sum, { value }) => sum + value, 0) / 2;
  return { value: (spend.value * 1e6) / households / 12, year, facts: [spend, ...stocks] };
}

function latestMean(sources: Sources, payer: string): Mean | undefined {
  for (const year of observed) {
    const mean = meanOver(sources, payer, year);
    if (mean) return mean;
  }
  return undefined;
}

/** Standard error of carrying a benefit by the base amount, per square root of a year, on logarithms. */
function yearlyDrift(sources: Sources, payers: readonly string[]): number {
  const misses = payers.flatMap((payer) => {
    const [before, after] = [meanOver(sources, payer, earlier), meanOver(sources, payer, observed[0]!)];
    return before && after ? [log(after.value / before.value) - log(growth(sources, before.year) / growth(sources, after.year))] : [];
  });
  return rootMeanSquare(misses) / Math.sqrt(observed[0]! - earlier);
}

function growth(sources: Sources, year: number): number {
  return baseAmount(sources, target).value / baseAmount(sources, year).value;
}

function baseAmount(sources: Sources, year: number) {
  return nationalOf(sources, `base_amount_${year}`);
}

function givenBy(facts: readonly { readonly source: string }[]) {
  return { unit: 'EUR/household/month', year: String(target), source: sourcesOf(facts), decimals: 1 };
}
