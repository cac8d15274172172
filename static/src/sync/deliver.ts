/** Deliver what waits and keep what came back, without judging it: all that the worker does, where bytes are dear. */
import { tell } from '../phone/changed.ts';
import { note } from '../phone/note-submission.ts';
import { waitingRows } from '../phone/outbox.ts';
import { readRun } from '../phone/outbox-run.ts';
import { knownPhoneSecret } from '../phone/person.ts';
import { readSetting } from '../phone/settings.ts';
import type { OutboxRow } from '../phone/work.ts';
import { putOne } from './ask-server.ts';
import { isOver } from './back-off.ts';
import { claim } from './claim.ts';
import { asOnlySender } from './one-sender.ts';

/**
 * Send each waiting submission once, oldest first, as the only sender. The next run of a page reads the
 * replies and settles them. False when the network failed, so that there is something to come back for.
 */
export async function deliver(now: () => number = Date.now): Promise<boolean> {
  let reached = true;
  await asOnlySender(now, async (owner) => {
    const secret = await knownPhoneSecret();
    if (!secret || (await isHeld(now()))) return;
    for (const waiting of await waitingRows()) {
      if (waiting.reply || waiting.reason?.code === 'busy') continue;
      const [row] = await claim(owner, [waiting], now());
      if (!row) continue;
      const reply = await putOne(secret, row);
      reached = reply !== undefined;
      if (!reply) return;
      await note(row.id, (now) => answered(now, row, reply));
      if (reply.status === 401 || reply.status === 429) return;
    }
  });
  tell('outbox');
  return reached;
}

/** Whether the server told this phone to wait, or to stop. */
async function isHeld(now: number): Promise<boolean> {
  const { asked, next_try_at } = await readRun();
  return (asked === true && !isOver(next_try_at, now)) || (await readSetting('phone-revoked')) !== undefined;
}

function answered(now: OutboxRow, sent: OutboxRow, reply: OutboxRow['reply']): OutboxRow | undefined {
  return reply && now.sha256 === sent.sha256 ? { ...now, reply } : undefined;
}
