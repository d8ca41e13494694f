import * as v from 'valibot';
import { closed, code, idShape, textShape } from './shape.ts';

export const calibrationSchemaName = 'parcours/calibration@1';
/** Parameters set free at most: beyond, more runs are needed than a posterior is worth. */
export const MOST_FREE = 8;
/** Replications of each experiment when a file states none: few, since each set of values has its own luck. */
export const REPLICATIONS = 4;

const whole = (low: number, high: number, description: string) => {
  const message = code('whole-out-of-bounds', `${low}..${high}`);
  return v.pipe(v.number(), v.integer(message), v.minValue(low, message), v.maxValue(high, message), v.description(description));
};

export const freeShape = closed({
  id: v.pipe(v.string(), v.description('A parameter of the model, assumed or estimated. — Un paramètre du modèle, supposé ou estimé.')),
  low: v.optional(v.pipe(v.number(), v.description('Lowest value; by default the plausible one. — Plus basse valeur ; par défaut, celle qui est plausible.'))),
  high: v.optional(v.pipe(v.number(), v.description('Highest value. — Plus haute valeur.'))),
  shape: v.optional(
    v.pipe(
      v.picklist(['uniform', 'triangular']),
      v.description('Even between the bounds, or peaked at the default. — Égale entre les bornes, ou en pointe sur la valeur par défaut.'),
    ),
  ),
  scale: v.optional(v.pipe(v.picklist(['linear', 'log']), v.description('On the value or its logarithm. — Sur la valeur ou son logarithme.'))),
});

export const targetShape = closed({
  level: v.optional(v.pipe(v.string(), v.description('A level that runs read. — Un niveau que les calculs relèvent.'))),
  experiment: v.optional(
    v.pipe(
      v.string(),
      v.description(
        'In place of a level: a virtual experiment whose "use" is "calibration". — Au lieu d’un niveau : une expérience virtuelle dont "use" vaut "calibration".',
      ),
    ),
  ),
  estimand: v.optional(
    v.pipe(v.string(), v.description('What is compared in the experiment, by its id. — Ce qui est comparé dans l’expérience, par son identifiant.')),
  ),
  value: v.pipe(
    v.number(),
    v.description(
      'Published value: % or months for a level, the unit of the estimand. — Valeur publiée : en % ou en mois pour un niveau, sinon l’unité de la comparaison.',
    ),
  ),
  error: v.pipe(
    v.number(),
    v.gtValue(0, code('not-positive')),
    v.description('Standard error: sampling, and how far definitions may be apart. — Erreur type : échantillon, et distance possible entre définitions.'),
  ),
  row: v.pipe(v.string(), v.regex(/\S/, code('empty-text')), v.description('Row of the evidence. — Ligne de preuve.')),
  because: v.pipe(textShape, v.description('Why this error. — Pourquoi cette erreur.')),
});

/** What a calibration asks for. What names mean is checked after. */
export const askedEntries = {
  territory: v.optional(
    v.pipe(
      v.string(),
      v.description(
        'Where levels are read: a territory, or "average" for the average département. — Où l’on lit les niveaux : un territoire, ou "average" pour le département moyen.',
      ),
    ),
  ),
  population: v.optional(whole(500, 100_000, 'Agents of each run in which levels are read. — Agents de chaque calcul où l’on lit les niveaux.')),
  months: v.optional(whole(12, 360, 'Months of each run in which levels are read. — Mois de chaque calcul où l’on lit les niveaux.')),
  parameters: v.pipe(v.array(freeShape), v.minLength(1, code('too-few', '1')), v.maxLength(MOST_FREE, code('too-many', String(MOST_FREE)))),
  targets: v.pipe(v.array(targetShape), v.minLength(1, code('too-few', '1'))),
  replications: v.optional(
    whole(
      1,
      100,
      `Replications of each experiment for one set of values; ${REPLICATIONS} when not stated. — Tirages de chaque expérience pour un jeu de valeurs ; ${REPLICATIONS} par défaut.`,
    ),
  ),
  particles: whole(20, 5_000, 'Runs of each generation. — Calculs de chaque génération.'),
  generations: whole(1, 20, 'Generations. — Générations.'),
  seed: v.pipe(v.string(), v.regex(/\S/, code('empty-text'))),
} as const;

export const calibrationShape = closed({
  $schema: v.optional(v.string()),
  schema: v.literal(calibrationSchemaName),
  id: idShape,
  title: textShape,
  ...askedEntries,
});

export type CalibrationFile = v.InferOutput<typeof calibrationShape>;
