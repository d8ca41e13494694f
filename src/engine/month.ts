import { type Book, openBook, valuesOf } from './book.ts';
import { openBooks, settleBooks } from './books.ts';
import { bookParameters } from './world/costs.ts';
import type { Context } from './context.ts';
import { type Phase, phases } from './core/phase.ts';
import { outcomes } from './labour.ts';
import { labourParameters } from './world/jobs.ts';
import { mechanisms } from './mechanisms/index.ts';
import { fillLanes, openMonth, recount } from './opening.ts';
import { countResults } from './results.ts';
import { support } from './support.ts';

/** One thing done in a month. */
export type Act = (context: Context) => void;

/** Something done beneath all mechanisms, under the name that documents give it. */
interface Part {
  readonly name: string;
  readonly act: Act;
}

/** What stands beneath all mechanisms, before or after them within a phase. */
function skeleton(book: Book): Readonly<Partial<Record<Phase, { readonly before?: Part; readonly after?: Part }>>> {
  const books = valuesOf(book, 'books', bookParameters);
  const labour = valuesOf(book, 'labour', labourParameters);
  return {
    context: { before: { name: 'open-month', act: openMonth } },
    claiming: { before: { name: 'shared-draws', act: fillLanes } },
    'staff-time': { before: { name: 'recount', act: recount } },
    support: { after: { name: 'support', act: support } },
    outcomes: { after: { name: 'labour', act: (context) => outcomes(context, labour) } },
    accounts: {
      before: { name: 'open-books', act: (context) => openBooks(context, books) },
      after: { name: 'close-books', act: (context) => settleBooks(context, books) },
    },
    results: { after: { name: 'count-results', act: countResults } },
  };
}

/** An act of the month, with its phase and who does it: a mechanism by its key, or a part beneath all mechanisms. */
export interface Scheduled {
  readonly phase: Phase;
  readonly mechanism: string | undefined;
  readonly part: string | undefined;
  readonly act: Act;
}

/** The month in order: the seventeen phases, and in each the mechanisms in theirs. What runs, and what the documents say of it. */
export function schedule(book: Book, on: ReadonlySet<string>): readonly Scheduled[] {
  const beneath = skeleton(book);
  return phases.flatMap((phase) => {
    const { before, after } = beneath[phase] ?? {};
    const part = ({ name, act }: Part): Scheduled => ({ phase, mechanism: undefined, part: name, act });
    const acts = mechanisms.flatMap((m): Scheduled[] => {
      const step = on.has(m.key) ? m.steps[phase] : m.off.steps?.[phase];
      if (!step) return [];
      const values = valuesOf(book, m.key, m.parameters);
      return [{ phase, mechanism: m.key, part: undefined, act: (context) => step(context, values) }];
    });
    return [...(before ? [part(before)] : []), ...acts, ...(after ? [part(after)] : [])];
  });
}

/** The month as a flat list of acts. */
export const planMonth = (book: Book, on: ReadonlySet<string>): readonly Act[] => schedule(book, on).map(({ act }) => act);

/** The month of the default rules with every mechanism on: what the documents print. */
export const wholeMonth = (): readonly Scheduled[] => schedule(openBook({ set: {}, timeline: [], off: [] }), new Set(mechanisms.map(({ key }) => key)));
