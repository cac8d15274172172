/** Open a submission for editing: a submission never changes, so its answers go into a new draft. */
import { tell } from './changed.ts';
import { read, type Writing, write } from './database.ts';
import { readDossier } from './dossiers.ts';
import { boxedDraft } from './drafts.ts';
import { withFact } from './facts.ts';
import { AnswersGone, SubmissionGone } from './gone.ts';
import { openContent } from './keyring.ts';
import { nameReturned } from './name-returned.ts';
import { noteIn } from './note-submission.ts';
import type { DraftContent, OutboxRow, Replaced, ReturnedItem } from './work.ts';

/**
 * Make a draft with all answers of a submission; gives the draft's id. One that was received stays as
 * it is, any other moves. Throws SubmissionGone, AnswersGone or StorageFull; then nothing has moved.
 */
export async function editAgain(id: string): Promise<string> {
  const row = await findRow(id);
  return row.state === 'received' ? reopen(row) : moveBack(row);
}

/** Make the draft in which the items that the desk returned are corrected; the same one when asked again. */
export async function reopenReturned(id: string): Promise<string> {
  const dossier = await readDossier(id);
  if (dossier?.state !== 'returned') throw new SubmissionGone(id);
  const draft = await reopen(await findRow(id), dossier.items);
  await nameReturned(draft, { submission: id, items: dossier.items });
  return draft;
}

/**
 * What the next submission replaces, newest first: this one, unless it never left the phone or our server
 * has declined it; then whatever it was going to replace itself. It may have arrived although no receipt
 * came back: that is noted as not sure, and the sender drops it when the server does not know it.
 */
export function replacedBy(row: OutboxRow): Replaced[] {
  const sure = row.receipt !== undefined;
  if (sure) return [{ id: row.id, sure }];
  const before = row.replaces ?? [];
  return row.left_at && !row.declined ? [{ id: row.id, sure }, ...before] : before;
}

async function moveBack(row: OutboxRow): Promise<string> {
  const content = await contentOf(row);
  const facts = withFact([...content.facts, ...row.facts], 'edited');
  const draft = await boxedDraft(row, { ...content, replaces: replacedBy(row), facts });
  await write(
    ['drafts', 'outbox'],
    async (writing) => {
      const now = await writing.objectStore('outbox').get(row.id);
      if (!now || now.state === 'received' || now.left_at !== row.left_at) throw new SubmissionGone(row.id);
      await writing.objectStore('drafts').add(draft);
      await writing.objectStore('outbox').delete(row.id);
      // What it corrects is being corrected in this draft now.
      const corrected = row.replaces?.[0]?.id ?? '';
      await noteIn(writing, corrected, (old) => ({ ...old, reopened_as: draft.id }));
    },
    'strict',
  );
  tell('drafts', 'outbox');
  return draft.id;
}

async function reopen(row: OutboxRow, items?: ReturnedItem[]): Promise<string> {
  const { returned: _, ...content } = await contentOf(row);
  const draft = await boxedDraft(row, {
    ...content,
    ...(items && { returned: { submission: row.id, items } }),
    replaces: replacedBy(row),
    facts: withFact([...content.facts, ...row.facts], items ? 'reopened' : 'edited'),
  });
  const id = await write(
    ['drafts', 'outbox'],
    async (writing) => {
      const now = await writing.objectStore('outbox').get(row.id);
      if (!now || (await isReplaced(writing, now))) throw new SubmissionGone(row.id);
      const open = now.reopened_as && (await writing.objectStore('drafts').getKey(now.reopened_as));
      if (open) return open;
      await writing.objectStore('drafts').add(draft);
      await writing.objectStore('outbox').put({ ...now, reopened_as: draft.id });
      return draft.id;
    },
    'strict',
  );
  tell('drafts', 'outbox');
  return id;
}

/** Whether a correction is on its way or has arrived; one that the person deleted does not count. */
async function isReplaced(writing: Writing, row: OutboxRow): Promise<boolean> {
  if (!row.replaced_by) return false;
  return (await writing.objectStore('outbox').getKey(row.replaced_by)) !== undefined;
}

async function findRow(id: string): Promise<OutboxRow> {
  const row = await read((database) => database.get('outbox', id));
  if (!row) throw new SubmissionGone(id);
  return row;
}

async function contentOf(row: OutboxRow): Promise<DraftContent> {
  const content = await openContent(row);
  if (!content) throw new AnswersGone(row.id);
  return content;
}
