import { exp } from '../../engine/core/math.ts';
import { fitCaseload } from './caseload.ts';
import { need } from './facts.ts';
import { metropolitan, readSources } from './sources.ts';

/** What the estimate of paid households is worth: coefficients, error on départements left out, observed against predicted, total. */
export function fitReport(read: (file: string) => string): string {
  const sources = readSources(read);
  const { coefficients, points, leftOut, error } = fitCaseload(sources);
  const [constant = 0, unemployment = 0, poverty = 0] = coefficients;
  const people = new Map(sources.departements.filter(metropolitan).map(({ code }) => [code, need(sources.context, code, 'population_15_69').value]));
  const total = (rates: readonly number[]) => Math.round(points.reduce((sum, { id }, index) => sum + (people.get(id)! * exp(rates[index]!)) / 100, 0));
  return [
    'Households paid the minimum income, per 100 people aged 15 to 69, December 2019, metropolitan France',
    `rate = exp(${constant.toFixed(3)} + ${unemployment.toFixed(3)} ln(unemployment 2019Q4) + ${poverty.toFixed(3)} ln(poverty 2013))`,
    `n = ${points.length}, leave-one-out standard error: x or / ${exp(error).toFixed(3)}`,
    `households: observed ${total(points.map(({ target }) => target))}, predicted left out ${total(leftOut)}`,
    'code  observed  left out  ratio',
    ...points.map(({ id, target }, index) => row(id, exp(target), exp(leftOut[index]!))),
  ].join('\n');
}

function row(id: string, observed: number, predicted: number): string {
  return [id.padEnd(4), observed.toFixed(2).padStart(9), predicted.toFixed(2).padStart(9), (observed / predicted).toFixed(2).padStart(6)].join(' ');
}
