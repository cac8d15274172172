/** The quiet line on top: how the last contact with the server went, what waits, what needs the person. */
import { ref } from '../page/refs.ts';
import { fill, showState, type Values } from '../page/stamp.ts';
import { type Contact, checkRelease } from '../sync/check-release.ts';

const SIGNAL = 'tiepsuc.contact';
const WORK = 'tiepsuc.work';

/** What stands behind the signal: the states of the two other parts, and the numbers in them. */
export type Work = { queue: string; storage: string; values: Values };

/** Show the last contact and the last count at once, then try the server now and whenever the page comes back. */
export function startStatusLine(line: HTMLElement): void {
  const signal = ref(line, 'status-line.signal');
  const tell = (contact: Contact) => {
    showState(signal, contact.state);
    remember(SIGNAL, contact.state);
    document.dispatchEvent(new CustomEvent('contact', { detail: contact }));
  };
  const look = () => checkRelease().then(tell);
  const known = remembered(SIGNAL);
  if (known) showState(signal, known);
  const work = remembered(WORK);
  if (work) showWork(JSON.parse(work));
  void look();
  addEventListener('online', look);
  document.addEventListener('reached', look);
  addEventListener('offline', look);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void look();
  });
}

/** Show how the work on this phone stands; the next page of this tab begins with it. */
export function showWork({ queue, storage, values }: Work): void {
  const words = { queue: ref(document, 'status-line.queue'), storage: ref(document, 'status-line.storage') };
  fill(words.queue, values);
  fill(words.storage, values);
  showState(words.queue, queue);
  showState(words.storage, storage);
  remember(WORK, JSON.stringify({ queue, storage, values }));
}

/** The word of the page before, in this tab, so that the line does not start anew on each page. */
function remembered(name: string): string | null {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

function remember(name: string, word: string): void {
  try {
    sessionStorage.setItem(name, word);
  } catch {
    // A browser without session storage starts anew on each page.
  }
}
