/** One sync: what is due leaves, what the desk did arrives, what has had its time is forgotten. */
import { forgetOld } from '../phone/forget-old.ts';
import { fetchChanges } from './fetch-changes.ts';
import { type RunResult, sendOutbox } from './send-outbox.ts';
import { plan, type Trigger } from './when-to-sync.ts';

let last: number | undefined;

/** Sync for this reason; undefined when there was one just now. Safe to call at any time, from anywhere. */
export async function syncOnce(trigger: Trigger): Promise<RunResult | undefined> {
  const now = Date.now();
  const reset = plan(trigger, { now, ...(last !== undefined && { last }) });
  if (reset === 'skip') return undefined;
  last = now;
  const result = await sendOutbox({ reset });
  // Days are counted only while the server is reached: a clock that is years ahead finds no network then.
  if ((await fetchChanges()) === 'reached') await forgetOld(Date.now());
  return result;
}
