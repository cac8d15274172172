/** Register the service worker once the page is readable, and look for a new release when the server has one. */
import type { Contact } from '../sync/check-release.ts';

/** Without a worker (in-app browsers, plain http) the pages work from the server alone. */
export function startRegisterWorker(): void {
  if (!navigator.serviceWorker) return;
  if (document.readyState === 'complete') void register();
  else addEventListener('load', () => void register(), { once: true });
}

async function register(): Promise<void> {
  // Refused in private windows and embedded views: then the server answers, as on a first visit.
  const worker = await navigator.serviceWorker
    .register('/service-worker.js', { updateViaCache: 'none' })
    .catch(() => undefined);
  if (!worker) return;
  document.addEventListener('contact', (event) => {
    const contact = (event as CustomEvent<Contact>).detail;
    const newer = contact.state === 'online' && contact.release !== pageRelease();
    if (newer && !worker.waiting && !worker.installing) worker.update().catch(() => undefined);
  });
}

/** The release that this page was made by. */
export function pageRelease(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="release"]')?.content ?? '';
}
