import { isStretched } from '../../src/experiments/posterior.ts';
import { formatNumber } from '../../src/io/format.ts';
import type { Dictionary } from '../i18n/index.ts';
import type { Store } from '../state/store.ts';

/** Whether replications draw the parameters that published figures leave unknown, and from which posterior. */
export function Unknowns({ store, words }: { readonly store: Store; readonly words: Dictionary }) {
  const { unknowns, lens } = store.document.value;
  const posterior = store.posterior.value;
  return (
    <div class="field">
      <label class="check">
        <input
          type="checkbox"
          checked={unknowns}
          aria-describedby="unknowns-help"
          onChange={(event) => store.change({ unknowns: event.currentTarget.checked })}
        />{' '}
        {words.unknowns}
      </label>
      <span id="unknowns-help" class="quiet">
        {words.unknownsHelp}
      </span>
      {posterior && (
        <span class="quiet">
          {words.unknownsFrom(posterior.title[lens.lang], posterior.parameters.length, formatNumber(posterior.particles.weights.length, lens.lang))}{' '}
          {isStretched(posterior) && words.unknownsStretched(formatNumber(posterior.tolerance, lens.lang, 1))}
        </span>
      )}
    </div>
  );
}
