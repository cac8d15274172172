/** Keep the outbox moving and the status line true, on every page, once the page has time for it. */
import { follow } from '../page/follow.ts';
import { oneAtATime } from '../page/one-at-a-time.ts';
import { refs } from '../page/refs.ts';
import { fill } from '../page/stamp.ts';
import { askBackground } from '../sync/ask-background.ts';
import type { Contact } from '../sync/check-release.ts';
import { nextTry } from '../sync/next-try.ts';
import { readStanding } from '../sync/standing.ts';
import { syncOnce } from '../sync/sync-once.ts';
import type { Trigger } from '../sync/when-to-sync.ts';
import { showNeeds } from './needs-you.ts';
import { showWork } from './status-line.ts';
import { workWords } from './work-words.ts';

const SOON = 1_000;

/** Every reason to send starts a run; what changes on the phone is shown at once, whoever changed it. */
export async function startSendingRun(): Promise<void> {
  follow(['outbox', 'drafts', 'dossiers'], show);
  addEventListener('online', () => void sync('online'));
  // A page that comes back out of the browser's memory ran no script meanwhile.
  addEventListener('pageshow', (event) => event.persisted && void sync('visible'));
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') void sync('visible');
  });
  document.addEventListener('contact', (event) => {
    if ((event as CustomEvent<Contact>).detail.state === 'online') void sync('visible');
  });
  await show();
  await sync('opened');
}

let timer: ReturnType<typeof setTimeout> | undefined;

/** A storage that does not answer is told where it matters: by the lists and by the form. */
async function sync(trigger: Trigger): Promise<void> {
  const result = await syncOnce(trigger).catch(() => undefined);
  if (result?.received) document.dispatchEvent(new Event('reached'));
  const { next_try_at, revoked } = await nextTry().catch(() => ({ next_try_at: undefined, revoked: true }));
  clearTimeout(timer);
  if (next_try_at === undefined || revoked) return;
  timer = setTimeout(() => void sync('timer'), Math.max(SOON, next_try_at - Date.now()));
  await askBackground(navigator.serviceWorker?.ready);
}

const show = oneAtATime(async () => {
  const standing = await readStanding(Date.now()).catch(() => undefined);
  if (!standing) return;
  const isSafe = await navigator.storage?.persisted?.().catch(() => undefined);
  showWork(workWords(standing, isSafe));
  const due = standing.waiting + standing.sending + standing.needs.length;
  for (const badge of refs(document, 'sending-run.badge')) {
    fill(badge, { due });
    badge.hidden = due === 0;
  }
  await showNeeds(standing.needs);
});
