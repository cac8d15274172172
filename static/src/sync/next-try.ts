/** When something leaves next, and who holds it up. */
import { waiting } from '../phone/outbox.ts';
import { readRun } from '../phone/outbox-run.ts';
import { readSetting } from '../phone/settings.ts';
import { isOver } from './back-off.ts';
import { isAtWork } from './one-sender.ts';

export type NextTry = {
  /** Before this moment nothing leaves by itself; absent when nothing waits. */
  next_try_at?: number;
  /** This phone was revoked: nothing leaves until the person asks for it. */
  revoked: boolean;
  /** A tab or the worker is sending. */
  running: boolean;
  /** When a run last ended with nothing left to send. */
  completed_at?: number;
};

/** The state of sending as a whole, for the screens and the next timer. */
export async function nextTry(now = Date.now()): Promise<NextTry> {
  const [run, left, revoked] = await Promise.all([readRun(), waiting(), readSetting('phone-revoked')]);
  const later = [run.next_try_at, left.next_try_at].filter((at) => !isOver(at, now));
  const next_try_at = Math.max(0, ...later.map((at) => at ?? 0));
  return {
    ...(left.count > 0 && { next_try_at }),
    revoked: revoked !== undefined,
    running: isAtWork(run, now),
    ...(run.completed_at !== undefined && { completed_at: run.completed_at }),
  };
}
