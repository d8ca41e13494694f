import { meanSeverity } from '../../src/engine/world/perception.ts';
import { A, E, rightOpen, W } from '../../src/engine/world/status.ts';
import { ablation } from './ablation.ts';
import type { Seen } from './reading.ts';

/** Bands of severity within which those who wait and those accompanied are compared, so that like is set against like. */
const BANDS = [0.15, 0.25, 0.35, 0.45] as const;
const bandOf = (severity: number): number => BANDS.findIndex((low, b) => severity >= low && severity < (BANDS[b + 1] ?? 0.55));

function look({ now, before, each, note }: Seen): void {
  each((i) => {
    const was = before.people.status[i]!;
    const is = now.people.status[i]!;
    if (rightOpen[was])
      note(before.people.tenure[i]! < 12 ? 'left early' : before.people.tenure[i]! >= 48 ? 'left late' : 'left between', rightOpen[is] ? 0 : 1);
    if (was !== is || (is !== W && is !== E && is !== A)) return;
    const severity = meanSeverity(before.people.needs, i);
    note(is === A ? 'accompanied' : 'waiting', 100 * (meanSeverity(now.people.needs, i) - severity));
    const band = bandOf(severity);
    if (band >= 0) note(`${is === A ? 'accompanied' : 'waiting'} ${band}`, 100 * (meanSeverity(now.people.needs, i) - severity));
  });
}

ablation('needs', {
  months: 24,
  population: 1_000,
  books: { same: {} },
  look,
  patterns: {
    'needs of those who wait worsen (points of severity a month)': { margin: 0.05, contrast: ({ same }) => same.mean('waiting') },
    'needs of those who wait worsen, against equal needs accompanied (points of severity a month)': {
      margin: 0.1,
      contrast: ({ same }) => BANDS.reduce((sum, _, b) => sum + same.mean(`waiting ${b}`) - same.mean(`accompanied ${b}`), 0) / BANDS.length,
    },
    'those long on benefit leave less than newcomers, and still do when needs stand still: selection (points a month)': {
      margin: 1,
      remains: true,
      contrast: ({ same }) => 100 * (same.mean('left early') - same.mean('left late')),
    },
  },
});
