import { STYLES, styleShare, unusual } from '../../src/engine/world/people.ts';
import { ablation } from './ablation.ts';
import type { Reading, Seen } from './reading.ts';

const MONTHS = 20;
/**
 * Calls often enough to be seen, decided with little left to chance, where an hour is worth the same outside the files however many go there:
 * with less and less to do there, what a contract pays is worth more to those who value exits, and holds them back.
 */
const call = { 'outsourcing.call-length': 6, 'kernel.outside-room': 1000, 'kernel.precision': 2 };
const end = (run: Reading, indicator: string): number => run.level(indicator, MONTHS - 3);
const gap = (run: Reading): number => 100 * (run.mean('usual') - run.mean('unusual'));

/** How hours suit usual and unusual styles where people are followed; and how much a durable exit is worth to those who gave up a contract or might have. */
function look({ month, now, note }: Seen): void {
  if (month >= MONTHS - 3) suit(now, note);
  if (month !== MONTHS - 1) return;
  const { mayLeave, contractsLeft, mission } = now.structures;
  for (let j = 0; j < now.counts.structures; j++) if (mayLeave[j]) note(contractsLeft[j]! > 0 ? 'left' : 'stayed', 100 * Math.log(mission[j]!));
}

/** Fit weighted by files and by how frequent each style is: what luck puts with whom is left out. */
function suit({ structures: s, counts }: Seen['now'], note: Seen['note']): void {
  const sums = { usual: [0, 0], unusual: [0, 0] };
  for (let j = 0; j < counts.structures; j++) {
    for (let z = 0; z < STYLES; z++) {
      const weight = s.caseload[j]! * styleShare(z);
      const sum = sums[unusual(z) ? 'unusual' : 'usual'];
      sum[0]! += weight * s.fit[j * STYLES + z]!;
      sum[1]! += weight;
    }
  }
  note('usual', sums.usual[0]! / sums.usual[1]!);
  note('unusual', sums.unusual[0]! / sums.unusual[1]!);
}

ablation('standardisation', {
  population: 300,
  months: MONTHS,
  books: {
    free: { set: { ...call, 'outsourcing.specification': 0 } },
    paper: { set: { ...call, 'outsourcing.specification': 0.9, 'outsourcing.monitoring': 0 } },
    seen: { set: { ...call, 'outsourcing.specification': 0.9, 'outsourcing.monitoring': 0.9 } },
  },
  look,
  replications: 60,
  patterns: {
    'practices grow alike over calls that specify and look (index points of diversity lost)': {
      margin: 5,
      contrast: ({ free, seen }) => end(free, 'practice-diversity') - end(seen, 'practice-diversity'),
    },
    'unusual needs fit worse beside usual ones (index points)': { margin: 3, contrast: ({ free, seen }) => gap(seen) - gap(free) },
    'some partners give up a contract (contracts)': {
      margin: 0.5,
      contrast: ({ free, seen }) => end(seen, 'contracts-left') - end(free, 'contracts-left'),
    },
    'and those who do are those driven by values (hours that a durable exit is worth, in hundredths of a logarithm)': {
      margin: 10,
      contrast: ({ seen }) => (seen.count('left') === 0 || seen.count('stayed') === 0 ? 0 : seen.mean('left') - seen.mean('stayed')),
    },
    'where nobody looks, forms grow alike more than practices do (index points)': {
      margin: 5,
      contrast: ({ free, paper }) =>
        end(free, 'form-diversity') - end(paper, 'form-diversity') - (end(free, 'practice-diversity') - end(paper, 'practice-diversity')),
    },
    'and the gap between form and practice widens (index points)': {
      margin: 5,
      contrast: ({ seen, paper }) => end(paper, 'decoupling') - end(seen, 'decoupling'),
    },
  },
});
