/** Send what is due, oldest first, in batches: one sender at a time, and no submission holds up another. */
import { tell } from '../phone/changed.ts';
import { waitingRows } from '../phone/outbox.ts';
import { changeRun, readRun } from '../phone/outbox-run.ts';
import { phoneSecret } from '../phone/person.ts';
import { readSetting } from '../phone/settings.ts';
import { StorageFull } from '../phone/storage-full.ts';
import type { OutboxRow } from '../phone/work.ts';
import { isOver } from './back-off.ts';
import { claim } from './claim.ts';
import { asOnlySender, untilFree } from './one-sender.ts';
import type { Outcome } from './outcome.ts';
import { trustedKeys } from './read-reply.ts';
import { type Reset, resetWaits } from './reset-waits.ts';
import { type Clock, type Sender, sendBatch, sendOne, settleKept } from './send-step.ts';
import { noteComplete } from './settle.ts';

export { nextTry } from './next-try.ts';

const LARGEST_BODY = 240_000;
const PATIENCE = 30_000;

export type Options = { reset?: Reset } & Partial<Clock>;

/** How a run went. `busy`: another tab or the worker sends; `stopped`: the server lets this phone send no more. */
export type RunResult = {
  received: number;
  refused: number;
  later: number;
  stopped: boolean;
  busy: boolean;
};

/** Send what is due. Safe to call at any time, from any tab. */
export async function sendOutbox(options: Options = {}): Promise<RunResult> {
  const { reset = 'none', now = Date.now, random = Math.random } = options;
  const result: RunResult = { received: 0, refused: 0, later: 0, stopped: false, busy: false };
  if (reset === 'back_off') await resetWaits(reset).catch(unlessFull);
  // Only a person's own "send now" asks whether a revoked phone is still revoked.
  if (reset !== 'all' && (await readSetting('phone-revoked'))) return { ...result, stopped: true };
  if (!(await waitingRows()).length) return result;
  if (reset === 'all') await changeRun((run) => ({ ...run, at_once: true })).catch(unlessFull);
  const run = async (owner: string) => {
    const sender = { owner, now, random, secret: await phoneSecret(), trusted: await trustedKeys() };
    await sendAll(sender, result);
  };
  result.busy = !(await asOnlySender(now, run));
  // A person is told what it came to, not only that another window is at it.
  if (result.busy && reset === 'all' && (await untilFree(PATIENCE))) {
    result.busy = !(await asOnlySender(now, run));
  }
  tell('outbox');
  return result;
}

/** Send everything that waits, now. */
export function sendNow(options: Partial<Clock> = {}): Promise<RunResult> {
  return sendOutbox({ ...options, reset: 'all' });
}

/** A full phone can still send; it only cannot write down that it no longer waits. */
function unlessFull(error: unknown): void {
  if (!(error instanceof StorageFull)) throw error;
}

async function sendAll(sender: Sender, result: RunResult): Promise<void> {
  // What the worker brought back may be a failure: it must not undo a person's wish to send now.
  const answered = (await waitingRows()).filter((row) => row.reply);
  if (answered.length) count(result, await settleKept(sender, answered));
  if ((await readRun()).at_once) await resetWaits('all').catch(unlessFull);
  while (!result.stopped) {
    const waiting = await waitingRows();
    if (!waiting.length) return noteComplete(sender);
    const outcomes = await step(sender, waiting);
    tell('outbox');
    if (!outcomes) return;
    count(result, outcomes);
  }
}

function count(result: RunResult, outcomes: readonly Outcome[]): void {
  for (const { kind } of outcomes) {
    if (kind === 'received' || kind === 'refused' || kind === 'later') result[kind] += 1;
    if (kind === 'stop') result.stopped = true;
  }
}

/** The next step, or undefined when there is none at this moment. */
async function step(sender: Sender, waiting: readonly OutboxRow[]): Promise<Outcome[] | undefined> {
  const now = sender.now();
  const run = await readRun();
  const due = waiting.filter((row) => isOver(row.next_try_at, now));
  if (!due.length || !isOver(run.next_try_at, now)) return undefined;
  const rows = await claim(sender.owner, nextBatch(due, run.batch), now);
  tell('outbox');
  const [first] = rows;
  if (!first) return [];
  return rows.length > 1 ? sendBatch(sender, rows) : sendOne(sender, first);
}

/** As many of the oldest as a batch may hold; always at least one. */
function nextBatch(due: readonly OutboxRow[], most: number): OutboxRow[] {
  let size = 0;
  return due.slice(0, Math.max(1, most)).filter((row, at) => {
    size += row.wire.length;
    return at === 0 || size <= LARGEST_BODY;
  });
}
