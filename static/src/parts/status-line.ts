/** The quiet line on top: how the last contact with the server went, and whether the storage is safe. */
import { ref } from '../page/refs.ts';
import { showState } from '../page/stamp.ts';
import { type Contact, checkRelease } from '../sync/check-release.ts';

const REMEMBERED = 'tiepsuc.contact';

/** Show the last contact at once, then try the server now and whenever the page comes back. */
export function startStatusLine(line: HTMLElement): void {
  const signal = ref(line, 'status-line.signal');
  const tell = (contact: Contact) => {
    showState(signal, contact.state);
    remember(contact.state);
    document.dispatchEvent(new CustomEvent('contact', { detail: contact }));
  };
  const look = () => checkRelease().then(tell);
  const known = remembered();
  if (known) showState(signal, known);
  void look();
  void showStorage(ref(line, 'status-line.storage'));
  addEventListener('online', look);
  addEventListener('offline', look);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look();
  });
}

async function showStorage(words: HTMLElement): Promise<void> {
  const safe = await navigator.storage?.persisted?.().catch(() => undefined);
  if (safe !== undefined) showState(words, safe ? 'safe' : 'unsafe');
}

/** The word of the page before, in this tab, so that the line does not start anew on each page. */
function remembered(): string | null {
  try {
    return sessionStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

function remember(state: string): void {
  try {
    sessionStorage.setItem(REMEMBERED, state);
  } catch {
    // A browser without session storage starts anew on each page.
  }
}
