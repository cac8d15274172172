/** What an outcome makes of a submission in the outbox. Only a complete receipt takes anything away. */
import { withFact } from '../phone/facts.ts';
import type { Change } from '../phone/note-submission.ts';
import type { OutboxRow } from '../phone/work.ts';
import { waitAfter } from './back-off.ts';
import { type Cause, type Outcome, outcomeOf } from './outcome.ts';
import type { Reply } from './read-reply.ts';
import { rewire } from './wire.ts';

/** The time of the try, and chance for its jitter. */
type Moment = { now: number; random: number };

/** How a reply to one submission changes its row, decided before the transaction starts. */
export async function changeFor(
  row: OutboxRow,
  reply: Reply,
  moment: Moment,
): Promise<{ outcome: Outcome; change: Change }> {
  const outcome = outcomeOf(reply.answer, { alone: true, foreign: row.foreign ?? 0, now: moment.now });
  if (!isNotReplaced(outcome, row)) return { outcome, change: (now) => changed(now, outcome, reply, moment) };
  const rewired = await rewire(row.wire, row.replaces?.slice(1) ?? []);
  return { outcome: { kind: 'progress' }, change: (now) => again(now, row, rewired, moment) };
}

/** A try that failed without saying anything about this one: it is told, the wait is the whole outbox's. */
export function failedWith(row: OutboxRow, cause: Cause, now: number): OutboxRow | undefined {
  return row.state === 'waiting' ? told({ ...row, tries: row.tries + 1 }, cause, now) : undefined;
}

function changed(row: OutboxRow, outcome: Outcome, reply: Reply, moment: Moment): OutboxRow | undefined {
  const left_at = row.left_at ?? new Date(moment.now).toISOString();
  const { reply: _, next_try_at: __, ...rest } = { ...row, ...signed(reply), left_at, tries: row.tries + 1 };
  if (outcome.kind === 'received') return received(rest, moment.now);
  if (row.state !== 'waiting') return undefined;
  const wait = waitAfter(rest.tries, moment.random);
  switch (outcome.kind) {
    case 'refused': {
      const { reason, declined } = outcome;
      return fact({ ...rest, state: 'refused', reason, declined }, 'refused', moment.now);
    }
    case 'progress':
      return fact({ ...rest, next_try_at: moment.now + wait }, 'waiting_for_files', moment.now);
    case 'later': {
      const next_try_at = moment.now + Math.max(wait, outcome.wait ?? 0);
      return told({ ...rest, next_try_at }, outcome.cause, moment.now);
    }
    case 'halve':
    case 'stop':
      return fact(rest, 'stopped', moment.now);
  }
}

/** The only place that gives up the wire: together with the receipt that makes it needless. */
function received(row: OutboxRow, now: number): OutboxRow {
  const { reason: _, foreign: __, declined: ___, ...rest } = row;
  const received_at = new Date(now).toISOString();
  return fact({ ...rest, state: 'received', wire: '', bytes: row.wire.length, received_at }, 'received', now);
}

function again(now: OutboxRow, sent: OutboxRow, rewired: object, moment: Moment): OutboxRow | undefined {
  if (now.state !== 'waiting' || now.sha256 !== sent.sha256) return undefined;
  const { reply: _, ...rest } = now;
  return fact({ ...rest, ...rewired }, 'not_replaced', moment.now);
}

function told(row: OutboxRow, cause: Cause, now: number): OutboxRow {
  const isForeign = cause === 'foreign' || cause === 'blocked';
  const foreign = isForeign ? (row.foreign ?? 0) + 1 : 0;
  return fact({ ...row, foreign, reason: { code: cause } }, cause, now);
}

function fact(row: OutboxRow, name: string, now: number): OutboxRow {
  return { ...row, facts: withFact(row.facts, name, new Date(now)) };
}

function signed({ answer, receipt, slip }: Reply): Partial<OutboxRow> {
  const read = answer.kind === 'answer' ? answer.receipt : undefined;
  if (!read || !receipt) return {};
  return { receipt, code: read.code, ...(slip && { slip }) };
}

/** Whether it was refused only because what it replaces never arrived, which this phone could not know. */
function isNotReplaced(outcome: Outcome, row: OutboxRow): boolean {
  const replaced = row.replaces?.[0];
  if (outcome.kind !== 'refused' || outcome.reason.code !== 'replaced_not_found') return false;
  return replaced !== undefined && !replaced.sure;
}
