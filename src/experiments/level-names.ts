import type { Text } from '../engine/index.ts';
import { levels } from './levels.ts';

/** A reading of a run on the definition of a published survey: what a calibration may aim at. */
export interface LevelName {
  readonly label: Text;
  readonly unit: '%' | 'months';
  /** Months a run must have for it to be read. */
  readonly months: number;
}

const YEAR = 12;
const TEN_YEARS = 120;
const TEN_YEARS_ON = 'DREES 2023, panel 2010-2020';

const named = (id: string, fr: string, en: string, months: number, unit: LevelName['unit'] = '%'): [string, LevelName] => [
  id,
  { label: { fr, en }, unit, months },
];

/** Rows set in under another in a table say of whom they speak when they stand alone. */
function alone(place: number): Text {
  const { label } = levels[place]!;
  if (!label.fr.startsWith('— ')) return label;
  const above = levels.slice(0, place).findLast(({ label: { fr } }) => !fr.startsWith('— '))!.label;
  return { fr: `${above.fr}, ${label.fr.slice(2)}`, en: `${above.en}, ${label.en.slice(2)}` };
}

/** Every level by id: those published for France, and those published for Brussels. */
export const levelNames: ReadonlyMap<string, LevelName> = new Map([
  ...levels.map(({ id, source }, i): [string, LevelName] => [id, { label: alone(i), unit: '%', months: source === TEN_YEARS_ON ? TEN_YEARS : YEAR }]),
  named('non-take-up-other-benefit', 'Non-recours, avec une autre prestation', 'Non-take-up, with another benefit', YEAR),
  named('non-take-up-no-other-benefit', 'Non-recours, sans autre prestation', 'Non-take-up, without another benefit', YEAR),
  named('spell-months', 'Durée moyenne d’un passage au revenu minimum', 'Mean length of a spell on minimum income', YEAR, 'months'),
  named('work-among-leavers', 'En emploi un an après, parmi les sortis', 'In work a year later, among those out', YEAR),
  named('left-for-good-in-five-years', 'Sortis pour de bon en cinq ans', 'Left for good within five years', TEN_YEARS),
]);
