/** When to sync, and which waits a reason to sync may end. Pure. */
import type { Reset } from './reset-waits.ts';

/** A page opened, `online`, the page came back, a draft was queued, "Gửi ngay", a wait ended. */
export type Trigger = 'opened' | 'online' | 'visible' | 'queued' | 'now' | 'timer';

const OFTEN = 15_000;

/** Whether to start a run, and the waits that it ends; `last` is when this page last started one. */
export function plan(trigger: Trigger, { now, last }: { now: number; last?: number }): Reset | 'skip' {
  switch (trigger) {
    case 'now':
      return 'all';
    case 'opened':
    case 'online':
    case 'queued':
      return 'back_off';
    case 'visible':
      return last !== undefined && Math.abs(now - last) < OFTEN ? 'skip' : 'back_off';
    case 'timer':
      return 'none';
  }
}
