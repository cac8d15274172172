/** What follows from a try to send: one table, pure and total. Nothing here or elsewhere discards. */
import type { Receipt } from '../phone/receipt.ts';
import type { Reason } from '../phone/work.ts';
import { askedWait } from './back-off.ts';

/** What came back. `receipt` is there only when we signed it for this very submission. */
export type Answer =
  | { kind: 'none' }
  | {
      kind: 'answer';
      status: number;
      /** The code of a problem of ours; absent when the body is not ours. */
      code?: string;
      fields?: Reason['fields'];
      retry_after?: string | null;
      receipt?: Receipt;
    };

/** Why it has to wait. `foreign`: something between us and the server answered; `blocked`: again and again. */
export type Cause = 'no_network' | 'server' | 'busy' | 'foreign' | 'blocked';

export type Outcome =
  | { kind: 'received' }
  | { kind: 'progress' }
  | { kind: 'refused'; reason: Reason; declined: boolean }
  | { kind: 'later'; cause: Cause; wait?: number }
  | { kind: 'halve' }
  | { kind: 'stop'; revoked: boolean };

/** `alone`: one submission, not a batch as a whole. `foreign`: how many tries before were answered by others. */
export type Situation = { alone: boolean; foreign: number; now: number };

const BLOCKED = 3;

/** Decide by status and by what was verified; a body that is not ours never ends a submission, but for 413. */
export function outcomeOf(answer: Answer, { alone, foreign, now }: Situation): Outcome {
  if (answer.kind === 'none') return { kind: 'later', cause: 'no_network' };
  const { status, code, receipt } = answer;
  if (receipt && status >= 200 && status < 300) return outcomeOfReceipt(receipt);
  if (status === 401) return { kind: 'stop', revoked: code === 'phone_revoked' };
  if (status === 413) {
    return alone ? { kind: 'refused', reason: { code: 'too_large' }, declined: false } : { kind: 'halve' };
  }
  const wait = askedWait(answer.retry_after, now);
  if (status === 429) return { kind: 'later', cause: 'busy', ...(wait && { wait }) };
  if (status >= 500 && status !== 511) return { kind: 'later', cause: 'server', ...(wait && { wait }) };
  if (code && (status === 404 || status === 410)) return { kind: 'later', cause: 'server' };
  if (code && status >= 400 && status < 500) return refusal(code, answer.fields, status);
  return { kind: 'later', cause: foreign + 1 >= BLOCKED ? 'blocked' : 'foreign' };
}

function outcomeOfReceipt({ state }: Receipt): Outcome {
  switch (state) {
    case 'whole':
      return { kind: 'received' };
    case 'waiting_for_files':
      return { kind: 'progress' };
    case 'unreadable':
      return { kind: 'refused', reason: { code: 'unreadable' }, declined: false };
  }
}

/** A refusal by us means that nothing is kept under the id; a conflict, that something else is. */
function refusal(code: string, fields: Reason['fields'], status: number): Outcome {
  return { kind: 'refused', reason: { code, ...(fields && { fields }) }, declined: status !== 409 };
}
