import type { Mechanism } from '../core/mechanism.ts';
import { claiming } from './claiming.ts';
import { collectiveStance } from './collective-stance.ts';
import { conditionality } from './conditionality.ts';
import { conjuncture } from './conjuncture.ts';
import { crossedPathways } from './crossed-pathways.ts';
import { deliberation } from './deliberation.ts';
import { displacement } from './displacement.ts';
import { entryControl } from './entry-control.ts';
import { evaluation } from './evaluation.ts';
import { gaming } from './gaming.ts';
import { grouping } from './grouping.ts';
import { handOff } from './hand-off.ts';
import { mandates } from './mandates.ts';
import { meaning } from './meaning.ts';
import { mobility } from './mobility.ts';
import { needs } from './needs.ts';
import { offLoading } from './off-loading.ts';
import { operators } from './operators.ts';
import { orientation } from './orientation.ts';
import { repair } from './repair.ts';
import { stacking } from './stacking.ts';
import { standardisation } from './standardisation.ts';
import { socialEconomy } from './social-economy.ts';
import { uncertainInstitution } from './uncertain-institution.ts';
import { withheldInformation } from './withheld-information.ts';
import { workload } from './workload.ts';

/** Every mechanism, in the order in which they act within a phase. Moving a line is a modelling decision. */
export const mechanisms: readonly Mechanism[] = [
  needs, // M1
  claiming, // M2
  orientation, // M3
  entryControl, // M4
  offLoading, // M5
  withheldInformation, // M6
  handOff, // M7
  workload, // M8
  evaluation, // M9
  gaming, // M10
  operators, // M11
  standardisation, // M12
  collectiveStance, // M13
  mandates, // M14
  deliberation, // M15
  uncertainInstitution, // M16
  meaning, // M17
  conditionality, // M18
  socialEconomy, // M19
  repair, // M20
  grouping, // M21
  stacking, // M22
  mobility, // M23
  conjuncture, // M24
  displacement, // M25
  crossedPathways, // M26
];
