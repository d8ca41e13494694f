import { toJsonSchema } from '@valibot/to-json-schema';
import type { GenericSchema } from 'valibot';
import { bodies, households, indicators, type Lever, type Parameter, personAttributes, possibleRange, readings, structureAttributes } from '../engine/index.ts';
import { levels as publishedLevels } from '../experiments/levels.ts';
import { measureShape } from './experiment-measure-shape.ts';
import { experimentShape } from './experiment-shape.ts';
import { mayBeFree } from '../experiments/calibration.ts';
import { levelNames } from '../experiments/level-names.ts';
import { calibrationShape } from './calibration-shape.ts';
import { unitWords } from './i18n/index.ts';
import type { Catalogue } from './known.ts';
import { posteriorShape } from './posterior-shape.ts';
import { scenarioShape } from './scenario-shape.ts';
import { territoryShape } from './territory-shape.ts';

/** A JSON Schema, draft-07: what editors read best. */
export type JsonSchema = { [key: string]: unknown };

/**
 * The JSON Schema of scenario files: their form, with every lever and parameter by name, its meaning in both languages, unit, bounds and choices.
 * Left out: what a schema cannot say (an end after its beginning, bases that exist, plausible ranges, which are only warned about).
 */
export function scenarioSchema(catalogue: Catalogue): JsonSchema {
  const schema = draft(scenarioShape, 'Parcours scenario — scénario Parcours');
  const properties = schema.properties as Record<string, JsonSchema>;
  const setting = properties.set!.additionalProperties as JsonSchema;
  const settingParts = setting.properties as JsonSchema;
  const change = (properties.timeline as { items: JsonSchema }).items.properties as JsonSchema;
  const ids = [...catalogue.parameters.keys()].sort();
  properties.set = {
    description: 'Starting values that differ. — Valeurs de départ qui diffèrent.',
    ...named(ids, (id) => ({ ...setting, properties: { value: reference(id), because: reference('because') } })),
  };
  change.set = { ...named(ids, reference), minProperties: 1 };
  properties.timeline!.description = 'Dated changes. — Changements datés.';
  if (catalogue.mechanisms.length) properties.switches!.propertyNames = { enum: [...catalogue.mechanisms] };
  const values = ids.map((id) => [id, plainValue(catalogue.parameters.get(id)!)] as const);
  return { ...schema, definitions: { because: settingParts.because, ...Object.fromEntries(values) } };
}

const reference = (name: string): JsonSchema => ({ $ref: `#/definitions/${name}` });

/** The JSON Schema of territory files. Left out: sums, and figures that contain one another. */
export const territorySchema = (): JsonSchema => draft(territoryShape, 'Parcours territory — territoire Parcours');

/**
 * The JSON Schema of calibration files: parameters that may be set free, levels and `experiments` that may be aimed at by name.
 * Left out: bounds within plausible ranges, and what each experiment compares.
 */
export function calibrationSchema({ parameters }: Catalogue, experiments: readonly string[]): JsonSchema {
  const schema = draft(calibrationShape, 'Parcours calibration — calage Parcours');
  const lists = schema.properties as Record<string, { items: { properties: Record<string, JsonSchema>; oneOf?: JsonSchema[] } }>;
  lists.parameters!.items.properties.id!.enum = [...parameters.keys()].filter(mayBeFree).sort();
  const { items } = lists.targets!;
  items.properties.level!.enum = [...levelNames.keys()];
  items.properties.experiment!.enum = experiments;
  items.oneOf = [
    { required: ['level'], properties: { experiment: false, estimand: false } },
    { required: ['experiment', 'estimand'], properties: { level: false } },
  ];
  return schema;
}

/** The JSON Schema of posterior files. */
export const posteriorSchema = (): JsonSchema => draft(posteriorShape, 'Parcours posterior — calage Parcours, résultat');

/** `definitions` are parts written once, by name: those that hold themselves must be. */
function draft(shape: GenericSchema, title: string, definitions?: Readonly<Record<string, GenericSchema>>): JsonSchema {
  const { $schema, ...schema } = tidy(toJsonSchema(shape, { target: 'draft-07', ...(definitions ? { definitions } : {}) })) as JsonSchema;
  return { $schema, title, ...schema };
}

/** Written the short way: `{"not": {}}` is false, and a key is always a string. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key, inner]) => key !== 'propertyNames' || JSON.stringify(inner) !== '{"type":"string"}');
  return Object.fromEntries(entries.map(([key, inner]) => [key, JSON.stringify(inner) === '{"not":{}}' ? false : tidy(inner)]));
}

const named = (ids: readonly string[], make: (id: string) => JsonSchema): JsonSchema => ({
  type: 'object',
  properties: Object.fromEntries(ids.map((id) => [id, make(id)])),
  additionalProperties: false,
});

function plainValue(parameter: Parameter): JsonSchema {
  const { kind, choices = [] } = parameter;
  const [minimum, maximum] = possibleRange(parameter);
  const bundle = (parameter as Partial<Lever>).bundle;
  const description = describe(parameter);
  if (kind === 'choice') return { description, enum: [...choices.map(({ id }) => id), ...choices.keys()] };
  if (kind === 'boolean') return { description, type: 'boolean' };
  if (bundle) return { description, enum: bundle.map(({ value }) => value) };
  return { description, type: kind === 'integer' ? 'integer' : 'number', minimum, maximum };
}

function describe(parameter: Parameter): string {
  const { label, unit, range, value, choices } = parameter;
  const { meaning, levels = [] } = parameter as Partial<Lever>;
  const words = (lang: 'fr' | 'en') => {
    const colon = lang === 'fr' ? '\u00a0: ' : ': ';
    const known = levels.map((level) => `${level.value} = ${level.label[lang]}`).join(', ');
    return `${label[lang]} (${unitWords(unit, lang)})${meaning ? colon + meaning[lang] : ''}${known ? ` ${known}.` : ''}`;
  };
  return `${words('en')} — ${words('fr')} [${range[0]}…${range[1]}; ${choices?.[value]?.id ?? value}]`;
}

/**
 * The JSON Schema of virtual experiments, with the closed lists of what they may name: levers and parameters, readings, attributes, networks, indicators, surveys.
 * Left out: names that a file gives itself (arms, outcomes, strata), and which values a unit may hold.
 */
export function experimentSchema(catalogue: Catalogue): JsonSchema {
  const among = (list: readonly string[]): JsonSchema => ({ enum: list });
  const places = among(Object.keys(structureAttributes));
  const networks = among(bodies.map(({ key }) => key));
  const reading = { $ref: '#/$defs/reading' };
  const keysOf: Lists = {
    within: reading,
    readings: reading,
    set: among([...catalogue.parameters.keys(), ...catalogue.levers.map(({ id }) => id)].filter((id, k, all) => all.indexOf(id) === k).sort()),
    people: among(Object.keys(personAttributes)),
    structures: places,
    edits: places,
  };
  const valuesOf: Lists = {
    reading,
    body: networks,
    bodies: networks,
    household: among(households),
    indicator: among(indicators.map(({ id }) => id)),
    survey: among(publishedLevels.map(({ id }) => id)),
  };
  const schema = draft(experimentShape, 'Parcours virtual experiment — expérience virtuelle Parcours', { measure: measureShape });
  const { $defs, ...rest } = listed(schema, '', keysOf, valuesOf) as JsonSchema & { readonly $defs: JsonSchema };
  return { ...rest, $defs: { ...$defs, reading: readingWords() } };
}

/** What each reading says, with its unit, for whoever writes a file. */
const readingWords = (): JsonSchema => ({
  description: 'A figure of a person at the end of a month. — Un chiffre d’une personne à la fin d’un mois.',
  oneOf: readings.map(({ key, label, unit }) => ({ const: key, description: `${label.en} (${unit}) — ${label.fr}` })),
});

/** By name, the list that the keys of an object or the values of a text are taken from. */
type Lists = Readonly<Record<string, JsonSchema>>;

/** A schema in which the keys of some objects, and the values of some texts, are those of a list. */
function listed(schema: unknown, name: string, keysOf: Lists, valuesOf: Lists): unknown {
  if (Array.isArray(schema)) return schema.map((one) => listed(one, name, keysOf, valuesOf));
  if (schema === null || typeof schema !== 'object') return schema;
  const node = schema as JsonSchema;
  if (node.type === 'string' && valuesOf[name]) return { ...node, ...valuesOf[name] };
  const own = node.type === 'object' && keysOf[name] && !node.properties ? { propertyNames: keysOf[name] } : {};
  const inner = Object.entries(node).map(([key, value]) => [
    key,
    key === 'properties' ? propertiesOf(value as JsonSchema, keysOf, valuesOf) : listed(value, name, keysOf, valuesOf),
  ]);
  return { ...Object.fromEntries(inner), ...own };
}

const propertiesOf = (properties: JsonSchema, keysOf: Lists, valuesOf: Lists): JsonSchema =>
  Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, listed(value, key, keysOf, valuesOf)]));
