import { f64, u8 } from '../core/table.ts';

/** Programmes that the partnership can run at once: its money is for that many. */
export const PROGRAMMES = 8;

/** What a programme is doing. */
export const NOTHING = 0;
export const SET_UP = 1;
export const RUNS = 2;
export const CLOSES = 3;

/** What a structure does about a programme. */
export const SILENT = 0;
export const AGAINST = 1;
export const IN_FAVOUR = 2;
export const GONE = 3;

/** Common programmes of the partnership, one row per place its money can pay for. */
export const programmes = {
  state: u8('0 none, 1 being set up, 2 runs, 3 runs until it closes'),
  group: u8('group of needs it is for'),
  wait: u8('months until it opens or closes'),
  age: f64('months since it opened'),
  quality: f64('what it adds to the yield of support for its people, hidden'),
  promised: f64('what it adds, by its file and its evaluation'),
  against: f64('share of the board that spoke against it last year'),
  favour: f64('share of the board that spoke for it last year'),
  users: f64('share of structures that still use it'),
} as const;
