import { modelVersion } from '../../src/engine/index.ts';
import type { Dictionary } from '../i18n/index.ts';
import type { Session } from '../state/session.ts';
import type { Store } from '../state/store.ts';

const SHORT = 16;

/** Where the figures come from: enough to find them again. */
export function Bottom({ store, session, words }: { readonly store: Store; readonly session: Session; readonly words: Dictionary }) {
  const result = session.outcome.value?.result;
  const digest = result?.digest;
  const drawn = result?.posterior;
  return (
    <footer class="bottom">
      <div class="frame">
        <h2>{words.footer}</h2>
        <dl class="origin">
          <div>
            <dt>{words.footerModel}</dt>
            <dd>{modelVersion}</dd>
          </div>
          <div>
            <dt>{words.footerDigest}</dt>
            <dd data-digest={digest ?? ''}>{digest ? digest.slice(0, SHORT) : words.noDigest}</dd>
          </div>
          <div>
            <dt>{words.footerSeed}</dt>
            <dd>{store.document.value.seed}</dd>
          </div>
          <div>
            <dt>{words.footerParameters}</dt>
            <dd>{!result ? words.noDigest : drawn ? words.footerDrawn(drawn.id, drawn.digest.slice(0, SHORT)) : words.footerDefaults}</dd>
          </div>
        </dl>
        <p class="quiet">
          {words.footerLicence} <a href="licences.txt">{words.footerLicences}</a>
        </p>
      </div>
    </footer>
  );
}
