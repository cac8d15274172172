/** Take submissions for sending: from here on they may have arrived, whatever comes back. */
import { type Writing, write } from '../phone/database.ts';
import { withFact } from '../phone/facts.ts';
import { noteIn } from '../phone/note-submission.ts';
import type { OutboxRow } from '../phone/work.ts';
import { beat, UNNAMED } from './one-sender.ts';

/** Note that these leave the phone now; gives those that still wait. Throws LeaseLost. */
export async function claim(
  owner: string,
  rows: readonly OutboxRow[],
  now: number,
): Promise<readonly OutboxRow[]> {
  if (owner === UNNAMED) return rows;
  return write(['outbox', 'settings'], (writing) => claimIn(writing, owner, rows, now));
}

async function claimIn(
  writing: Writing,
  owner: string,
  rows: readonly OutboxRow[],
  now: number,
): Promise<OutboxRow[]> {
  await beat(writing, owner, now);
  const claimed: OutboxRow[] = [];
  for (const { id } of rows) {
    await noteIn(writing, id, (row) => {
      if (row.state !== 'waiting') return undefined;
      const left = row.left_at ? row : leaving(row, new Date(now));
      claimed.push(left);
      return left;
    });
  }
  return claimed;
}

function leaving(row: OutboxRow, at: Date): OutboxRow {
  return { ...row, left_at: at.toISOString(), facts: withFact(row.facts, 'sent', at) };
}
