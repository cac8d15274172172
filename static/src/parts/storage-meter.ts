/** How much room the app takes on this phone, and whether the browser has promised to keep it. */
import { maybeRef, ref } from '../page/refs.ts';
import { fill, showState } from '../page/stamp.ts';
import { pageLanguage, writeBytes } from '../page/write-numbers.ts';

/** Measured again whenever a pack has come or gone. */
export async function startStorageMeter(section: HTMLElement): Promise<void> {
  const state = ref(section, 'storage-meter.state');
  const persist = ref(section, 'storage-meter.persist', HTMLButtonElement);
  const tell = (name: string) => {
    showState(state, name);
    persist.hidden = name !== 'unsafe';
  };
  persist.addEventListener('click', async () => {
    const safe = await navigator.storage.persist().catch(() => false);
    tell(safe ? 'safe' : 'refused');
  });
  const look = async () => {
    await showNumbers(section);
    const safe = await navigator.storage?.persisted?.().catch(() => undefined);
    tell(safe === undefined ? 'unknown' : safe ? 'safe' : 'unsafe');
  };
  document.addEventListener('packs-changed', () => void look());
  await look();
}

async function showNumbers(section: HTMLElement): Promise<void> {
  const estimate = await navigator.storage?.estimate?.().catch(() => undefined);
  const { usage, quota } = estimate ?? {};
  const numbers = maybeRef(section, 'storage-meter.numbers');
  if (usage === undefined || quota === undefined) {
    if (numbers) numbers.hidden = true;
    return;
  }
  const language = pageLanguage();
  fill(section, {
    used: writeBytes(usage, language),
    free: writeBytes(Math.max(0, quota - usage), language),
    share: quota > 0 ? Math.max(1, Math.round((usage / quota) * 100)) : 0,
  });
}
