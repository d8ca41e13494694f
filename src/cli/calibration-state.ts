import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { canonical } from '../io/canonical.ts';

/** What the runs done so far gave, beside the posterior they will become: enough to go on, since points are drawn from what came before. */
export interface CalibrationState {
  /** Summaries of each run in order; an empty list for a run that gave nothing. */
  readonly summaries: number[][];
}

interface Written extends CalibrationState {
  readonly schema: 'parcours/calibration-state@1';
  readonly asked: string;
}

/** The file that holds it. */
export const stateFile = (out: string): string => `${out}.part`;

/** What identifies a calibration: everything that may change a run, model included. */
export const askedHash = (asked: unknown): string => createHash('sha256').update(canonical(asked)).digest('hex');

/** Writes a text whole or not at all: under another name, then in place. The folder is made when it is not there. */
export function writeAtOnce(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  const beside = `${path}.${process.pid}.tmp`;
  try {
    writeFileSync(beside, text, { flush: true });
    renameSync(beside, path);
  } finally {
    rmSync(beside, { force: true });
  }
}

/** The runs of the same calibration that an earlier command left; none when it asked something else, or was cut in a way that cannot be read. */
export function readState(out: string, asked: string): CalibrationState {
  const path = stateFile(out);
  if (!existsSync(path)) return { summaries: [] };
  try {
    const state = JSON.parse(readFileSync(path, 'utf8')) as Written;
    return state.asked === asked && Array.isArray(state.summaries) ? { summaries: state.summaries } : { summaries: [] };
  } catch {
    return { summaries: [] };
  }
}

export function writeState(out: string, asked: string, { summaries }: CalibrationState): void {
  const state: Written = { schema: 'parcours/calibration-state@1', asked, summaries };
  writeAtOnce(stateFile(out), JSON.stringify(state));
}

export const removeState = (out: string): void => rmSync(stateFile(out), { force: true });
