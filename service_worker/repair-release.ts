/** Bring back the files of a release that the browser has wiped under a live worker. */
import { installRelease, type Release } from './release.ts';

const tried = new WeakSet<Release>();

/** Install it again, once in a worker's life. When that fails, the server goes on answering. */
export async function repairRelease(release: Release): Promise<void> {
  if (tried.has(release)) return;
  tried.add(release);
  await installRelease(release).catch(() => undefined);
}
