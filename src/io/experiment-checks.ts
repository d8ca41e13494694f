import type { Collector } from './collect.ts';
import type { CellFile } from './experiment-measure-shape.ts';
import type { ExperimentFile } from './experiment-shape.ts';
import type { Path } from './path.ts';
import { show } from './show.ts';

/** Strata a person may be in: one bit each. */
const MOST_STRATA = 31;
/** Arms and saturations are kept as bytes. */
const MOST_DRAWN = 255;

/** Statuses in which a service can take a person on, and those that it never meets while they last. */
const REACHED = 'O, W, A';
const AT_WORK = 'SD';
const some = (record: object | undefined): boolean => record !== undefined && Object.keys(record).length > 0;

/** What the parts of a file ask of one another: whatever would be read by nothing, or twice, is told. */
export function checkDesign(file: ExperimentFile, problems: Collector): void {
  const { assignment, arms, estimands, grounds = [], outcomes, strata = {} } = file;
  twice(arms, ['arms'], problems);
  twice(estimands, ['estimands'], problems);
  twice(grounds, ['grounds'], problems);
  atMost(Object.keys(strata), MOST_STRATA, ['strata'], problems);
  atMost(arms, MOST_DRAWN, ['arms'], problems);
  atMost(assignment.saturations ?? [], MOST_DRAWN, ['assignment', 'saturations'], problems);
  withUnit(file, problems);
  arms.forEach((arm, n) => {
    const needs = (key: 'takeUp' | 'lasts' | 'undo', ...expected: readonly string[]) => {
      if (arm[key] !== undefined && expected.length > 0) problems.add('needs-key', ['arms', n, key], { expected: expected.join(', '), of: 'key' });
    };
    const [set, people] = [some(arm.set), some(arm.people)];
    needs('takeUp', ...(arm.service || set || people ? [] : ['service, set, people']));
    needs('lasts', ...(arm.service || set || arm.undo ? [] : ['service, set, undo']));
    needs('undo', ...(people ? [] : ['people']), ...(arm.lasts === undefined ? ['lasts'] : []));
    if (arm.service && file.who?.status && [...file.who.status].every((letter) => AT_WORK.includes(letter)))
      problems.add('service-reaches-none', ['arms', n, 'service'], { found: file.who.status, expected: REACHED, of: 'key' });
  });
  estimands.forEach((one, n) => {
    const cited = file.sources.filter(({ row }) => one.row === undefined || row === one.row);
    if (file.use !== 'shown' && cited.length > 0 && cited.every(({ tag }) => tag === 'R'))
      problems.add('recalled-scored', ['estimands', n], { found: cited.map(({ row }) => row).join(', ') });
  });
  if (file.who?.rank) problems.add('rank-in-who', ['who', 'rank'], { of: 'key' });
  atLeastOne(outcomes, ['outcomes'], problems);
  for (const [name, { readings, weights, served }] of Object.entries(outcomes)) {
    const path: Path = ['outcomes', name];
    if (readings) atLeastOne(readings, [...path, 'readings'], problems);
    if (weights) checkWeights(weights, [...path, 'weights'], problems);
    if (served && arms.every(({ service, takeUp }) => !service && takeUp === undefined))
      problems.add('needs-key', [...path, 'served'], { expected: 'arms[…].service, arms[…].takeUp', of: 'key' });
  }
}

/** Keys that only some units read. */
function withUnit(file: ExperimentFile, problems: Collector): void {
  const { assignment, arms } = file;
  const { unit, waves = [] } = assignment;
  const only = (path: Path, allowed: readonly string[]) => {
    if (!allowed.includes(unit)) problems.add('not-with-unit', path, { found: unit, expected: allowed.join(', '), of: 'key' });
  };
  if (assignment.saturations) only(['assignment', 'saturations'], ['person']);
  if (assignment.bodies) only(['assignment', 'bodies'], ['structure']);
  if ((file.enrol ?? 1) > 1 && arms.some(({ lasts }) => lasts !== undefined)) only(['enrol'], ['person']);
  arms.forEach(({ structures, people, set, takeUp }, n) => {
    if (takeUp !== undefined && (structures || people || set)) only(['arms', n, 'takeUp'], ['person']);
    if (!structures) return;
    only(['arms', n, 'structures'], ['structure', 'zone', 'territory']);
    if (unit === 'territory' && Math.max(0, ...waves) > 0) problems.add('structures-before-wave', ['arms', n, 'structures'], { of: 'key' });
  });
}

function twice(list: readonly { readonly id: string }[], path: Path, problems: Collector): void {
  const seen = new Set<string>();
  list.forEach(({ id }, n) => {
    if (seen.has(id)) problems.add('named-twice', [...path, n, 'id'], { found: show(id) });
    seen.add(id);
  });
}

function atMost(list: readonly unknown[], most: number, path: Path, problems: Collector): void {
  if (list.length > most) problems.add('too-many', path, { found: show(list.length), expected: String(most) });
}

function atLeastOne(record: object, path: Path, problems: Collector): void {
  if (Object.keys(record).length === 0) problems.add('too-few', path, { expected: '1' });
}

/** A status has one worth. */
function checkWeights(weights: Readonly<Record<string, number>>, path: Path, problems: Collector): void {
  atLeastOne(weights, path, problems);
  const seen = new Set<string>();
  for (const letters of Object.keys(weights))
    for (const letter of letters) {
      if (seen.has(letter)) problems.add('named-twice', [...path, letters], { found: show(letter), of: 'key' });
      seen.add(letter);
    }
}

/** The zones of a cell: some saturation that zones draw must lie between its bounds. */
export function checkSaturation(cell: CellFile, { assignment: { saturations } }: ExperimentFile, path: Path, problems: Collector): void {
  if (typeof cell === 'string' || !cell.saturation) return;
  const here: Path = [...path, 'saturation'];
  const [low, high] = cell.saturation;
  if (!saturations) problems.add('needs-key', here, { expected: 'assignment.saturations', of: 'key' });
  else if (low > high) problems.add('bounds-crossed', here, { found: `${low}, ${high}` });
  else if (!saturations.some((share) => low <= share && share <= high))
    problems.add('no-saturation', here, { found: `${low}, ${high}`, expected: saturations.join(', ') });
}

type EstimandFile = ExperimentFile['estimands'][number];

/** Bounds of a row: those that its target asks for, the lowest first. */
export function checkBounds({ target, agrees, published, points }: EstimandFile, nothing: number, path: Path, problems: Collector): void {
  const { low, high } = agrees;
  const missing = target === 'sign' ? (low === undefined) === (high === undefined) : target !== 'profile' && (low === undefined || high === undefined);
  if (missing) problems.add(target === 'sign' ? 'sign-bound' : 'band-bounds', [...path, 'agrees']);
  rising([low, high], [...path, 'agrees'], problems);
  rising([published.low, published.point, published.high], [...path, 'published'], problems);
  if (target === 'null' && low !== undefined && high !== undefined && low <= high && (low > nothing || high < nothing))
    problems.add('null-margin', [...path, 'agrees'], { found: `${low}, ${high}`, expected: String(nothing) });
  if ((target === 'profile') !== (points !== undefined)) problems.add('profile-points', points ? [...path, 'points'] : path);
  (points ?? []).forEach((point, n) => {
    const here: Path = [...path, 'points', n, 'agrees'];
    if (point.agrees.low === undefined && point.agrees.high === undefined) problems.add('point-bound', here);
    rising([point.agrees.low, point.agrees.high], here, problems);
  });
}

function rising(figures: readonly (number | undefined)[], path: Path, problems: Collector): void {
  const given = figures.filter((one) => one !== undefined);
  if (given.some((one, n) => n > 0 && one < given[n - 1]!)) problems.add('bounds-crossed', path, { found: given.join(', ') });
}
