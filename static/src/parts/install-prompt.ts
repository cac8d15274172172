/** Offer to put the app on the phone's own screen, once, where the browser can. */
import { ref } from '../page/refs.ts';
import { showState } from '../page/stamp.ts';
import { keepSetting, readSetting } from '../phone/settings.ts';

type InstallEvent = Event & { prompt(): Promise<unknown> };

/** Shown when the browser offers it (or in Safari on iOS, as words), and never again after "later". */
export async function startInstallPrompt(box: HTMLElement): Promise<void> {
  let offer: InstallEvent | undefined;
  const declined = readSetting('install-later').catch(() => true);
  const show = async (state: string) => {
    if ((await declined) === true || isInstalled()) return;
    showState(box, state);
    box.hidden = false;
  };
  addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault();
    offer = event as InstallEvent;
    void show('ready');
  });
  addEventListener('appinstalled', () => {
    box.hidden = true;
  });
  ref(box, 'install-prompt.install').addEventListener('click', async () => {
    await offer?.prompt();
    box.hidden = true;
  });
  ref(box, 'install-prompt.later').addEventListener('click', () => {
    box.hidden = true;
    keepSetting('install-later', true).catch(() => undefined);
  });
  if (isSafariOnIos()) await show('ios');
}

function isInstalled(): boolean {
  return (
    matchMedia('(display-mode: standalone)').matches ||
    ('standalone' in navigator && navigator.standalone === true)
  );
}

/** Only Safari on iOS has `standalone`; there the person must use the share menu. */
function isSafariOnIos(): boolean {
  return 'standalone' in navigator && navigator.standalone === false;
}
