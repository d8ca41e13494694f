import { type Book, valuesOf } from './book.ts';
import { openBooks, settleBooks } from './books.ts';
import { bookParameters } from './world/costs.ts';
import type { Context } from './context.ts';
import { type Phase, phases } from './core/phase.ts';
import { labourParameters, outcomes } from './labour.ts';
import { mechanisms } from './mechanisms/index.ts';
import { fillLanes, openMonth, recount } from './opening.ts';
import { countResults } from './results.ts';
import { support } from './support.ts';

/** One thing done in a month. */
export type Act = (context: Context) => void;

/** What stands beneath all mechanisms, before or after them within a phase. */
function skeleton(book: Book): Readonly<Partial<Record<Phase, { readonly before?: Act; readonly after?: Act }>>> {
  const books = valuesOf(book, 'books', bookParameters);
  const labour = valuesOf(book, 'labour', labourParameters);
  return {
    context: { before: openMonth },
    claiming: { before: fillLanes },
    'staff-time': { before: recount },
    support: { after: support },
    outcomes: { after: (context) => outcomes(context, labour) },
    accounts: { before: (context) => openBooks(context, books), after: (context) => settleBooks(context, books) },
    results: { after: countResults },
  };
}

/** The month as a flat list of acts: the seventeen phases in order, and in each the mechanisms in theirs. */
export function planMonth(book: Book, on: ReadonlySet<string>): readonly Act[] {
  const beneath = skeleton(book);
  return phases.flatMap((phase) => {
    const acts: Act[] = [];
    const { before, after } = beneath[phase] ?? {};
    if (before) acts.push(before);
    for (const m of mechanisms) {
      const step = on.has(m.key) ? m.steps[phase] : m.off.steps?.[phase];
      if (!step) continue;
      const values = valuesOf(book, m.key, m.parameters);
      acts.push((context) => step(context, values));
    }
    if (after) acts.push(after);
    return acts;
  });
}
