/** Where a value stands inside a file: keys and places in lists, from the root. */
export type Path = readonly (string | number)[];

/** A path as people read it: `timeline[1].set.budget.shift`. Empty for the root. */
export function pathText(path: Path): string {
  let text = '';
  for (const step of path) {
    if (typeof step === 'number') text += `[${step}]`;
    else text += text ? `.${step}` : step;
  }
  return text;
}
