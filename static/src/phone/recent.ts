/** The guides that were opened last on this phone. */
import { read, write } from './database.ts';

const KEPT = 12;

/** Note that a guide was opened; only the last dozen are remembered. */
export function noteSeen(code: string, at: Date): Promise<void> {
  return write(['recent'], async (writing) => {
    const store = writing.objectStore('recent');
    await store.put({ code, seen_at: at.toISOString() });
    const oldestFirst = await store.index('seen_at').getAllKeys();
    for (const old of oldestFirst.slice(0, -KEPT)) await store.delete(old);
  });
}

/** The codes of the guides opened last, newest first. */
export async function lastSeen(limit: number): Promise<string[]> {
  const oldestFirst = await read((database) => database.getAllKeysFromIndex('recent', 'seen_at'));
  return oldestFirst.reverse().slice(0, limit);
}

/** Forget which guides were opened. */
export function forgetSeen(): Promise<void> {
  return write(['recent'], (writing) => writing.objectStore('recent').clear());
}
