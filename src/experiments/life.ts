import { type Cause, GONE, GONE_LETTER, type Lives, NOT_YET, NOT_YET_LETTER, type Portrait, statuses, type Turn } from '../engine/index.ts';

/** The letter of a status, of not being there yet, or of being gone. */
export const letterOf = (status: number): string => (status === GONE ? GONE_LETTER : status === NOT_YET ? NOT_YET_LETTER : (statuses[status]?.letter ?? '?'));

/** What a life comes to. */
export interface Totals {
  readonly accompanied: number;
  readonly waiting: number;
  readonly inWork: number;
  readonly withoutRight: number;
  readonly refusals: number;
  readonly bounces: number;
  readonly retellings: number;
  readonly sanctions: number;
  readonly crises: number;
}

/** One person under one rule book. */
export interface Life {
  readonly id: number;
  /** None when the person never comes. */
  readonly portrait: Portrait | null;
  /** One letter a month, from month 0. */
  readonly letters: string;
  readonly turns: readonly Turn[];
  readonly totals: Totals;
}

const months = (letters: string, which: string): number => [...letters].filter((letter) => which.includes(letter)).length;
const times = (turns: readonly Turn[], ...which: readonly Cause[]): number => turns.filter(({ cause }) => which.includes(cause)).length;

const totalsOf = (letters: string, turns: readonly Turn[]): Totals => ({
  accompanied: months(letters, 'A'),
  waiting: months(letters, 'W'),
  inWork: months(letters, 'SD'),
  withoutRight: months(letters, 'EP'),
  refusals: times(turns, 'entry-control.refused'),
  bounces: times(turns, 'entry-control.bounced'),
  retellings: times(turns, 'entry-control.retold', 'withheld-information.discovered'),
  sanctions: times(turns, 'conditionality.sanctioned'),
  crises: times(turns, 'needs.crisis'),
});

/** The lives of everyone watched in a run, by rising id. */
export function livesOf({ ids, months: length, statuses: codes, portraits, turns }: Lives): Life[] {
  const own = new Map<number, Turn[]>(Array.from(ids, (id) => [id, []]));
  for (const turn of turns) own.get(turn.id)?.push(turn);
  return Array.from(ids, (id, k): Life => {
    const letters = Array.from(codes.subarray(k * length, (k + 1) * length), letterOf).join('');
    const mine = own.get(id) ?? [];
    return { id, portrait: portraits[k] ?? null, letters, turns: mine, totals: totalsOf(letters, mine) };
  });
}

/** Where two lives of one person part: the month, and the place of the first turn that differs in each (or none left). */
export interface Parting {
  readonly month: number;
  readonly turns: readonly [number | null, number | null];
}

const same = (a: Turn, b: Turn): boolean => a.month === b.month && a.cause === b.cause && a.other === b.other;

/** The first turn that differs between two lives, or null when they are alike to the end. What weighed may differ without anything happening. */
export function partingOf(a: Life, b: Life): Parting | null {
  let k = 0;
  while (k < a.turns.length && k < b.turns.length && same(a.turns[k]!, b.turns[k]!)) k++;
  const [x, y] = [a.turns[k], b.turns[k]];
  if (!x && !y) return null;
  return { month: Math.min(x?.month ?? Number.POSITIVE_INFINITY, y?.month ?? Number.POSITIVE_INFINITY), turns: [x ? k : null, y ? k : null] };
}

/** Why a life is worth telling. */
export const reasons = ['refused', 'bounced', 'durable', 'never-claimed', 'waiting', 'lost', 'sanctioned', 'apart'] as const;
export type Reason = (typeof reasons)[number];

/** A person worth telling, the reason, and the figure that earns it (times or months). */
export interface Telling {
  readonly id: number;
  readonly reason: Reason;
  readonly figure: number;
}

/** Months of the last stay in a status, when it lasts to the end and support came before. */
function endsWell({ letters, totals }: Life): number {
  if (totals.accompanied < 6) return 0;
  return /D*$/.exec(letters)![0].length;
}

const neverClaims = ({ letters, turns }: Life): number => (times(turns, 'claiming.claimed', 'claiming.opened') > 0 ? 0 : months(letters, 'E'));

const scores: Readonly<Record<Exclude<Reason, 'apart'>, (life: Life) => number>> = {
  refused: ({ totals }) => totals.refusals,
  bounced: ({ totals }) => totals.bounces,
  durable: endsWell,
  'never-claimed': neverClaims,
  waiting: ({ totals }) => totals.waiting,
  lost: ({ letters }) => months(letters, 'V'),
  sanctioned: ({ totals }) => totals.sanctions,
};

/** One person for each reason that someone meets, nobody twice; the lowest id among equals. `others`: the same people under another rule book. */
export function telling(lives: readonly Life[], others?: readonly Life[]): Telling[] {
  const out: Telling[] = [];
  const byId = new Map(others?.map((life) => [life.id, life]));
  const apart = (life: Life): number => {
    const other = byId.get(life.id)?.letters ?? life.letters;
    return [...life.letters].filter((letter, m) => letter !== other[m]).length;
  };
  for (const reason of reasons) {
    const score = reason === 'apart' ? apart : scores[reason];
    let best: Life | undefined;
    for (const life of lives) if (!out.some(({ id }) => id === life.id) && score(life) > (best ? score(best) : 0)) best = life;
    if (best) out.push({ id: best.id, reason, figure: score(best) });
  }
  return out;
}
