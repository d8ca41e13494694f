import { expect, test } from 'vitest';

/** Two classes of the paid stock: weights, monthly exits, monthly returns, from the fit to the ten-year panel (DREES 2023). */
const WEIGHT = [0.56, 0.44];
const EXIT = [0.0087, 0.0562];
const RETURN = [0.0178, 0.0073];
const YEARS = 10;

type Chain = readonly [readonly [number, number], readonly [number, number]];
const times = (a: Chain, b: Chain): Chain => [
  [a[0][0] * b[0][0] + a[0][1] * b[1][0], a[0][0] * b[0][1] + a[0][1] * b[1][1]],
  [a[1][0] * b[0][0] + a[1][1] * b[1][0], a[1][0] * b[0][1] + a[1][1] * b[1][1]],
];

/** From on and off to on and off, from one year-end to the next. */
function year(c: number): Chain {
  const month: Chain = [
    [1 - EXIT[c]!, EXIT[c]!],
    [RETURN[c]!, 1 - RETURN[c]!],
  ];
  let all: Chain = month;
  for (let m = 1; m < 12; m++) all = times(all, month);
  return all;
}

/** Shares, in %, of a mix of the two classes that opens a panel of ten year-ends on benefit. */
function panel(mix: readonly number[]) {
  const total = mix[0]! + mix[1]!;
  const found = { persistent: 0, leftForGood: 0, leftFirstYear: 0, presentAtTen: 0, outAfterAYear: 0 };
  mix.forEach((part, c) => {
    const [[stay, leave], [back, away]] = year(c);
    const share = (100 * part) / total;
    let on = 1;
    for (let y = 0; y < YEARS; y++) on = on * stay + (1 - on) * back;
    found.persistent += share * stay ** YEARS;
    for (let y = 0; y < YEARS; y++) found.leftForGood += share * stay ** y * leave * away ** (YEARS - 1 - y);
    found.leftFirstYear += share * leave * away ** (YEARS - 1);
    found.presentAtTen += share * on;
    found.outAfterAYear += share * leave;
  });
  return found;
}

const all = panel(WEIGHT);
const entrants = panel(WEIGHT.map((w, c) => w * (1 - (1 - EXIT[c]!) ** 12)));
const old = panel(WEIGHT.map((w, c) => w * (1 - EXIT[c]!) ** 48));

/** What the closed form gives, as printed beside the published figure; without a printed value, the published one alone. */
test.each([
  ['persistent', all.persistent, 21.9, 21.1],
  ['left for good', all.leftForGood, 40.0, 38.2],
  ['left for good in the first year', all.leftFirstYear, 12.5, 13.4],
  ['left for good in the first year, entrants', entrants.leftFirstYear, 21.7, 22.4],
  ['left for good in the first year, four years and more', old.leftFirstYear, 3.2, 5.0],
  ['back or still on at ten years', all.presentAtTen, 43.7, 42.2],
  ['out after a year', all.outAfterAYear, 26.1, 25],
  ['persistent, entrants', entrants.persistent, undefined, 10],
  ['persistent, four years and more', old.persistent, undefined, 36.7],
])('%s: %d', (_, found, printed, published) => {
  if (printed !== undefined) expect(Math.abs(found - printed)).toBeLessThan(0.3);
  expect(Math.abs(found - published)).toBeLessThan(2.1);
});

test('one class cannot: with the mean exit, entrants and old stock would leave alike', () => {
  expect(entrants.leftFirstYear / old.leftFirstYear).toBeGreaterThan(4);
  const mean = WEIGHT[0]! * EXIT[0]! + WEIGHT[1]! * EXIT[1]!;
  expect((1 - mean) ** 120).toBeLessThan(0.05);
});
