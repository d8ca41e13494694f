import * as v from 'valibot';
import { askedEntries } from './calibration-shape.ts';
import { closed, code, idShape, textShape } from './shape.ts';

export const posteriorSchemaName = 'parcours/posterior@1';

const three = (description: string) => v.pipe(v.array(v.number()), v.length(3, code('wrong-length', '3')), v.description(description));
const percentiles = '5th, 50th and 95th percentiles. — 5e, 50e et 95e centiles.';

/** The form of a posterior file: what was asked, what came out, and the particles that replications draw from. */
export const posteriorShape = closed({
  $schema: v.optional(v.string()),
  schema: v.literal(posteriorSchemaName),
  id: idShape,
  title: textShape,
  modelVersion: v.pipe(v.string(), v.description('Model that the runs were made with. — Modèle des calculs.')),
  asked: closed(askedEntries),
  runs: v.number(),
  failed: v.pipe(
    v.number(),
    v.description('Runs that gave nothing: a full territory, or nothing to compare. — Calculs sans résultat : territoire plein, ou rien à comparer.'),
  ),
  tolerance: v.pipe(
    v.number(),
    v.description('By how much errors were stretched; 1 when they hold as stated. — De combien les erreurs ont été élargies ; 1 quand elles tiennent.'),
  ),
  effective: v.pipe(v.number(), v.description('Equal weights that would say as much. — Nombre de poids égaux qui en diraient autant.')),
  levels: v.pipe(
    v.array(
      closed({
        level: v.optional(v.string()),
        experiment: v.optional(v.string()),
        estimand: v.optional(v.string()),
        value: v.number(),
        error: v.number(),
        prior: three(percentiles),
        posterior: three(percentiles),
      }),
    ),
    v.description('Levels and effects, in the order of asked.targets. — Niveaux et effets, dans l’ordre de asked.targets.'),
  ),
  identifiability: closed({
    parameters: v.array(
      closed({
        id: v.string(),
        prior: three(percentiles),
        posterior: three(percentiles),
        width: v.pipe(v.number(), v.description('Width of the posterior’s 90 % over that of the prior. — Largeur des 90 % après, rapportée à celle d’avant.')),
      }),
    ),
    pairs: v.array(closed({ a: v.string(), b: v.string(), correlation: v.number() })),
    directions: v.array(closed({ variance: v.number(), weights: v.record(v.string(), v.number()) })),
  }),
  particles: closed({
    weights: v.pipe(v.array(v.pipe(v.number(), v.minValue(0, code('not-positive')))), v.minLength(1, code('too-few', '1'))),
    values: v.pipe(v.array(v.array(v.number())), v.description('In the order of asked.parameters. — Dans l’ordre de asked.parameters.')),
    levels: v.pipe(v.array(v.array(v.number())), v.description('In the order of asked.targets. — Dans l’ordre de asked.targets.')),
    distances: v.array(v.number()),
  }),
});

export type PosteriorFile = v.InferOutput<typeof posteriorShape>;
