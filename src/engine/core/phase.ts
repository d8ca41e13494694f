/** The seventeen phases of a month, in order: the table of contents of the model. */
export const phases = [
  'context', // conjuncture: vacancies, inflow
  'needs', // life events, drift, what each person can do this month
  'claiming', // entries, claims, rights opened
  'orientation', // a reading of needs, a lead service
  'admission', // accept, wait, refuse
  'staff-time', // hours by use, the price of an hour
  'support', // hours reach people; solutions are given out
  'referral', // keep, send on, close; what is told
  'conditionality', // contracts, checks, warnings, sanctions
  'outcomes', // jobs, ends of jobs, other ways out
  'mobility', // moves between zones
  'accounts', // benefits, repair, contracts, wages, investment
  'results', // declared and true
  'evaluation', // what is judged, what it is worth
  'adaptation', // departures, hiring, habits
  'governance', // ties, common institutions
  'observation', // the month is closed and read
] as const;

export type Phase = (typeof phases)[number];
