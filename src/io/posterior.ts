import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical, parameters, possibleRange, type Text } from '../engine/index.ts';
import type { Posterior } from '../experiments/calibration.ts';
import type { Drawable } from '../experiments/posterior.ts';
import type { CalibrationFile } from './calibration-shape.ts';
import { type Collector, collector, inOrder, isFatal, told } from './collect.ts';
import { parseJson } from './json.ts';
import { nearest } from './nearest.ts';
import { type PosteriorFile, posteriorSchemaName, posteriorShape } from './posterior-shape.ts';
import type { Read } from './problem.ts';
import { checkShape } from './shape.ts';
import { show } from './show.ts';

/** A posterior that has been read: what replications draw from, and what a report says of it. */
export interface KnownPosterior extends Drawable {
  readonly id: string;
  /** SHA-256 of what replications draw from. */
  readonly digest: string;
  readonly title: Text;
  readonly modelVersion: string;
  /** Where its levels were read, when it aims at some. */
  readonly territory?: string;
  readonly tolerance: number;
}

const TOLERANCE = 1e-3;

const digestOf = (drawable: Drawable): string => bytesToHex(sha256(utf8ToBytes(canonical(drawable))));

/**
 * Reads a posterior (`parcours/posterior@1`) and tells everything wrong with it at once: JSON, form, parameters that do not exist, values outside their
 * possible range, lists of different lengths, weights that do not add up to 1. One made with another model is a warning when `modelVersion` is given.
 */
export function readPosterior(text: string | Uint8Array, file: string, modelVersion?: string): Read<KnownPosterior> {
  const { located, problems: syntax } = parseJson(text, file);
  if (!located) return { ok: false, problems: syntax };
  const problems = collector(file, located.at);
  const shaped = checkShape(posteriorShape, located.value, problems);
  if (shaped) checkMeaning(shaped, modelVersion, problems);
  const all = inOrder(told([...syntax, ...problems.list]));
  if (!shaped || all.some(isFatal)) return { ok: false, problems: all };
  const { id, title, asked, tolerance, particles } = shaped;
  return {
    ok: true,
    value: {
      id,
      digest: digestOf({ parameters: asked.parameters.map((p) => p.id), particles: { weights: particles.weights, values: particles.values } }),
      title,
      modelVersion: shaped.modelVersion,
      ...(asked.territory === undefined ? {} : { territory: asked.territory }),
      tolerance,
      parameters: asked.parameters.map((p) => p.id),
      particles: { weights: particles.weights, values: particles.values },
    },
    warnings: all,
  };
}

function checkMeaning({ asked, particles, ...file }: PosteriorFile, modelVersion: string | undefined, problems: Collector): void {
  for (const [i, { id }] of asked.parameters.entries())
    if (!parameters.has(id)) problems.add('unknown-parameter', ['asked', 'parameters', i, 'id'], { found: show(id), nearest: nearest(id, parameters.keys()) });
  const { weights, values } = particles;
  if (values.length !== weights.length)
    problems.add('wrong-length', ['particles', 'values'], { found: String(values.length), expected: String(weights.length) });
  const total = weights.reduce((sum, w) => sum + w, 0);
  if (Math.abs(total - 1) > TOLERANCE) problems.add('shares-sum', ['particles', 'weights'], { found: show(Number(total.toPrecision(6))) });
  for (const [i, row] of values.entries()) checkRow(row, i, asked.parameters, problems);
  if (modelVersion !== undefined && file.modelVersion !== modelVersion)
    problems.add('other-model', ['modelVersion'], { found: show(file.modelVersion), expected: modelVersion, severity: 'warning' });
}

function checkRow(row: readonly number[], i: number, free: PosteriorFile['asked']['parameters'], problems: Collector): void {
  if (row.length !== free.length) problems.add('wrong-length', ['particles', 'values', i], { found: String(row.length), expected: String(free.length) });
  for (const [j, { id }] of free.entries()) {
    const parameter = parameters.get(id);
    const value = row[j];
    if (!parameter || value === undefined) continue;
    const [low, high] = possibleRange(parameter);
    if (!(low <= value && value <= high))
      problems.add('out-of-possible', ['particles', 'values', i, j], { found: show(value), expected: `${low}..${high}`, unit: parameter.unit });
  }
}

const SIGNIFICANT = 6;
const short = (value: number): number => Number(value.toPrecision(SIGNIFICANT));

/** Every number with six significant digits. */
function rounded(value: unknown): unknown {
  if (typeof value === 'number') return short(value);
  if (Array.isArray(value)) return value.map(rounded);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, rounded(inner)]));
}

/** The text of a posterior file: one line for each particle. `file` is the calibration as it was written. */
export function posteriorText(posterior: Posterior, { id, title, $schema: _, schema: __, ...asked }: CalibrationFile): string {
  const { modelVersion, runs, failed, tolerance, effective, levels, identifiability, particles } = posterior;
  const known = levels.map(({ row: ___, ...level }) => level);
  const results = rounded({ runs, failed, tolerance, effective, levels: known, identifiability, particles }) as object;
  const whole = { $schema: '../schemas/posterior.schema.json', schema: posteriorSchemaName, id, title, modelVersion, asked, ...results };
  return `${JSON.stringify(whole, null, 1).replace(/\[\s+(-?[\d.e+-]+(?:,\s+-?[\d.e+-]+)*)\s+\]/g, (_all, list: string) => `[${list.replace(/\s+/g, ' ')}]`)}\n`;
}
