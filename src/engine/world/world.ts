import { type Columns, columnsOf, f64, type Schema, tableBytes } from '../core/table.ts';
import { ENTERPRISES, enterprises } from './enterprises.ts';
import { FUNDERS, funders } from './funders.ts';
import { SCHEMES, schemes } from './schemes.ts';
import { people } from './people.ts';
import { PROGRAMMES, programmes } from './programmes.ts';
import { VACANT } from './status.ts';
import { REFUND_STEPS, refunds } from './refunds.ts';
import { structures, TIES, ties } from './structures.ts';
import { roads, zones } from './zones.ts';

/** "PARC" and the layout of the columns; moved when a column is added. */
const MAGIC = 0x50415243;
const LAYOUT = 5;
const HEADER = 64;

/** Places in the header. */
export const header = {
  magic: 0,
  layout: 1,
  capacity: 2,
  structures: 3,
  zones: 4,
  month: 5,
  rows: 6,
  free: 7,
  freeCount: 8,
  population: 9,
  scale: 10,
  wageCents: 13,
  integrated: 16,
  engineers: 17,
  arbiter: 18,
  sharedFile: 19,
  setUp: 20,
  baseBenefits: 22,
  usualHours: 23,
  caseloadBase: 24,
  ledShares: 32,
  sentShares: 40,
  expectedResults: 25,
  inhabitants: 26,
  paidPeople: 27,
  benefitsPaid: 28,
  benefitsDue: 29,
  auditsDue: 30,
  entryBalance: 31,
  lastInitial: 60,
  entriesSeen: 46,
  entitledThen: 47,
  fitBase: 56,
  aimBase: 14,
  interviewers: 15,
  framed: 57,
  benefitPayer: 48,
  benefitBearer: 49,
  refunder: 50,
  refundOnPaid: 51,
  refundSteps: 52,
  refundGrowth: 53,
  refundTolerance: 54,
  refundDecay: 55,
  refundContract: 58,
  refunded: 59,
  rightsEnded: 61,
  refundPlanned: 62,
  frontOffice: 63,
} as const;

/** Cells in which a cohort is counted: seniority × worked × last year-end seen × returns. */
export const COHORT_CELLS = 3 * 2 * 11 * 3;
const cohortTable = { count: f64('members gone, by cell', COHORT_CELLS) } as const;

export interface Counts {
  readonly people: number;
  readonly structures: number;
  readonly zones: number;
}

/** The whole state of a run, in one buffer: a copy of the buffer is a copy of the run. */
export interface World {
  readonly buffer: ArrayBuffer;
  readonly head: Float64Array;
  readonly people: Columns<typeof people>;
  readonly structures: Columns<typeof structures>;
  readonly ties: Columns<typeof ties>;
  readonly funders: Columns<typeof funders>;
  readonly zones: Columns<typeof zones>;
  readonly roads: Columns<typeof roads>;
  readonly enterprises: Columns<typeof enterprises>;
  readonly refunds: Columns<typeof refunds>;
  readonly schemes: Columns<typeof schemes>;
  readonly programmes: Columns<typeof programmes>;
  /** Members of the cohort of month 0 who left the model, by cell. */
  readonly cohort: Float64Array;
  readonly counts: Counts;
}

const list = [
  { name: 'people', schema: people, rows: (counts: Counts) => counts.people },
  { name: 'structures', schema: structures, rows: (counts: Counts) => counts.structures },
  { name: 'ties', schema: ties, rows: (counts: Counts) => counts.structures * TIES },
  { name: 'funders', schema: funders, rows: () => FUNDERS },
  { name: 'zones', schema: zones, rows: (counts: Counts) => counts.zones },
  { name: 'roads', schema: roads, rows: (counts: Counts) => counts.zones * counts.zones },
  { name: 'enterprises', schema: enterprises, rows: () => ENTERPRISES },
  { name: 'refunds', schema: refunds, rows: () => REFUND_STEPS },
  { name: 'schemes', schema: schemes, rows: () => SCHEMES },
  { name: 'programmes', schema: programmes, rows: () => PROGRAMMES },
  { name: 'cohort', schema: cohortTable, rows: () => 1 },
] as const;

/** Every table of the world, in the order of the buffer. A table that is here is in the documents, and one that is not holds nothing. */
export const tables: readonly { readonly name: (typeof list)[number]['name']; readonly schema: Schema; rows(counts: Counts): number }[] = list;

export const worldBytes = (counts: Counts): number => HEADER * 8 + tables.reduce((sum, { schema, rows }) => sum + tableBytes(schema, rows(counts)), 0);

/** A world around an existing buffer. Refuses a buffer that is not one of ours, or of another layout. */
export function worldOf(buffer: ArrayBuffer): World {
  const head = new Float64Array(buffer, 0, HEADER);
  if (head[header.magic] !== MAGIC) throw new RangeError('This buffer does not hold a world.');
  if (head[header.layout] !== LAYOUT) throw new RangeError(`World of layout ${head[header.layout]}; this version reads layout ${LAYOUT}.`);
  const counts = { people: head[header.capacity], structures: head[header.structures], zones: head[header.zones] };
  let offset = HEADER * 8;
  const views: Partial<Record<(typeof list)[number]['name'], unknown>> = {};
  for (const { name, schema, rows } of tables) {
    views[name] = columnsOf(schema, buffer, offset, rows(counts));
    offset += tableBytes(schema, rows(counts));
  }
  return {
    buffer,
    head,
    counts,
    people: views.people as World['people'],
    structures: views.structures as World['structures'],
    ties: views.ties as World['ties'],
    funders: views.funders as World['funders'],
    zones: views.zones as World['zones'],
    roads: views.roads as World['roads'],
    enterprises: views.enterprises as World['enterprises'],
    refunds: views.refunds as World['refunds'],
    schemes: views.schemes as World['schemes'],
    programmes: views.programmes as World['programmes'],
    cohort: (views.cohort as { count: Float64Array }).count,
  };
}

export function createWorld(counts: Counts): World {
  const buffer = new ArrayBuffer(worldBytes(counts));
  const head = new Float64Array(buffer, 0, HEADER);
  head[header.magic] = MAGIC;
  head[header.layout] = LAYOUT;
  head[header.capacity] = counts.people;
  head[header.structures] = counts.structures;
  head[header.zones] = counts.zones;
  head[header.free] = -1;
  return worldOf(buffer);
}

/** A copy that shares nothing with the original. */
export const cloneWorld = (world: World): World => worldOf(world.buffer.slice(0));

/** Takes an empty row for a newcomer and returns it, or −1 when there is none. */
export function takeRow(world: World): number {
  const { head } = world;
  const free = head[header.free];
  if (free >= 0) {
    const next = world.people.id[free];
    head[header.free] = next === 0xffffffff ? -1 : next;
    head[header.freeCount]--;
    return free;
  }
  if (head[header.rows] >= world.counts.people) return -1;
  return head[header.rows]++;
}

/** Gives a row back: the person has left the model. Rows are recycled, ids never. */
export function freeRow(world: World, row: number): void {
  const { head } = world;
  world.people.status[row] = VACANT;
  world.people.id[row] = head[header.free] < 0 ? 0xffffffff : head[header.free];
  head[header.free] = row;
  head[header.freeCount]++;
}
