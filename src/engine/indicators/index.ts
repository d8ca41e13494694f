import type { Context } from '../context.ts';
import type { Indicator } from '../core/indicator.ts';
import { crossedIndicators } from './crossed.ts';
import { associationIndicators } from './associations.ts';
import { enterpriseIndicators } from './enterprises.ts';
import { schemeIndicators } from './schemes.ts';
import { deliberationIndicators } from './deliberation.ts';
import { institutionIndicators } from './institution.ts';
import { mobilityIndicators } from './mobility.ts';
import { moneyIndicators } from './money.ts';
import { pathwayIndicators } from './pathways.ts';
import { partnershipIndicators } from './partnership.ts';
import { peopleIndicators } from './people.ts';
import { practiceIndicators } from './practices.ts';
import { serviceIndicators } from './services.ts';
import { stageIndicators } from './stages.ts';

/** Every indicator, in the order of tables: people first, then services, money, and what binds services together. */
export const indicators: readonly Indicator<Context>[] = [
  ...peopleIndicators,
  ...pathwayIndicators,
  ...crossedIndicators,
  ...mobilityIndicators,
  ...serviceIndicators,
  ...stageIndicators,
  ...practiceIndicators,
  ...enterpriseIndicators,
  ...schemeIndicators,
  ...moneyIndicators,
  ...institutionIndicators,
  ...associationIndicators,
  ...deliberationIndicators,
  ...partnershipIndicators,
];
