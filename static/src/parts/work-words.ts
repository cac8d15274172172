/** Which words of the status line tell how the work on this phone stands. Pure. */
import type { Standing } from '../sync/standing.ts';
import type { Work } from './status-line.ts';

/**
 * What needs the person takes the place of the storage. An unsafe storage is told only where something
 * typed could be lost with it: a first reader has nothing to fear, and "On this phone" always says it.
 */
export function workWords(standing: Standing, isSafe: boolean | undefined): Work {
  const { waiting, sending, aside, needs, unsent } = standing;
  const storage =
    needs.length > 0 ? 'needs-you' : isSafe ? 'safe' : isSafe === false && unsent ? 'unsafe' : 'unknown';
  return {
    queue: queueState(standing, storage),
    storage,
    values: { waiting, sending, aside, needed: needs.length },
  };
}

/** Three parts fit into one line of a small phone only when the middle one says something. */
function queueState({ waiting, sending, received, aside, needs }: Standing, storage: string): string {
  if (sending > 0) return waiting > 0 ? 'sending-more' : 'sending';
  if (waiting > 0) return storage === 'unsafe' ? 'waiting-short' : 'waiting';
  if (aside > 0) return 'aside';
  if (received > 0) return needs.some(({ kind }) => kind === 'refused') ? 'unknown' : 'sent';
  return storage === 'unknown' ? 'none' : 'unknown';
}
