/** Forget answers that are no longer needed: the dossier is closed, or the receipt is 90 days old. */
import { tell } from './changed.ts';
import { read, write } from './database.ts';
import { noteIn } from './note-submission.ts';
import type { KeptDossier, OutboxRow } from './work.ts';

const KEPT = 90 * 86_400_000;
const ENDED = ['closed', 'withdrawn'];

/** Whether the answers of a submission have had their time. Pure. */
export function hasHadItsTime(row: OutboxRow, dossier: KeptDossier | undefined, now: number): boolean {
  if (row.state !== 'received' || !row.box) return false;
  if (dossier && ENDED.includes(dossier.state)) return true;
  if (dossier?.state === 'returned') return false;
  return now - Date.parse(row.received_at ?? '') > KEPT;
}

/** Forget those answers; code, receipt and state stay. Gives how many. */
export async function forgetOld(now: number): Promise<number> {
  const received = await read((database) => database.getAllFromIndex('outbox', 'state', 'received'));
  const dossiers = await read((database) => database.getAll('dossiers'));
  const byCode = new Map(dossiers.map((dossier) => [dossier.code, dossier]));
  const old = received.filter((row) => hasHadItsTime(row, byCode.get(row.code ?? ''), now));
  if (!old.length) return 0;
  await write(['outbox'], async (writing) => {
    for (const { id } of old) await noteIn(writing, id, ({ box: _, ...row }) => row);
  });
  tell('outbox');
  return old.length;
}
