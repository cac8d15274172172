/** How the work on this phone stands, without opening any box: what waits, what leaves, what needs the person. */
import { read } from '../phone/database.ts';
import { type Run, readRun } from '../phone/outbox-run.ts';
import type { KeptDossier, OutboxRow } from '../phone/work.ts';
import { isOver } from './back-off.ts';
import { isAtWork } from './one-sender.ts';

/** A submission that waits for the person, and why. */
export type Need = { kind: 'refused' | 'returned'; id: string };

export type Standing = {
  waiting: number;
  sending: number;
  received: number;
  aside: number;
  needs: Need[];
  /** Whether something that was typed is on this phone and nowhere else. */
  unsent: boolean;
};

type Work = {
  outbox: readonly Omit<OutboxRow, 'box' | 'wire'>[];
  dossiers: readonly Pick<KeptDossier, 'id' | 'state'>[];
  drafts: number;
  run: Run;
  now: number;
};

/** What the phone's records say now. */
export async function readStanding(now: number): Promise<Standing> {
  const [outbox, dossiers, drafts] = await read((database) =>
    Promise.all([database.getAll('outbox'), database.getAll('dossiers'), database.count('drafts')]),
  );
  return standingOf({ outbox, dossiers, drafts, run: await readRun(), now });
}

/** The same from the records alone. Pure. */
export function standingOf({ outbox, dossiers, drafts, run, now }: Work): Standing {
  const waiting = outbox.filter(({ state }) => state === 'waiting');
  const leaving = waiting.filter((row) => isLeaving(row, run, now)).length;
  const returned = new Set(dossiers.filter(({ state }) => state === 'returned').map(({ id }) => id));
  const there = new Set(outbox.map(({ id }) => id));
  const needs = outbox.flatMap((row): Need[] => {
    if (row.state === 'refused') return [{ kind: 'refused', id: row.id }];
    const open = row.state === 'received' && returned.has(row.id) && !there.has(row.replaced_by ?? '');
    return open ? [{ kind: 'returned', id: row.id }] : [];
  });
  return {
    waiting: waiting.length - leaving,
    sending: leaving,
    received: outbox.filter(({ state }) => state === 'received').length,
    aside: outbox.filter(({ state }) => state === 'set_aside').length,
    needs,
    unsent: drafts > 0 || outbox.some(({ state }) => state !== 'received'),
  };
}

/** Whether a submission that waits is on its way now: a sender is at work, and it is this one's turn. */
export function isLeaving(row: Waiting, run: Run, now: number): boolean {
  return isAtWork(run, now) && isOver(nextTryOf(row, run), now);
}

/** The earliest moment at which a submission that waits is tried: its own wait, or that of all. */
export function nextTryOf({ next_try_at = 0 }: Waiting, run: Run): number {
  return Math.max(next_try_at, run.next_try_at ?? 0);
}

type Waiting = Pick<OutboxRow, 'next_try_at'>;
