/** The code that the national portal gave, as the person wrote it down on this phone. */
import { toBox } from './box.ts';
import { tell } from './changed.ts';
import { read, write } from './database.ts';
import { AnswersGone, SubmissionGone } from './gone.ts';
import { currentKeyring, openContent } from './keyring.ts';

/** Keep the code with the answers of a submission, in their box. Throws SubmissionGone, AnswersGone, StorageFull. */
export async function keepPortalCode(id: string, code: string): Promise<void> {
  const row = await read((database) => database.get('outbox', id));
  if (!row) throw new SubmissionGone(id);
  const content = await openContent(row);
  if (!content) throw new AnswersGone(id);
  const keyring = await currentKeyring();
  const box = await toBox(keyring.key, { ...content, portal_code: code });
  await write(['outbox'], async (writing) => {
    const store = writing.objectStore('outbox');
    const now = await store.get(id);
    if (!now?.box) throw new SubmissionGone(id);
    await store.put({ ...now, keyring: keyring.id, box });
  });
  tell('outbox');
}
