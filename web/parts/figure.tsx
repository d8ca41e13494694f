import { useEffect, useRef, useState } from 'preact/hooks';
import type { ComponentChildren } from 'preact';
import type { Chart } from '../charts/chart.ts';
import type { Dictionary } from '../i18n/index.ts';
import { download, fileName } from './download.ts';
import { svgText } from './export-svg.ts';
import { Table, type TableData } from './table.tsx';

export interface FigureProps<D> {
  readonly id: string;
  /** What was found, not what the axes are. */
  readonly title: string;
  readonly sentence: string;
  readonly data: D;
  /** Builds the chart for a width. Called again when the width or `key` changes. */
  readonly build: (width: number, onPoint: (sentence: string | null) => void) => Chart<D>;
  /** Changes when the texts of the chart do: language, scenarios. */
  readonly version: string;
  readonly table: TableData;
  /** The figures of the chart as a CSV text, written when asked for. */
  readonly csv: () => string;
  readonly source: string;
  readonly legend: readonly string[];
  readonly words: Dictionary;
  readonly fileWords: readonly string[];
  readonly children?: ComponentChildren;
}

const SMALLEST = 280;

/** Watches the width of an element, in whole pixels. */
function useWidth(host: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (!host.current) return;
    const observer = new ResizeObserver(([entry]) => setWidth(Math.floor(entry!.contentRect.width)));
    observer.observe(host.current);
    return () => observer.disconnect();
  }, []);
  return width;
}

/** A chart with everything it owes its reader: finding, sentence, twin table, exports, and what the point under the focus says. */
export function Figure<D>({ id, title, sentence, data, build, version, table, csv, source, legend, words, fileWords, children }: FigureProps<D>) {
  const host = useRef<HTMLDivElement>(null);
  const chart = useRef<Chart<D> | null>(null);
  const width = useWidth(host);
  const [reading, setReading] = useState<string | null>(null);
  const [open, setOpen] = useState(false);

  useEffect(() => {
    if (!host.current || width === 0) return;
    chart.current = build(Math.max(SMALLEST, width), setReading);
    chart.current.update(data);
    host.current.replaceChildren(chart.current.node);
  }, [width, version]);
  useEffect(() => chart.current?.update(data), [data]);

  const saveSvg = () =>
    chart.current && download(fileName(fileWords, 'svg'), 'image/svg+xml', svgText(chart.current.node, { title, sentence, legend, source }));
  const saveCsv = () => download(fileName(fileWords, 'csv'), 'text/csv', csv());

  return (
    <figure class="figure panel" id={id} aria-labelledby={`${id}-title`} aria-describedby={`${id}-sentence`}>
      <figcaption class="panel">
        <h2 id={`${id}-title`}>{title}</h2>
        <p id={`${id}-sentence`} class="quiet">
          {sentence}
        </p>
      </figcaption>
      {children}
      <div class="chart-host" ref={host} />
      <p class="reading" aria-hidden="true">
        {reading ?? <span class="quiet chart-hint">{words.keyboardHint}</span>}
      </p>
      <div class="exports">
        <button type="button" aria-expanded={open} aria-controls={`${id}-table`} onClick={() => setOpen(!open)}>
          {open ? words.hideTable : words.showTable}
        </button>
        <button type="button" aria-label={words.exportSvgLong(title)} onClick={saveSvg}>
          {words.exportSvg}
        </button>
        <button type="button" aria-label={words.exportCsvLong(title)} onClick={saveCsv}>
          {words.exportCsv}
        </button>
      </div>
      <div id={`${id}-table`} hidden={!open}>
        {open && <Table data={table} label={words.tableLong(title)} />}
      </div>
    </figure>
  );
}
