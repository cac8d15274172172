/** Bring the values of the chosen commune up to date where the server is reached, once a day. */
import { chosenCommune } from '../phone/communes.ts';
import type { Contact } from '../sync/check-release.ts';

const DAY = 86_400_000;

/** The open page stays as it is; the next one shows the newer values. */
export function startRenewCommune(): void {
  let asked = false;
  document.addEventListener('contact', async (event) => {
    if (asked || (event as CustomEvent<Contact>).detail.state !== 'online') return;
    asked = true;
    const commune = await chosenCommune().catch(() => undefined);
    if (!commune || !isDayOld(commune.saved_at, new Date())) return;
    // Loaded with what many pages load anyway: a script of its own would split the others.
    const reading = await import('../pages/reading.ts').catch(() => undefined);
    await reading?.refreshCommune(commune.code);
  });
}

/** Whether this moment is a day or more away from now; also when it is no moment at all. */
export function isDayOld(moment: string, now: Date): boolean {
  return !(Math.abs(now.getTime() - Date.parse(moment)) < DAY);
}
