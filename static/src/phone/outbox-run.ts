/** What must outlive a page about sending: who sends now, how large a batch may be, how long all of it waits. */
import { read, type Writing, write } from './database.ts';

export type Run = {
  /** The sender at work, and when it last showed that it lives. */
  owner?: string;
  beat_at?: number;
  /** Somebody wanted to send while it was at work. */
  again?: boolean;
  /** A person wants it now: all waits end before the next request, those of replies not judged yet too. */
  at_once?: boolean;
  batch: number;
  /** Whole batches, or single submissions in a row, that failed. */
  failed: number;
  tries: number;
  /** Before this moment nothing is sent; `asked` when the server said so. */
  next_try_at?: number;
  asked?: boolean;
  /** When a run last ended with nothing left to send. */
  completed_at?: number;
};

export const LARGEST_BATCH = 50;
const NAME = 'outbox-run';

/** The state of sending. */
export async function readRun(): Promise<Run> {
  return asRun((await read((database) => database.get('settings', NAME)))?.value);
}

/** Change it in a transaction of its own; gives what it is now. */
export function changeRun(change: (run: Run) => Run): Promise<Run> {
  return write(['settings'], (writing) => changeRunIn(writing, change));
}

/** Change it inside a transaction that is under way. */
export async function changeRunIn(writing: Writing, change: (run: Run) => Run): Promise<Run> {
  const store = writing.objectStore('settings');
  const run = change(asRun((await store.get(NAME))?.value));
  await store.put({ name: NAME, value: run });
  return run;
}

function asRun(value: unknown): Run {
  return { batch: LARGEST_BATCH, failed: 0, tries: 0, ...(value as Partial<Run> | undefined) };
}
