/** Tell an open page that another release is there, and switch only when the person agrees. */
import { decideNotice } from '../page/decide-notice.ts';
import { maybeRef, ref } from '../page/refs.ts';
import { showState } from '../page/stamp.ts';
import { pageRelease } from './register-worker.ts';

const ANSWER = 3_000;
const SWITCH = 8_000;

/** Watch for a waiting worker and for a switch made by another tab. */
export function startUpdateNotice(notice: HTMLElement): void {
  const workers = navigator.serviceWorker;
  if (!workers) return;
  let agreed = false;
  let takenOver = false;
  const look = () => showNotice(notice, takenOver);
  const agree = ref(notice, 'update-notice.agree', HTMLButtonElement);
  workers.addEventListener('controllerchange', () => {
    if (agreed) return location.reload();
    takenOver = true;
    void look();
  });
  agree.addEventListener('click', async () => {
    const waiting = (await workers.getRegistration())?.waiting;
    if (!waiting) return location.reload();
    agreed = true;
    agree.disabled = true;
    waiting.postMessage({ type: 'switch' });
    // A worker that was ended may never hear it: let the person try again.
    setTimeout(() => {
      agree.disabled = false;
    }, SWITCH);
  });
  maybeRef(notice, 'update-notice.later')?.addEventListener('click', () => {
    notice.hidden = true;
  });
  void workers.ready.then((registration) => {
    // An install may have begun on the page before and end on this one.
    const watch = () => registration.installing?.addEventListener('statechange', look);
    registration.addEventListener('updatefound', watch);
    watch();
    void look();
  });
}

async function showNotice(notice: HTMLElement, takenOver: boolean): Promise<void> {
  const workers = navigator.serviceWorker;
  const registration = await workers.getRegistration();
  const [waiting, controlling] = await Promise.all([
    releaseOf(registration?.waiting),
    releaseOf(workers.controller),
  ]);
  const decided = decideNotice({ page: pageRelease(), waiting, controlling, takenOver });
  if (decided !== 'none') showState(notice, decided);
  notice.hidden = decided === 'none';
}

/** Ask a worker which release it is; one that does not answer in time counts as none. */
function releaseOf(worker: ServiceWorker | null | undefined): Promise<string | undefined> {
  if (!worker) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => resolve(event.data);
    setTimeout(() => resolve(undefined), ANSWER);
    worker.postMessage({ type: 'release' }, [port2]);
  });
}
