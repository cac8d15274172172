/** Change what is noted about a submission in the outbox. */
import { tell } from './changed.ts';
import { type Writing, write } from './database.ts';
import type { OutboxRow } from './work.ts';

/** What becomes of a row; undefined leaves it as it is. */
export type Change = (row: OutboxRow) => OutboxRow | undefined;

/** Change one submission in a transaction of its own; one that is gone stays gone. */
export async function note(id: string, change: Change): Promise<void> {
  await write(['outbox'], (writing) => noteIn(writing, id, change));
  tell('outbox');
}

/** Change one submission inside a transaction that is under way. */
export async function noteIn(writing: Writing, id: string, change: Change): Promise<void> {
  const store = writing.objectStore('outbox');
  const row = await store.get(id);
  const changed = row && change(row);
  if (changed) await store.put(changed);
}
