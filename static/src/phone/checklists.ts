/** The ticks and case answers of each guide. */
import { read, write } from './database.ts';
import type { Checklist } from './schema.ts';

/** What was ticked and answered for a guide; empty when nothing was. */
export async function findChecklist(code: string): Promise<Checklist> {
  return (await read((database) => database.get('checklists', code))) ?? empty(code);
}

/** Change the ticks or the answers and leave the other as it is. */
export function keepChecklist(
  code: string,
  change: Partial<Pick<Checklist, 'ticked' | 'answers'>>,
): Promise<void> {
  return write(['checklists'], async (writing) => {
    const store = writing.objectStore('checklists');
    await store.put({ ...((await store.get(code)) ?? empty(code)), ...change });
  });
}

/** Start over: no ticks, no answers. */
export function resetChecklist(code: string): Promise<void> {
  return write(['checklists'], (writing) => writing.objectStore('checklists').delete(code));
}

function empty(code: string): Checklist {
  return { code, ticked: [], answers: {} };
}
