import * as v from 'valibot';
import { closed, code, idShape, textShape } from './shape.ts';

export const scenarioSchemaName = 'parcours/scenario@1';
export const lastMonth = 360;

/** A whole number of months, at most the longest run. */
const months = (low: number, name: 'month-out-of-range' | 'over-out-of-range') => {
  const message = code(name, `${low}..${lastMonth}`);
  return v.pipe(v.number(), v.integer(message), v.minValue(low, message), v.maxValue(lastMonth, message));
};

const value = v.union([v.number(), v.boolean(), v.string()]);

const setting = closed({ value, because: v.pipe(textShape, v.description('Why this value differs. — Pourquoi cette valeur diffère.')) }, 'setting');

const change = closed({
  at: v.pipe(
    months(0, 'month-out-of-range'),
    v.description('Month before which the change takes effect; 0 is the first. — Mois avant lequel le changement prend effet ; 0 est le premier.'),
  ),
  until: v.optional(
    v.pipe(months(0, 'month-out-of-range'), v.description('Month from which the earlier value is back. — Mois à partir duquel la valeur d’avant revient.')),
  ),
  over: v.optional(
    v.pipe(months(1, 'over-out-of-range'), v.description('Months over which the change is spread. — Nombre de mois sur lesquels le changement s’étale.')),
  ),
  set: v.record(v.string(), value),
  because: v.pipe(textShape, v.description('Why this change. — Pourquoi ce changement.')),
});

const expectation = closed({
  indicator: v.string(),
  sign: v.picklist(['up', 'down', 'none']),
  against: v.pipe(idShape, v.description('Scenario it is compared with. — Scénario auquel on le compare.')),
  because: v.optional(textShape),
  found: v.optional(
    v.pipe(
      v.picklist(['up', 'down', 'none']),
      v.description(
        'What thirty replications showed, when it is not what was expected. — Ce que trente tirages ont montré, quand ce n’est pas ce qu’on attendait.',
      ),
    ),
  ),
});

/** The form of a scenario file. What names and values mean is checked after. */
export const scenarioShape = closed({
  $schema: v.optional(v.string()),
  schema: v.literal(scenarioSchemaName),
  id: v.pipe(idShape, v.description('Name of the scenario: lower case, digits, hyphens. — Nom du scénario : minuscules, chiffres, traits d’union.')),
  title: textShape,
  question: v.pipe(textShape, v.description('The question the scenario answers. — La question à laquelle le scénario répond.')),
  story: v.pipe(textShape, v.description('What is done, and why one would. Never the result. — Ce qu’on fait, et pourquoi. Jamais le résultat.')),
  base: v.optional(v.pipe(idShape, v.description('Scenario this one starts from. — Scénario dont celui-ci part.'))),
  set: v.optional(v.record(v.string(), setting)),
  timeline: v.optional(v.array(change)),
  switches: v.optional(
    v.pipe(v.record(v.string(), v.boolean()), v.description('Mechanisms on (true) or off (false). — Mécanismes en marche (true) ou arrêtés (false).')),
  ),
  territory: v.optional(v.pipe(v.string(), v.description('Territory used when none is asked for. — Territoire pris quand aucun n’est demandé.'))),
  posterior: v.optional(
    v.pipe(
      v.string(),
      v.description(
        'Posterior that replications draw parameters from, when none is asked for. — Calage d’où les tirages prennent leurs paramètres, quand aucun n’est demandé.',
      ),
    ),
  ),
  expects: v.optional(v.pipe(v.array(expectation), v.description('What is expected, written before running. — Ce qu’on attend, écrit avant de calculer.'))),
});

export type ScenarioFile = v.InferOutput<typeof scenarioShape>;
