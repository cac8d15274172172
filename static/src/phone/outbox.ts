/** The submissions on this phone: what each is, where it stands, and what the person does with one. */
import { tell } from './changed.ts';
import { read, write } from './database.ts';
import { withFact } from './facts.ts';
import { SubmissionGone } from './gone.ts';
import { openContent } from './keyring.ts';
import type { OpenSubmission, OutboxRow } from './work.ts';

export { editAgain, reopenReturned } from './edit-again.ts';
export { exportSubmission } from './export-submission.ts';
export { type Change, note } from './note-submission.ts';
export { queueDraft, type WireParts } from './queue-draft.ts';

/** All submissions, the one queued last first. */
export async function listOutbox(): Promise<OpenSubmission[]> {
  const rows = await read((database) => database.getAll('outbox'));
  rows.sort((one, other) => other.queued_at.localeCompare(one.queued_at));
  return Promise.all(rows.map(open));
}

/** One submission, or undefined. */
export async function readSubmission(id: string): Promise<OpenSubmission | undefined> {
  const row = await read((database) => database.get('outbox', id));
  return row && open(row);
}

/** All that wait, oldest first. */
export async function waitingRows(): Promise<OutboxRow[]> {
  const rows = await read((database) => database.getAllFromIndex('outbox', 'state', 'waiting'));
  return rows.sort((one, other) => one.queued_at.localeCompare(other.queued_at));
}

/** How many wait, and the earliest moment at which one of them is due again. */
export async function waiting(): Promise<{ count: number; next_try_at?: number }> {
  const rows = await waitingRows();
  if (!rows.length) return { count: 0 };
  return { count: rows.length, next_try_at: Math.min(...rows.map((row) => row.next_try_at ?? 0)) };
}

/** Keep a submission here and do not send it; throws SubmissionGone when it is not one that waits or was refused. */
export function setAside(id: string): Promise<void> {
  return move(id, ['waiting', 'refused'], 'set_aside', 'set_aside');
}

/** Let a submission that was set aside or refused wait again, as it is. */
export function resume(id: string): Promise<void> {
  return move(id, ['set_aside', 'refused'], 'waiting', 'resumed');
}

/** Delete a submission from the phone; the person has confirmed it. */
export async function deleteSubmission(id: string): Promise<void> {
  await write(['outbox'], (writing) => writing.objectStore('outbox').delete(id));
  tell('outbox');
}

async function move(
  id: string,
  from: OutboxRow['state'][],
  state: OutboxRow['state'],
  fact: string,
): Promise<void> {
  await write(['outbox'], async (writing) => {
    const store = writing.objectStore('outbox');
    const row = await store.get(id);
    if (!row || !from.includes(row.state)) throw new SubmissionGone(id);
    const { next_try_at: _, ...kept } = row;
    await store.put({ ...kept, state, tries: 0, facts: withFact(row.facts, fact) });
  });
  tell('outbox');
}

async function open({ box, ...row }: OutboxRow): Promise<OpenSubmission> {
  return { ...row, content: await openContent({ keyring: row.keyring, ...(box && { box }) }) };
}
