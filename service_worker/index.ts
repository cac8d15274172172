/** The service worker's table of contents. It touches GET only: uploads belong to the sending code. */
import { keepSetting, readSetting } from '../static/src/phone/settings.ts';
import { within } from '../static/src/sync/within.ts';
import { answer } from './answer.ts';
import { deliverInBackground } from './background-sync.ts';
import { answerMessage } from './messages.ts';
import { deleteOtherReleases, installRelease, type Release, releasesToKeep } from './release.ts';

declare const self: ServiceWorkerGlobalScope & { RELEASE: Release };

const release = self.RELEASE;
const PHONE = 5_000;

self.addEventListener('install', (event) => {
  event.waitUntil(installRelease(release));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener('fetch', (event) => {
  const answered = answer(release, event.request, (work) => event.waitUntil(work));
  if (answered) event.respondWith(answered);
});

self.addEventListener('message', (event) => {
  answerMessage(release, event.data, event.ports[0]);
});

// Its type is not in the standard library: only some browsers have it.
self.addEventListener('sync' as 'message', (event) => {
  if ((event as unknown as { tag: string }).tag === 'outbox') event.waitUntil(deliverInBackground());
});

async function takeOver(): Promise<void> {
  await self.clients.claim();
  // Without a working database nothing is deleted: an old cache too many does no harm.
  await within(PHONE, forgetOldReleases()).catch(() => undefined);
}

async function forgetOldReleases(): Promise<void> {
  const keep = releasesToKeep(release.id, await readSetting('releases'));
  await keepSetting('releases', keep);
  // The cache of a release that is arriving just now stands on no list yet: the next switch clears up.
  if (self.registration.installing || self.registration.waiting) return;
  await deleteOtherReleases(keep);
}
