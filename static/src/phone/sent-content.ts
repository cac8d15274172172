/** What a submission on this phone said, without all that the outbox can do with it. */
import { read } from './database.ts';
import { openContent } from './keyring.ts';
import type { DraftContent } from './work.ts';

/** The answers as they were sent, or undefined when they are no longer here or cannot be opened now. */
export async function sentContent(id: string): Promise<DraftContent | undefined> {
  const row = await read((database) => database.get('outbox', id));
  return row && openContent(row);
}
