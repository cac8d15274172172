/** One sender at a time, over all tabs and the worker: a lock that dies with its owner, and a lease for hung ones. */
import type { Writing } from '../phone/database.ts';
import { changeRun, changeRunIn, type Run, readRun } from '../phone/outbox-run.ts';
import { StorageFull } from '../phone/storage-full.ts';

const LOCK = 'outbox';
const STALE = 2 * 60_000;
const ROUNDS = 10;

/** The owner of a run on a phone that has no room left to write a name down. */
export const UNNAMED = '';

/** Another sender took over, because this one had not been heard of for two minutes. It must stop. */
export class LeaseLost extends Error {
  override name = 'LeaseLost';
}

type Work = (owner: string) => Promise<void>;

/**
 * Do the work as the only sender; false when another one is at work. That one then goes round once more,
 * so that what was queued just now leaves in any case.
 */
export async function asOnlySender(now: () => number, work: Work): Promise<boolean> {
  if (!(await attempt(now, work))) {
    await changeRun((run) => ({ ...run, again: true }));
    // It may have stopped between the two steps, before it could see the wish.
    if (!(await attempt(now, work))) return false;
  }
  // On a full phone the wish cannot be taken off the list: it ends all the same.
  for (let rounds = 0; rounds < ROUNDS && (await readRun()).again; rounds++) {
    if (!(await attempt(now, work))) break;
  }
  return true;
}

/** Wait until the sender at work has ended, but not for ever; false when it has not, or nobody can tell. */
export async function untilFree(milliseconds: number): Promise<boolean> {
  const { locks } = navigator;
  if (!locks) return false;
  const signal = AbortSignal.timeout(milliseconds);
  return locks.request(LOCK, { signal }, () => true).catch(() => false);
}

/** Show that the owner lives; throws LeaseLost when it is no longer the owner. */
export function beat(writing: Writing, owner: string, now: number): Promise<Run> {
  return changeRunIn(writing, (run) => {
    if (run.owner !== owner) throw new LeaseLost();
    return { ...run, beat_at: now };
  });
}

/** Whether a sender is at work that was heard of within two minutes, by whichever clock. */
export function isAtWork(run: Run, now: number): boolean {
  return run.owner !== undefined && Math.abs(now - (run.beat_at ?? 0)) < STALE;
}

async function attempt(now: () => number, work: Work): Promise<boolean> {
  const { locks } = navigator;
  if (!locks) return withLease(now, work, false);
  if (await whileLocked(locks, { ifAvailable: true }, () => withLease(now, work, true))) return true;
  const run = await readRun();
  if (!run.owner || isAtWork(run, now())) return false;
  return whileLocked(locks, { steal: true }, () => withLease(now, work, true));
}

/** False when the lock was not to be had. An owner whose lock was stolen is done: another one goes on. */
async function whileLocked(
  locks: LockManager,
  options: LockOptions,
  work: () => Promise<boolean>,
): Promise<boolean> {
  let ended = false;
  const run = (lock: Lock | null) => (lock ? work().finally(() => (ended = true)) : false);
  try {
    return await locks.request(LOCK, options, run);
  } catch (error) {
    if (ended) throw error;
    return true;
  }
}

async function withLease(now: () => number, work: Work, locked: boolean): Promise<boolean> {
  const owner = await takeLease(now, locked);
  if (owner === undefined) return false;
  try {
    await work(owner);
  } catch (error) {
    if (!(error instanceof LeaseLost)) throw error;
  } finally {
    await changeRun((run) => (run.owner === owner ? withoutOwner(run) : run)).catch(() => undefined);
  }
  return true;
}

/** The name under which this sender works; undefined when another one is at work. */
async function takeLease(now: () => number, locked: boolean): Promise<string | undefined> {
  const owner = crypto.randomUUID();
  try {
    const run = await changeRun((run) => {
      if (!locked && isAtWork(run, now())) return run;
      return { ...run, owner, beat_at: now(), again: false };
    });
    return run.owner === owner ? owner : undefined;
  } catch (error) {
    // A full phone must still be able to send: the lock alone then keeps others away.
    if (locked && error instanceof StorageFull) return UNNAMED;
    throw error;
  }
}

function withoutOwner({ owner: _, beat_at: __, ...run }: Run): Run {
  return run;
}
