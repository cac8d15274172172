/** "Send now": one run at once, and in words what it came to. */
import { ref } from '../page/refs.ts';
import { fill, showState } from '../page/stamp.ts';
import { listOutbox } from '../phone/outbox.ts';
import { type RunResult, sendNow } from '../sync/send-outbox.ts';

/** Send everything that waits and show the outcome; what another tab is sending is told by the list. */
export async function sendAndTell(root: ParentNode): Promise<void> {
  const said = ref(root, 'outbox-list.said');
  const button = ref(root, 'outbox-list.send', HTMLButtonElement);
  showState(said, 'running');
  button.disabled = true;
  try {
    const result = await sendNow();
    if (result.received > 0) document.dispatchEvent(new Event('reached'));
    fill(said, { count: result.refused || result.received, more: result.later });
    showState(said, outcomeState(result, await causes()));
  } catch {
    showState(said, 'failed');
  } finally {
    button.disabled = false;
  }
}

/** Which sentence tells how a run went. Pure. */
export function outcomeState(result: RunResult, causes: ReadonlySet<string>): string {
  if (result.stopped) return 'revoked';
  if (result.refused > 0) return 'refused';
  if (result.received > 0) return result.later > 0 ? 'sent-some' : 'sent';
  if (result.busy) return 'running';
  if (result.later === 0 && causes.size === 0) return 'none';
  if (causes.has('no_network')) return 'offline';
  return causes.has('blocked') || causes.has('foreign') ? 'blocked' : 'later';
}

/** Why the submissions that still wait do so. */
async function causes(): Promise<Set<string>> {
  const waiting = (await listOutbox()).filter(({ state }) => state === 'waiting');
  return new Set(waiting.map(({ reason }) => reason?.code ?? 'no_network'));
}
