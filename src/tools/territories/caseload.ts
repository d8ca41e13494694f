import type { Figure } from '../../engine/index.ts';
import { exp, log } from '../../engine/core/math.ts';
import { type Fit, type Point, predict, regress } from './estimate.ts';
import { type Fact, find, need } from './facts.ts';
import { estimated, published, sourcesOf } from './figure.ts';
import { type Departement, metropolitan, type Sources } from './sources.ts';

const fitted = { count: '2019-12', unemployment: '2019Q4' };

export interface CaseloadFit extends Fit {
  readonly points: readonly Point[];
}

/**
 * Households paid the minimum income: the latest published count, or the latest published rate per 100 people aged 15 to 69.
 * Without either, an estimate from unemployment and poverty, in metropolitan France only. Throws overseas.
 */
export function paidHouseholds(sources: Sources, departement: Departement, model: CaseloadFit): Figure {
  const latest = sources.minimumIncome
    .filter(({ code, indicator }) => code === departement.code && ['rsa_households', 'rsa_rate_15_69'].includes(indicator))
    .toSorted((a, b) => (monthOf(a) < monthOf(b) ? -1 : 1))
    .at(-1);
  if (!latest) return estimatedHouseholds(sources, departement, model);
  if (latest.indicator === 'rsa_households') return published(latest, 'households');
  return published(latest, 'households', 0, need(sources.context, departement.code, 'population_15_69').value / 100);
}

/** Log-linear regression of paid households per 100 people aged 15 to 69 on unemployment and poverty, over metropolitan counts of one date. */
export function fitCaseload(sources: Sources): CaseloadFit {
  const points = sources.departements.filter(metropolitan).flatMap((departement) => {
    const count = find(sources.minimumIncome, departement.code, 'rsa_households', fitted.count);
    if (!count) return [];
    const people = need(sources.context, departement.code, 'population_15_69').value;
    return [{ id: departement.code, target: log((100 * count.value) / people), row: rowOf(sources, departement) }];
  });
  return { ...regress(points), points };
}

function estimatedHouseholds(sources: Sources, departement: Departement, model: CaseloadFit): Figure {
  if (!metropolitan(departement)) throw new Error(`No count for ${departement.id}: the estimate does not hold overseas.`);
  const people = need(sources.context, departement.code, 'population_15_69');
  const rate = exp(predict(model.coefficients, rowOf(sources, departement)));
  const facts = [need(sources.context, departement.code, 'unemployment', fitted.unemployment), need(sources.context, departement.code, 'poverty'), people];
  const given = { unit: 'households', year: fitted.unemployment.slice(0, 4), source: sourcesOf(facts), decimals: 0 };
  return estimated({ value: (rate * people.value) / 100, factor: exp(model.error) }, given);
}

function rowOf({ context }: Sources, { code }: Departement): readonly number[] {
  return [1, log(need(context, code, 'unemployment', fitted.unemployment).value), log(need(context, code, 'poverty').value)];
}

function monthOf({ code, year }: Fact): string {
  if (!/^\d{4}-\d{2}$/.test(year)) throw new Error(`${code}: "${year}" is not a month such as "2019-12".`);
  return year;
}
