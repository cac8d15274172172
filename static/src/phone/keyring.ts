/** The keyring of the person who works on this phone. It has no PIN yet. */
import { fromBox } from './box.ts';
import { read, write } from './database.ts';
import type { Box, DraftContent, Keyring } from './work.ts';

/** The keyring of this phone; made on first use, and only once however many tabs ask. */
export async function currentKeyring(): Promise<Keyring> {
  const known = await read((database) => database.getAll('keyrings'));
  if (known[0]) return known[0];
  // Made before the transaction starts, which ends as soon as anything else is awaited.
  const made = await makeKeyring();
  return write(['keyrings'], async (writing) => {
    const store = writing.objectStore('keyrings');
    const [first] = await store.getAll();
    if (first) return first;
    await store.add(made);
    return made;
  });
}

/** The content of a record's box, or undefined when this phone cannot open it now. */
export async function openContent(record: { keyring: string; box?: Box }): Promise<DraftContent | undefined> {
  if (!record.box) return undefined;
  const keyring = await read((database) => database.get('keyrings', record.keyring));
  if (!keyring) return undefined;
  return fromBox(keyring.key, record.box).then(
    (content) => content as DraftContent,
    () => undefined,
  );
}

async function makeKeyring(): Promise<Keyring> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  return { id: crypto.randomUUID(), made_at: new Date().toISOString(), key };
}
