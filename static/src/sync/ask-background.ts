/** Ask the browser to wake the worker when there is a network again, where it can. */

type WithSync = ServiceWorkerRegistration & { sync?: { register(tag: string): Promise<void> } };

/** Called after queueing. A browser that cannot, or may not, changes nothing: pages send too. */
export async function askBackground(worker: Promise<ServiceWorkerRegistration> | undefined): Promise<void> {
  try {
    await ((await worker) as WithSync | undefined)?.sync?.register('outbox');
  } catch {
    // Refused by the browser's settings.
  }
}
