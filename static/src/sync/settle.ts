/** Note what became of one step, in one transaction: the submissions, the run, and whether the phone is revoked. */
import { write } from '../phone/database.ts';
import { type Change, noteIn } from '../phone/note-submission.ts';
import { changeRunIn, LARGEST_BATCH, type Run } from '../phone/outbox-run.ts';
import type { Outcome } from './outcome.ts';

/** A submission and what becomes of it. */
export type Noted = readonly [id: string, change: Change];

type Owner = { owner: string; now: () => number };

/** Keep receipts and refusals in any case, the state of the run only while it is still this owner's. */
export async function settle(
  { owner, now }: Owner,
  noted: readonly Noted[],
  after: (run: Run) => Run,
  outcomes: readonly Outcome[],
): Promise<void> {
  await write(['outbox', 'settings'], async (writing) => {
    for (const [id, change] of noted) await noteIn(writing, id, change);
    await changeRunIn(writing, (run) => (run.owner === owner ? { ...after(run), beat_at: now() } : run));
    const settings = writing.objectStore('settings');
    if (outcomes.some((outcome) => outcome.kind === 'received')) await settings.delete('phone-revoked');
    if (outcomes.some((outcome) => outcome.kind === 'stop' && outcome.revoked)) {
      await settings.put({ name: 'phone-revoked', value: new Date(now()).toISOString() });
    }
  });
}

/** Note when nothing is left to send. */
export async function noteComplete({ owner, now }: Owner): Promise<void> {
  await write(['outbox', 'settings'], async (writing) => {
    const left = await writing.objectStore('outbox').index('state').count('waiting');
    const complete = (run: Run) => ({ ...run, batch: LARGEST_BATCH, completed_at: now() });
    await changeRunIn(writing, (run) => (run.owner === owner && !left ? complete(run) : run));
  });
}
