/** One step of a run: send claimed submissions with one request, and settle what came back. */
import { packed } from '../phone/packed.ts';
import type { OutboxRow } from '../phone/work.ts';
import { postBatch, putOne } from './ask-server.ts';
import { changeFor, failedWith } from './note-outcome.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Reply, readReplies, readReply, type Trusted } from './read-reply.ts';
import { type Noted, settle } from './settle.ts';
import { afterBatch, afterOne, succeeded, waits } from './what-the-run-does.ts';

/** Where time and chance come from. */
export type Clock = { now: () => number; random: () => number };

/** Who sends in this run, and what it needs. */
export type Sender = Clock & { owner: string; secret: string; trusted: Trusted };

const WORTH_PACKING = 1_000;

/** Send one by itself; what fails with it concerns it alone, unless nothing gets through. */
export async function sendOne(sender: Sender, row: OutboxRow): Promise<Outcome[]> {
  const reply = await readReply(sender.trusted, row, await putOne(sender.secret, row));
  const { outcome, change } = await changeFor(row, reply, moment(sender));
  await settle(sender, [[row.id, change]], afterOne(outcome, moment(sender)), [outcome]);
  return [outcome];
}

/** Send several at once. A request that fails as a whole says nothing about any one of them. */
export async function sendBatch(sender: Sender, rows: readonly OutboxRow[]): Promise<Outcome[]> {
  const listed = rows.map((row) => `{"id":"${row.id}","submission":${row.wire}}`);
  const plain = new TextEncoder().encode(`{"submissions":[${listed}]}`);
  const pack = plain.length > WORTH_PACKING;
  const raw = await postBatch(sender.secret, pack ? await packed(plain, 'gzip') : plain, pack);
  const replies = await readReplies(sender.trusted, rows, raw);
  return 'each' in replies
    ? settleEach(sender, rows, replies.each)
    : settleWhole(sender, rows, replies.whole);
}

/** Settle what the worker was answered while no page was open. */
export async function settleKept(sender: Sender, rows: readonly OutboxRow[]): Promise<Outcome[]> {
  const replies: Reply[] = [];
  for (const row of rows) replies.push(await readReply(sender.trusted, row, row.reply));
  return settleEach(sender, rows, replies);
}

async function settleEach(
  sender: Sender,
  rows: readonly OutboxRow[],
  replies: readonly Reply[],
): Promise<Outcome[]> {
  const noted: Noted[] = [];
  const outcomes: Outcome[] = [];
  for (const [at, row] of rows.entries()) {
    const reply = replies[at] ?? { answer: { kind: 'none' } };
    const { outcome, change } = await changeFor(row, reply, moment(sender));
    noted.push([row.id, change]);
    outcomes.push(outcome);
  }
  const stop = outcomes.find(({ kind }) => kind === 'stop');
  await settle(sender, noted, stop ? (run) => waits(run, 1, stop, moment(sender)) : succeeded, outcomes);
  return outcomes;
}

async function settleWhole(
  sender: Sender,
  rows: readonly OutboxRow[],
  answer: Reply['answer'],
): Promise<Outcome[]> {
  const foreign = Math.max(...rows.map((row) => row.foreign ?? 0));
  const outcome = outcomeOf(answer, { alone: false, foreign, now: sender.now() });
  const after = afterBatch(outcome, rows.length, moment(sender));
  if (outcome.kind !== 'later') {
    await settle(sender, [], after, [outcome]);
    return outcome.kind === 'stop' ? [outcome] : [];
  }
  const failed = (row: OutboxRow) => failedWith(row, outcome.cause, sender.now());
  const noted = rows.map((row): Noted => [row.id, failed]);
  await settle(sender, noted, after, [outcome]);
  return rows.map(() => outcome);
}

function moment({ now, random }: Clock): { now: number; random: number } {
  return { now: now(), random: random() };
}
