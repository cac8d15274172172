/** Queue a draft: from then on it is a submission that never changes. */
import { tell } from './changed.ts';
import { write } from './database.ts';
import { withFact } from './facts.ts';
import { DraftChanged, DraftGone } from './gone.ts';
import { noteIn } from './note-submission.ts';
import { phoneSecret } from './person.ts';
import type { Replaced } from './work.ts';

/** The sealed body of a draft as `sync/wire.ts` makes it, and what the outbox must know about it. */
export type WireParts = {
  wire: string;
  sha256: string;
  commune_code: string;
  incomplete: boolean;
  replaces?: Replaced[];
  /** When the draft was saved whose content was sealed. */
  saved_at: string;
};

/**
 * Move a draft into the outbox, in one transaction that is on the disk before this is fulfilled.
 * Gives the submission's id. Throws DraftGone at the second call, DraftChanged when the draft was saved
 * after it was read, and StorageFull; then nothing has moved.
 */
export async function queueDraft(draftId: string, parts: WireParts): Promise<string> {
  const id = crypto.randomUUID();
  const { saved_at, ...sealed } = parts;
  // Made while there is room: a phone that has become full can still send.
  await phoneSecret();
  await write(
    ['drafts', 'outbox'],
    async (writing) => {
      const draft = await writing.objectStore('drafts').get(draftId);
      if (!draft) throw new DraftGone(draftId);
      if (draft.saved_at !== saved_at) throw new DraftChanged(draftId);
      const now = new Date();
      await writing.objectStore('outbox').add({
        ...draft,
        ...sealed,
        id,
        kind: 'submission',
        state: 'waiting',
        queued_at: now.toISOString(),
        tries: 0,
        facts: withFact([], 'queued', now),
      });
      await writing.objectStore('drafts').delete(draftId);
      for (const old of parts.replaces ?? []) {
        await noteIn(writing, old.id, (row) => ({ ...row, replaced_by: id }));
      }
    },
    'strict',
  );
  tell('drafts', 'outbox');
  return id;
}
