import * as v from 'valibot';
import { closed, code, idShape, textShape } from './shape.ts';

export const territorySchemaName = 'parcours/territory@1';

/** A figure: its value within bounds no territory of the two countries leaves, its year, how it is known, its error when estimated. */
const figure = (low: number, high: number, unit: string) => {
  const message = code('out-of-bounds', `${low}..${high}`);
  const bounded = () => v.pipe(v.number(), v.minValue(low, message), v.maxValue(high, message));
  return v.pipe(
    closed({
      value: bounded(),
      unit: v.pipe(v.string(), v.regex(/\S/, code('empty-text'))),
      year: v.pipe(v.string(), v.regex(/^\d{4}([-–/]\d{2,4})?([TQ][1-4]|-\d{2}|-\d{2}-\d{2})?$/, code('bad-year'))),
      evidence: v.picklist(['law', 'measured', 'estimated', 'assumed']),
      source: v.pipe(v.string(), v.regex(/\S/, code('empty-text'))),
      low: v.optional(bounded()),
      high: v.optional(bounded()),
    }),
    v.description(unit),
  );
};

const byBody = (low: number, high: number, unit: string) =>
  closed({ employmentService: figure(low, high, unit), departement: figure(low, high, unit), other: figure(low, high, unit) });

/** A zone of a territory. Only the ratios of its own figures to the mean of the zones are used: any definition will do that is the same for all. */
const zoneShape = closed({
  id: idShape,
  label: textShape,
  share: v.pipe(
    v.number(),
    v.minValue(0, code('out-of-bounds', '0..1')),
    v.maxValue(1, code('out-of-bounds', '0..1')),
    v.description('Share of the inhabitants; sum 1. — Part des habitants ; somme 1.'),
  ),
  population: v.optional(figure(0, 20_000_000, 'persons')),
  unemployment: v.optional(figure(0.1, 90, '% of the active population, in one definition for all zones')),
  minimumIncome: v.optional(figure(0.0001, 100, 'how frequent the minimum income is, in one unit for all zones')),
  housing: v.optional(figure(0.0001, 1000, 'how tight housing is, in one unit for all zones')),
  transport: v.optional(figure(0.0001, 1000, 'how frequent the need of mobility is, in one unit for all zones')),
  childcare: v.optional(figure(0.0001, 1000, 'how frequent the need of childcare is, in one unit for all zones')),
  places: v.optional(
    closed({
      housing: v.optional(figure(0, 1000, 'places for one person')),
      health: v.optional(figure(0, 1000, 'places for one person')),
      mobility: v.optional(figure(0, 1000, 'places for one person')),
      family: v.optional(figure(0, 1000, 'places for one person')),
      skills: v.optional(figure(0, 1000, 'places for one person')),
    }),
  ),
  filesPerWorker: v.optional(figure(1, 2000, 'files per worker of the body seated there for its residents')),
  minutes: v.optional(
    v.pipe(
      v.record(v.string(), v.pipe(v.number(), v.minValue(1, code('out-of-bounds', '1..600')), v.maxValue(600, code('out-of-bounds', '1..600')))),
      v.description('Minutes of travel to other zones, by id; one way is enough. — Minutes de trajet vers d’autres zones, par identifiant ; un sens suffit.'),
    ),
  ),
});

const shareOf = () => v.pipe(v.number(), v.minValue(0, code('out-of-bounds', '0..1')), v.maxValue(1, code('out-of-bounds', '0..1')));

const bodyShape = closed({
  label: v.optional(textShape),
  share: v.optional(v.pipe(shareOf(), v.description('Share of the people led by other bodies. — Part des personnes suivies par les autres organismes.'))),
  seats: v.optional(v.pipe(v.array(idShape), v.description('Zones with one team each. — Zones qui ont chacune une équipe.'))),
  residentsOnly: v.optional(v.boolean()),
  payers: v.optional(
    v.pipe(
      v.strictTuple([shareOf(), shareOf(), shareOf()]),
      v.description('Shares of its contracts by slot of funder. — Parts de ses contrats par financeur.'),
    ),
  ),
});

const payersShape = () => v.strictTuple([shareOf(), shareOf(), shareOf()]);
const enterpriseShape = () =>
  closed({
    label: v.optional(textShape),
    places: figure(0, 1_000_000, 'places for people on the minimum income'),
    stay: v.optional(figure(1, 120, 'months')),
    insured: v.optional(figure(0, 1, 'share of ends of stays')),
    subsidy: v.optional(figure(0, 200_000, 'EUR a year for a place')),
    payers: v.optional(payersShape()),
  });

const slots = ['state', 'departement', 'caf'] as const;

/** What a territory outside France states of its institutions; each is as in France when it is left out. */
const institutions = {
  country: v.optional(v.picklist(['BE'])),
  vocabulary: v.optional(v.picklist(['belgium'])),
  also: v.optional(v.pipe(v.array(v.string()), v.description('Other names it may be asked by. — Autres noms sous lesquels on peut le demander.'))),
  bodies: v.optional(
    closed({
      'employment-service': v.optional(bodyShape),
      departement: v.optional(bodyShape),
      ccas: v.optional(bodyShape),
      'local-mission': v.optional(bodyShape),
      association: v.optional(bodyShape),
      operator: v.optional(bodyShape),
    }),
  ),
  benefits: v.optional(closed({ payer: v.picklist(slots), bearer: v.picklist(slots), refunder: v.picklist(slots) })),
  funders: v.optional(closed({ state: v.optional(textShape), departement: v.optional(textShape), caf: v.optional(textShape) })),
  refund: v.optional(
    closed({
      scale: v.pipe(
        v.array(closed({ from: v.pipe(v.number(), v.minValue(0, code('out-of-bounds', '0..1000000'))), share: figure(0, 1, 'share refunded') })),
        v.minLength(1, code('out-of-bounds', '1..8')),
        v.maxLength(8, code('out-of-bounds', '1..8')),
      ),
      growth: figure(0, 1, 'growth over a year'),
      tolerance: figure(0, 1, 'fall over a year'),
      decay: figure(0, 1, 'share lost a year'),
      underContract: figure(0, 1, 'share refunded on top for people under contract'),
    }),
  ),
  enterprises: v.optional(
    closed({
      'work-site': v.optional(enterpriseShape()),
      intermediary: v.optional(enterpriseShape()),
      'insertion-company': v.optional(enterpriseShape()),
      'insertion-agency': v.optional(enterpriseShape()),
      'long-term': v.optional(enterpriseShape()),
    }),
  ),
  adultsPerHousehold: v.optional(figure(1, 3, 'adults in a paid household')),
  values: v.optional(
    v.pipe(
      v.record(v.string(), figure(-1e9, 1e9, 'in the unit of the parameter')),
      v.description('Parameters that stand here otherwise than in France, by id. — Paramètres qui valent ici autre chose qu’en France, par identifiant.'),
    ),
  ),
};

/** The form of a territory file. What adds up and what contains what is checked after. */
export const territoryShape = closed({
  $schema: v.optional(v.string()),
  schema: v.literal(territorySchemaName),
  code: v.pipe(v.string(), v.regex(/^[0-9][0-9A-Z][0-9A-Z]{0,3}$/, code('bad-code'))),
  id: idShape,
  label: textShape,
  portrait: v.optional(textShape),
  preset: v.optional(v.boolean()),
  ...institutions,
  population: figure(1000, 20_000_000, 'persons'),
  workingAge: figure(500, 20_000_000, 'persons aged 15 to 69'),
  unemployment: figure(0.1, 60, '% of the active population'),
  poverty: figure(0.1, 90, '% of people under 60% of the median standard of living'),
  minimumIncomeHouseholds: figure(1, 5_000_000, 'households paid the minimum income'),
  benefit: figure(50, 3000, 'EUR per paid household and month'),
  compensation: figure(0, 1, 'share of the minimum income compensated to its payer'),
  insertionShare: figure(0, 1, 'share of the minimum income paid'),
  leads: v.pipe(
    byBody(0, 1, 'share'),
    v.description('Share of oriented people led by each body; sum 1. — Part des personnes orientées que suit chaque organisme ; somme 1.'),
  ),
  filesPerWorker: v.pipe(byBody(1, 2000, 'files per worker'), v.description('Files per worker, by body. — Dossiers par agent, par organisme.')),
  zones: v.pipe(v.array(zoneShape), v.maxLength(1000, code('out-of-bounds', '1..1000'))),
});

export type TerritoryFile = v.InferOutput<typeof territoryShape>;
