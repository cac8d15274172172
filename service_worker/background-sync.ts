/** Deliver the outbox when the browser wakes the worker: a bonus of some browsers, pages send as well. */
import { deliver } from '../static/src/sync/deliver.ts';

/** Deliver what waits. Fails when the network did, so that the browser wakes the worker once more. */
export async function deliverInBackground(): Promise<void> {
  if (!(await deliver())) throw new Error('no network');
}
