import type { Context } from '../context.ts';
import { floorHours } from '../kernel/situate.ts';
import { CLASSES } from '../world/people.ts';
import { FOLLOW_UP, SORTING, shareToWork, stages, SUPPORT as SUPPORT_TIME, USES } from '../world/structures.ts';
import { stockOf } from './make.ts';

const [INTAKE, DIAGNOSIS, SUPPORT, PLACEMENT, AFTER] = [0, 1, 2, 3, 4];
const hours = new Float64Array(stages.length);

/**
 * Hours with people by phase, this month: requests and referrals sorted; what any file takes to be known and kept in view; the rest of support, by the part
 * that each practice gives to needs and to finding work; calls to those placed. Left out: what a worker does of two phases at once.
 */
function read(context: Context): void {
  const { structures: s, counts } = context.world;
  hours.fill(0);
  for (let j = 0; j < counts.structures; j++) {
    hours[INTAKE] += s.minutes[j * USES + SORTING] / 60;
    hours[AFTER] += s.minutes[j * USES + FOLLOW_UP] / 60;
    const toWork = shareToWork(s, j);
    // Where files need more than there is, each gets its part of what there is.
    let asked = 0;
    for (let c = 0; c < CLASSES; c++) asked += s.byClass[j * CLASSES + c] * s.hours[j * CLASSES + c];
    const there = Math.min(1, s.minutes[j * USES + SUPPORT_TIME] / 60 / Math.max(1e-9, asked));
    for (let c = 0; c < CLASSES; c++) {
      const at = j * CLASSES + c;
      const least = Math.min(s.hours[at], floorHours(context, c));
      const beyond = there * s.byClass[at] * (s.hours[at] - least);
      hours[DIAGNOSIS] += there * s.byClass[at] * least;
      hours[SUPPORT] += (1 - toWork) * beyond;
      hours[PLACEMENT] += toWork * beyond;
    }
  }
}

const share =
  (stage: number) =>
  (context: Context): number => {
    read(context);
    let all = 0;
    for (let q = 0; q < stages.length; q++) all += hours[q];
    return all > 0 ? (100 * hours[stage]) / all : 0;
  };

/** What each phase is here: its name, and what is counted in it. */
const words = [
  {
    label: { fr: 'accueil', en: 'intake' },
    counted: { fr: 'trier les demandes et s’accorder sur les orientations', en: 'sorting requests and agreeing on referrals' },
  },
  {
    label: { fr: 'connaître et tenir le dossier', en: 'knowing and keeping the file' },
    counted: { fr: 'le minimum que prend tout dossier pour être connu et gardé en vue', en: 'the least that any file takes to be known and kept in view' },
  },
  {
    label: { fr: 'alléger les besoins', en: 'easing needs' },
    counted: {
      fr: 'au-delà de ce minimum, la part que chaque pratique donne aux besoins',
      en: 'beyond that least, the part that each practice gives to needs',
    },
  },
  {
    label: { fr: 'trouver un emploi', en: 'finding work' },
    counted: {
      fr: 'au-delà de ce minimum, la part que chaque pratique donne à l’emploi',
      en: 'beyond that least, the part that each practice gives to finding work',
    },
  },
  {
    label: { fr: 'suivi après la sortie', en: 'follow-up after the exit' },
    counted: {
      fr: 'appeler ceux qui ont trouvé un emploi, tant qu’il doit durer pour compter',
      en: 'calling those who found a job, as long as it must last before it counts',
    },
  },
] as const;

/** Where the time that services give people goes, over the five phases of a follow-up. */
export const stageIndicators = stages.map(({ key }, stage) => {
  const { label, counted } = words[stage]!;
  return stockOf(
    {
      id: `phase-${key}`,
      reading: 'service',
      better: 'neutral',
      digits: stage === AFTER ? 2 : 1,
      unit: '%',
      label: { fr: `Temps donné aux personnes : ${label.fr}`, en: `Time given to people: ${label.en}` },
      definition: {
        fr: `Part des heures données aux personnes qui va à cette phase : ${counted.fr}.`,
        en: `Share of the hours given to people that goes to this phase: ${counted.en}.`,
      },
      denominator: { fr: 'heures données aux personnes', en: 'hours given to people' },
    },
    share(stage),
  );
});
