/** The distributions used by the statistics, in arithmetic that gives the same bits in every host. */
export { normalCdf, normalQuantile } from './normal.ts';
export { studentQuantile, studentTwoSided } from './student.ts';
