/**
 * Every purpose for which a draw is made, in one list. A name never changes once released, since its hash
 * addresses its draws; a test refuses collisions and changes. Purposes are finer than mechanisms.
 */
export const purposes = [
  'person.month', // shared block: life event, its kind
  'person.work', // shared block: hire or end of job, other ways out
  'person.service', // shared block, four lanes of 16 bits: check, contract, review or second reading of the file, suspension
  'person.review', // shared block: orientation interview, or what a review leads to
  'person.sample',
  'person.claim', // shared block: claim, suspension
  'labour.place',
  'newcomer.entry',
  'newcomer.attribute',
  'orientation.noise',
  'orientation.choice',
  'admission.decision',
  'referral.disclosure',
  'referral.loss',
  'referral.discovery',
  'solutions.rank',
  'solutions.release',
  'conditionality.failure',
  'workload.departure',
  'workload.hiring',
  'uncertain-institution.bearer',
  'uncertain-institution.invention',
  'uncertain-institution.meeting',
  'gaming.declaration',
  'mandates.bid',
  'collective-stance.door',
  'collective-stance.choice',
  'collective-stance.funder',
  'mandates.award',
  'mandates.merger',
  'grouping.survey',
  'grouping.belief',
  'standardisation.renewal',
  'standardisation.exit',
  'crossed-pathways.turn',
  'crossed-pathways.month',
  'social-economy.proposal',
  'social-economy.choice',
  'social-economy.stay',
  'stacking.appointment',
  'stacking.place',
  'deliberation.launch',
  'deliberation.view',
  'deliberation.own',
  'deliberation.stance',
  'meaning.reading',
  'mobility.move',
  'mobility.rights',
  'mobility.dispute',
  'populate.structures',
  'populate.identity',
  'arm.assign',
] as const;

export type Purpose = (typeof purposes)[number];

/** FNV-1a of a purpose's name: its address among the streams. */
export function streamHash(name: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) h = Math.imul(h ^ name.charCodeAt(i), 0x01000193);
  return h;
}
