import type { Context } from '../context.ts';
import { fromGrains, grains } from '../core/money.ts';
import { NONE } from '../world/people.ts';
import { RULES, TIES } from '../world/structures.ts';
import { flowOf, people, ratioOf, stockOf } from './make.ts';

const reading = 'territory' as const;

const meanTie =
  (column: 'trust' | 'instituted' | 'distance') =>
  ({ world }: Context): number => {
    const { ties, counts } = world;
    let sum = 0;
    let n = 0;
    for (let t = 0; t < counts.structures * TIES; t++) {
      if (ties.partner[t] === NONE) continue;
      sum += grains(ties[column][t]);
      n++;
    }
    return n === 0 ? 0 : (100 * fromGrains(sum)) / n;
  };

/** Mean distance of practised rules from the rules decided, in percent. */
function ruleGap({ world }: Context): number {
  const { structures: s, counts } = world;
  const n = counts.structures * RULES;
  let sum = 0;
  for (let k = 0; k < n; k++) sum += grains(Math.abs(s.practised[k] - 1));
  return n === 0 ? 0 : (100 * fromGrains(sum)) / n;
}

/** What binds services to each other, and how well they read people. */
export const institutionIndicators = [
  stockOf(
    {
      id: 'trust',
      main: true,
      reading,
      better: 'up',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Confiance entre services', en: 'Trust between services' },
      definition: { fr: 'Confiance moyenne des liens entre structures.', en: 'Mean trust of ties between structures.' },
    },
    meanTie('trust'),
  ),
  stockOf(
    {
      id: 'instituted',
      reading,
      better: 'up',
      digits: 1,
      unit: 'index 0-100',
      label: { fr: 'Ce qui est institué', en: 'What is instituted' },
      definition: {
        fr: 'Part de la confiance qui survit au départ de ceux qui la portent.',
        en: 'Share of trust that survives the departure of those who carry it.',
      },
    },
    meanTie('instituted'),
  ),
  stockOf(
    {
      id: 'rule-gap',
      reading,
      better: 'neutral',
      digits: 1,
      unit: '%',
      label: { fr: 'Écart entre règle décidée et règle pratiquée', en: 'Gap between rule decided and rule practised' },
      definition: {
        fr: 'Écart moyen, en plus ou en moins, entre la règle telle qu’une structure la pratique et la règle décidée : contrôles, devoir d’accueillir, dossier commun, durée d’emploi qui compte.',
        en: 'Mean gap, above or below, between a rule as a structure practises it and the rule decided: checks, duty to accept, common file, job length that counts.',
      },
      denominator: { fr: 'règle décidée', en: 'the rule decided' },
    },
    ruleGap,
  ),
  stockOf(
    {
      id: 'professional-distance',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'index',
      label: { fr: 'Distance entre métiers', en: 'Distance between professions' },
      definition: {
        fr: 'Distance moyenne entre les identités professionnelles de partenaires, 100 au départ.',
        en: 'Mean distance between the professional identities of partners, 100 at the start.',
      },
    },
    meanTie('distance'),
  ),
  flowOf(
    {
      id: 'readings',
      reading,
      better: 'neutral',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Diagnostics d’orientation', en: 'Orientation diagnoses' },
      definition: { fr: 'Personnes orientées, par an.', en: 'People oriented, a year.' },
    },
    people('read'),
  ),
  flowOf(
    {
      id: 'misreadings',
      reading,
      better: 'down',
      digits: 0,
      unit: 'persons/year',
      label: { fr: 'Diagnostics à côté', en: 'Diagnoses amiss' },
      definition: { fr: 'Personnes dont le besoin principal est mal lu, par an.', en: 'People whose main need is misread, a year.' },
    },
    people('misread'),
  ),
  ratioOf(
    {
      id: 'misread-rate',
      reading,
      better: 'down',
      digits: 1,
      unit: '%',
      label: { fr: 'Orientations mal lues', en: 'Misread orientations' },
      definition: { fr: 'Part des personnes orientées dont le besoin principal est mal lu.', en: 'Share of people oriented whose main need is misread.' },
      denominator: { fr: 'personnes orientées', en: 'people oriented' },
    },
    'misreadings',
    'readings',
    100,
  ),
];
