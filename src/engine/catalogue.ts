import { bookParameters } from './world/costs.ts';
import type { Parameter, Parameters } from './core/parameter.ts';
import { kernelParameters } from './kernel/parameters.ts';
import { labourParameters } from './world/jobs.ts';
import { levers } from './levers/index.ts';
import { mechanisms } from './mechanisms/index.ts';
import { peopleParameters } from './world/parameters.ts';
import { zoneParameters, zonesId } from './world/travel.ts';

const group = (key: string, parameters: Parameters): [string, Parameter][] => Object.entries(parameters).map(([name, p]) => [`${key}.${name}`, p]);

/** Every lever and parameter of the model, by id. */
export const parameters: ReadonlyMap<string, Parameter> = new Map([
  ...levers.map((l): [string, Parameter] => [l.id, l]),
  ...group('people', peopleParameters),
  ...group('kernel', kernelParameters),
  ...group('labour', labourParameters),
  ...group('books', bookParameters),
  ...group(zonesId, zoneParameters),
  ...mechanisms.flatMap((m) => group(m.key, m.parameters)),
]);
