/** A point of a chart that can be reached: its place in the grid the arrows walk on. */
export interface Place {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, readonly [row: number, column: number]>> = {
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  Home: [0, -Infinity],
  End: [0, Infinity],
};

const read = (node: Element): Place => ({ row: Number(node.getAttribute('data-row')), column: Number(node.getAttribute('data-column')) });

/** The point nearest to where the arrow leads, on the wanted row (or the next row that has points). */
function target(points: readonly Element[], from: Place, [down, right]: readonly [number, number]): Element | undefined {
  const rows = [...new Set(points.map((p) => read(p).row))].sort((a, b) => a - b);
  const row = rows[rows.indexOf(from.row) + down];
  if (row === undefined) return undefined;
  const line = points.filter((p) => read(p).row === row).sort((a, b) => read(a).column - read(b).column);
  if (right === 0) return line.reduce((best, p) => (Math.abs(read(p).column - from.column) < Math.abs(read(best).column - from.column) ? p : best));
  const here = line.findIndex((p) => read(p).column === from.column);
  return line[Math.max(0, Math.min(line.length - 1, here + right))];
}

/**
 * One stop for the tab key, arrows between the points inside, Escape to hide what is being read.
 * Points are elements of class `point` with `data-row`, `data-column` and an `aria-label`.
 * Call the returned function after each drawing.
 */
export function rove(root: SVGElement, onPoint: (sentence: string | null) => void): () => void {
  const points = (): Element[] => [...root.querySelectorAll('.point')];
  let current: Place | undefined;

  const mark = (chosen: Element | undefined) => {
    for (const point of points()) point.setAttribute('tabindex', point === chosen ? '0' : '-1');
  };
  const say = (event: Event) => {
    const point = (event.target as Element).closest('.point');
    if (!point) return;
    if (event.type === 'focusin') {
      current = read(point);
      mark(point);
    }
    onPoint(point.getAttribute('aria-label'));
  };
  const hush = () => onPoint(null);

  // Chromium makes an svg that listens to focus a tab stop of its own.
  root.setAttribute('tabindex', '-1');
  root.addEventListener('focusin', say);
  root.addEventListener('pointerover', say);
  root.addEventListener('focusout', hush);
  root.addEventListener('pointerleave', hush);
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') return hush();
    const step = steps[event.key];
    if (!step || !current) return;
    event.preventDefault();
    (target(points(), current, step) as SVGElement | undefined)?.focus();
  });

  return () => {
    const all = points();
    const same = all.find((p) => read(p).row === current?.row && read(p).column === current?.column);
    mark(same ?? all[0]);
  };
}
