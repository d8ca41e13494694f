import type { Lever } from '../core/lever.ts';
import { access } from './access.ts';
import { associations } from './associations.ts';
import { budget } from './budget.ts';
import { capacity } from './capacity.ts';
import { conditionality } from './conditionality.ts';
import { contracting } from './contracting.ts';
import { deliberation } from './deliberation.ts';
import { evaluation } from './evaluation.ts';
import { governance } from './governance.ts';
import { mobility } from './mobility.ts';
import { outsourcing } from './outsourcing.ts';

/** Every rule a user can set. The first of each group is the one a newcomer sees. */
export const levers: readonly Lever[] = [
  ...evaluation,
  ...conditionality,
  ...budget,
  ...governance,
  ...capacity,
  ...outsourcing,
  ...contracting,
  ...associations,
  ...deliberation,
  ...access,
  ...mobility,
];

export const mainLevers: readonly Lever[] = levers.filter((l) => l.main);
