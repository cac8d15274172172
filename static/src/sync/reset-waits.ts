/** End the waits of the outbox: a person wants to send now, or the way to the server looks open again. */
import { write } from '../phone/database.ts';
import { changeRunIn } from '../phone/outbox-run.ts';

/** `back_off` leaves the waits that the server asked for, `all` leaves none. */
export type Reset = 'none' | 'back_off' | 'all';

/** End the waits and start counting anew. */
export async function resetWaits(reset: Reset): Promise<void> {
  const everything = reset === 'all';
  await write(['outbox', 'settings'], async (writing) => {
    const store = writing.objectStore('outbox');
    for (const row of await store.index('state').getAll('waiting')) {
      if (row.next_try_at === undefined || (row.reason?.code === 'busy' && !everything)) continue;
      const { next_try_at: _, ...due } = row;
      await store.put(due);
    }
    await changeRunIn(writing, (run) => {
      if (run.asked && !everything) return run;
      const { next_try_at: _, asked: __, at_once: ___, ...due } = run;
      return { ...due, tries: 0 };
    });
  });
}
