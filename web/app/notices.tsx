import type { Dictionary } from '../i18n/index.ts';
import type { Notice } from '../state/address.ts';
import type { Store } from '../state/store.ts';

function wordsOf({ code, what = '' }: Notice, words: Dictionary): string {
  if (code === 'unreadable') return words.noticeUnreadable;
  if (code === 'too-large') return words.noticeTooLarge;
  if (code === 'newer') return words.noticeNewer;
  return code === 'other-model' ? words.noticeOtherModel(what) : words.noticeDropped(what);
}

/** What could not be kept of the link that was opened. */
export function Notices({ store, words }: { readonly store: Store; readonly words: Dictionary }) {
  const notices = store.notices.value;
  if (notices.length === 0) return null;
  return (
    <section class="notice" aria-label={words.noticeTitle}>
      <ul>
        {notices.map((notice) => (
          <li key={`${notice.code}${notice.what ?? ''}`}>{wordsOf(notice, words)}</li>
        ))}
      </ul>
      <button type="button" onClick={store.dismiss}>
        {words.close}
      </button>
    </section>
  );
}
