/** The only door of the engine: what the rest of the product may import. */
export type { Text } from './core/text.ts';
export type { Choice, Evidence, Parameter, Parameters, Role, Scope, Source } from './core/parameter.ts';
export { possibleRange } from './core/parameter.ts';
export type { Cost, Lever } from './core/lever.ts';
export type { Indicator, Reading, Window } from './core/indicator.ts';
export type { Arm, Change, Rules } from './core/rules.ts';
export type { RunRequest, RunResult } from './core/run.ts';
export type { Edit, Edits, Group, Members, ServiceSpec, Trial, TrialRecord, Who } from './core/trial.ts';
export { type Reading as PersonReading, readingByKey, readings } from './trial/readings.ts';
export { personAttributes, structureAttributes } from './trial/edits.ts';
export { households } from './trial/who.ts';
export type {
  BodyInput,
  BodyName,
  EnterpriseInput,
  EnterpriseName,
  Figure,
  FunderName,
  NeedName,
  RefundInput,
  Territory,
  ZoneInput,
} from './world/territory.ts';
export { levers, mainLevers } from './levers/index.ts';
export { indicators } from './indicators/index.ts';
export { closeIndicator } from './indicators/close.ts';
export { modelVersion } from './version.ts';
export type { Mechanism } from './core/mechanism.ts';
export { type Phase, phases } from './core/phase.ts';
export { purposes } from './core/streams.ts';
export type { Schema } from './core/table.ts';
export { type Scheduled, wholeMonth } from './month.ts';
export { mechanisms } from './mechanisms/index.ts';
export { parameters } from './catalogue.ts';
export { statuses } from './world/status.ts';
export { canonical } from './core/canonical.ts';
export { type Checkpoint, runKey, settle, simulate } from './simulate.ts';
export { MOST_BY_DEFAULT, realCounts } from './world/populate.ts';
export { header, tables, type World } from './world/world.ts';
export { enterpriseKinds, forms, trades } from './world/enterprises.ts';
export { schemeList } from './world/schemes.ts';
export { funderList, lines } from './world/funders.ts';
export { acts, type ActName, type Cause, causes, type Decision, type FactName, factNames, factsOf, leadsTo, type Turn } from './events.ts';
export { GONE, GONE_LETTER, type Lives, NOT_YET, NOT_YET_LETTER, type Portrait, type Watching } from './lives.ts';
export { type TermName, termNames } from './kernel/terms.ts';
export { needs } from './world/people.ts';
export { bodies, kinds, uses } from './world/structures.ts';
import { rowBytes } from './core/table.ts';
import { people } from './world/people.ts';

/** Bytes that one person takes in the world. */
export const bytesPerRow: number = rowBytes(people);
