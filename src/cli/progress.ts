import { dictionary } from './i18n/index.ts';
import type { Terminal } from './terminal.ts';

const BAR = 24;
const EVERY = 100;

/** Told each time a run ends; `end` wipes the line. */
export interface Progress {
  step(): void;
  end(): void;
}

/** A line with a bar, the runs done and the time left. It shows nothing when nobody watches. */
export function startProgress(terminal: Terminal, total: number, clock: () => number = () => performance.now()): Progress {
  if (!terminal.watched) return { step() {}, end() {} };
  const { progress } = dictionary(terminal.lang);
  const start = clock();
  let done = 0;
  let shown = Number.NEGATIVE_INFINITY;
  const draw = (): void => {
    const now = clock();
    if (now - shown < EVERY && done < total) return;
    shown = now;
    const filled = Math.round((BAR * done) / total);
    const left = done === 0 ? null : Math.ceil((((now - start) / done) * (total - done)) / 1_000);
    terminal.redraw(`${'█'.repeat(filled)}${'░'.repeat(BAR - filled)} ${progress(done, total, left)}`);
  };
  draw();
  return {
    step() {
      done++;
      draw();
    },
    end: () => terminal.redraw(''),
  };
}
