import { f64, u16, u8 } from '../core/table.ts';
import type { Text } from '../core/text.ts';
import { CAF, DEPARTEMENT, STATE } from './funders.ts';
import { HOUSING, SKILLS } from './people.ts';

const FAMILY = 3;
const RIGHTS = 5;

/** One scheme for each of four funding bodies, in the order of the rows and of the bits of `people.schemes`. They differ by their columns. */
export const schemeList = [
  { key: 'housing-support', funder: STATE, need: HOUSING, label: { fr: 'suivi lié au logement (État)', en: 'support in housing (State)' } },
  { key: 'budget-support', funder: DEPARTEMENT, need: RIGHTS, label: { fr: 'suivi budgétaire (département)', en: 'support with debts (département)' } },
  { key: 'family-support', funder: CAF, need: FAMILY, label: { fr: 'suivi des familles (CAF)', en: 'support for families (CAF)' } },
  {
    key: 'training-support',
    funder: STATE,
    need: SKILLS,
    label: { fr: 'suivi de formation (service de l’emploi)', en: 'support in training (employment service)' },
  },
] as const satisfies readonly { key: string; funder: number; need: number; label: Text }[];
export const SCHEMES = schemeList.length;
/** Sets of schemes that one person may be in at once. */
export const STACKS = 1 << SCHEMES;

/** One row per scheme. People, places and cents are real. Left out: who runs it, and where it is open. */
export const schemes = {
  funder: u8('row of funders'),
  need: u8('need it treats'),
  mask: u16('bits: statuses whose holders it may follow'),
  standing: f64('places today'),
  places: f64('places this month'),
  held: f64('people followed, as this funder counts them'),
  price: f64('cents a month for a place held'),
  paid: f64('cents paid by its funder this month'),
  minutes: f64('minutes of paper that leads owe for it this month'),
} as const;
