import { useEffect, useState } from 'preact/hooks';
import type { Bench, BenchRow } from '../../src/io/bench.ts';
import { formatNumber } from '../../src/io/format.ts';
import type { Dictionary } from '../i18n/index.ts';
import { loadBench } from '../state/bench.ts';
import type { Lang } from '../state/document.ts';
import type { Store } from '../state/store.ts';

/** The bench of a language; null until it is there. */
function useBench(lang: Lang): Bench | null {
  const [known, setKnown] = useState<{ readonly lang: Lang; readonly bench: Bench } | null>(null);
  useEffect(() => {
    let wanted = true;
    // What cannot be loaded leaves the place empty: no figure of a comparison depends on it.
    loadBench(lang).then(
      (bench) => wanted && setKnown({ lang, bench }),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [lang]);
  return known?.lang === lang ? known.bench : null;
}

function Line({ line, words }: { readonly line: BenchRow; readonly words: Dictionary }) {
  const { trial, verdict, row, what, published, band, model, good, why } = line;
  return (
    <tr>
      <th scope="row">
        {what}{' '}
        <span class="quiet">
          ({trial}, {row})
        </span>
        {why && (
          <details>
            <summary>
              {words.evidenceWhy}
              <span class="unseen"> ({what})</span>
            </summary>
            <p>{why}</p>
          </details>
        )}
      </th>
      <td>{good ? verdict : <strong>{verdict}</strong>}</td>
      <td>{published}</td>
      <td>{band}</td>
      <td>{model}</td>
    </tr>
  );
}

function Lines({ bench: { columns, blocks }, words }: { readonly bench: Bench; readonly words: Dictionary }) {
  return (
    <section class="scroll" aria-label={words.tableLong(words.evidence)} tabIndex={0}>
      <table class="bench">
        <caption>{words.evidenceCaption}</caption>
        <thead>
          <tr>
            {[columns.what, columns.verdict, columns.published, columns.band, columns.model].map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        {blocks.map(({ title, rows }) => (
          <tbody key={title}>
            <tr class="group">
              <th scope="rowgroup" colSpan={5}>
                {title}
              </th>
            </tr>
            {rows.map((line) => (
              <Line key={`${line.row}${line.what}`} line={line} words={words} />
            ))}
          </tbody>
        ))}
      </table>
    </section>
  );
}

/** How the model stands against published trials: the score, and every row, misses first. The same whatever is compared. */
export function Evidence({ store, words }: { readonly store: Store; readonly words: Dictionary }) {
  const { lang } = store.document.value.lens;
  const bench = useBench(lang);
  const [open, setOpen] = useState(false);
  if (!bench) return null;
  return (
    <section class="panel figure evidence" aria-labelledby="evidence-title">
      <h2 id="evidence-title">{words.evidence}</h2>
      <p>{bench.score.join(' ')}</p>
      <p class="quiet">
        {words.evidenceHelp} {words.evidenceMade(formatNumber(bench.replications, lang), bench.modelVersion)}
      </p>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary>{words.evidenceShow}</summary>
        {open && <Lines bench={bench} words={words} />}
        <ul class="quiet">
          {bench.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      </details>
    </section>
  );
}
