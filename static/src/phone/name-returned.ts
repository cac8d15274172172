/** Tell a draft what the desk has sent back, when it was opened before the desk did. */
import { tell } from './changed.ts';
import { write } from './database.ts';
import { boxedDraft, readDraft } from './drafts.ts';
import { withFact } from './facts.ts';
import type { DraftContent } from './work.ts';

/** Note in a draft what it corrects; what another window keeps meanwhile stays. Throws StorageFull. */
export async function nameReturned(
  id: string,
  returned: NonNullable<DraftContent['returned']>,
): Promise<void> {
  const draft = await readDraft(id);
  if (!draft?.content || draft.content.returned) return;
  const facts = withFact(draft.content.facts, 'reopened');
  const fresh = await boxedDraft(draft, { ...draft.content, returned, facts });
  const noted = await write(
    ['drafts'],
    async (writing) => {
      const now = await writing.objectStore('drafts').get(id);
      if (now?.saved_at !== draft.saved_at) return false;
      await writing.objectStore('drafts').put({ ...fresh, id });
      return true;
    },
    'strict',
  );
  if (!noted) return nameReturned(id, returned);
  tell('drafts');
}
