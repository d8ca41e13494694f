import type { Figure, Territory } from '../../engine/index.ts';
import { aroundReference, type Estimate, meanOf, ratioElsewhere } from './estimate.ts';
import { type Fact, find, need } from './facts.ts';
import { estimated, published, round, sourcesOf } from './figure.ts';
import { type Departement, nationalOf, payerOf, type Sources } from './sources.ts';

type Bodies<T> = { readonly employmentService: T; readonly departement: T; readonly other: T };

/**
 * Share of oriented people led by each body: the latest published survey, whose two kinds of other body are added.
 * Where a département did not answer, the national shares, with the spread of those that did.
 */
export function leads(sources: Sources): (departement: Departement) => Territory['leads'] {
  const known = sources.departements.flatMap(({ code }) => splitOf(sources, code) ?? []);
  const missing = (body: keyof Bodies<number>, name: string): Figure => {
    const { value, year, source } = nationalOf(sources, name);
    const spread = aroundReference(
      value,
      known.map(({ shares }) => shares[body]),
    );
    return estimated(spread, { unit: 'share', year, source: sourcesOf([{ source }, ...known.map(({ fact }) => fact)]), decimals: 3, atMost: 1 });
  };
  const national = {
    employmentService: missing('employmentService', 'lead_employment_service'),
    departement: missing('departement', 'lead_departement'),
    other: missing('other', 'lead_other'),
  };
  return ({ code }) => {
    const own = splitOf(sources, code);
    if (!own) return national;
    const figure = (value: number): Figure => ({ value, unit: 'share', year: own.fact.year, evidence: 'measured', source: own.fact.source });
    const [employmentService, departement] = [round(own.shares.employmentService, 3), round(own.shares.departement, 3)];
    return { employmentService: figure(employmentService), departement: figure(departement), other: figure(round(1 - employmentService - departement, 3)) };
  };
}

/** Files per worker: the published ones, and for the rest the geometric mean of the published with its error, or the national mean portfolio. */
export function filesPerWorker(sources: Sources): (departement: Departement) => Territory['filesPerWorker'] {
  const of = (indicator: string) => sources.steering.filter((fact) => fact.indicator === indicator);
  const [own, delegated] = [of('files_departement'), of('files_other')];
  const [portfolio, local] = [nationalOf(sources, 'files_employment_service'), nationalOf(sources, 'files_mission_locale')];
  const values = (facts: readonly { readonly value: number }[]) => facts.map(({ value }) => value);
  const departement = ratioElsewhere(values(own));
  const other = ratioElsewhere(values([...own, ...delegated, local]));
  const guess = (estimate: Estimate, year: string, facts: readonly { readonly source: string }[]) =>
    estimated(estimate, { unit: 'files per worker', year, source: sourcesOf(facts), decimals: 0 });
  return ({ code }) => {
    const [ownHere, delegatedHere] = [find(own, code, 'files_departement'), find(delegated, code, 'files_other')];
    return {
      employmentService: guess({ value: portfolio.value, factor: departement.factor }, portfolio.year, [portfolio, ...own]),
      departement: ownHere ? published(ownHere, 'files per worker') : guess(departement, own[0]!.year, own),
      other: delegatedHere ? published(delegatedHere, 'files per worker') : guess(other, own[0]!.year, [...own, ...delegated, local]),
    };
  };
}

interface Split {
  readonly shares: Bodies<number>;
  readonly fact: Fact;
}

/** Shares of the body that steers the code. The Rhône adds its two bodies, weighted by the minimum income each pays. */
function splitOf(sources: Sources, code: string): Split | undefined {
  if (code !== '69') return bodySplit(sources, payerOf(code));
  const parts = ['69D', '69M'].map((body) => ({ ...bodySplit(sources, body)!, weight: need(sources.minimumIncome, body, 'rsa_allowance_spend').value }));
  const total = meanOf(parts.map(({ weight }) => weight)) * parts.length;
  const share = (body: keyof Bodies<number>) => parts.reduce((sum, { shares, weight }) => sum + (shares[body] * weight) / total, 0);
  return { fact: parts[0]!.fact, shares: { employmentService: share('employmentService'), departement: share('departement'), other: share('other') } };
}

function bodySplit({ steering }: Sources, body: string): Split | undefined {
  const fact = find(steering, body, 'lead_employment_service');
  if (!fact) return undefined;
  const [employment, otherEmployment, departement, other] = ['employment_service', 'other_employment', 'departement', 'other'].map(
    (name) => need(steering, body, `lead_${name}`).value,
  ) as [number, number, number, number];
  const total = employment + otherEmployment + departement + other;
  return { fact, shares: { employmentService: employment / total, departement: departement / total, other: (otherEmployment + other) / total } };
}
