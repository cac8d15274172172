/** Who this phone is to the server, and the person it is bound to. */
import { toBase64url } from './base64url.ts';
import { fromBox, toBox } from './box.ts';
import { tell } from './changed.ts';
import { read, write } from './database.ts';
import { currentKeyring } from './keyring.ts';
import type { Box } from './work.ts';

/** The person as the server names them. */
export type Person = { id: string; name: string; roles: { role: string; commune_code: string | null }[] };

/** The secret by which the server knows this phone; made on first use, and only once. */
export async function phoneSecret(): Promise<string> {
  const known = await knownPhoneSecret();
  if (known) return known;
  const made = toBase64url(crypto.getRandomValues(new Uint8Array(32)));
  return write(
    ['settings'],
    async (writing) => {
      const store = writing.objectStore('settings');
      const first = (await store.get('phone-secret'))?.value;
      if (typeof first === 'string') return first;
      await store.put({ name: 'phone-secret', value: made });
      return made;
    },
    'strict',
  );
}

/** The secret if there is one; a phone that only reads never needs it. */
export async function knownPhoneSecret(): Promise<string | undefined> {
  const known = (await read((database) => database.get('settings', 'phone-secret')))?.value;
  return typeof known === 'string' ? known : undefined;
}

/** The person whose phone this is, or undefined. */
export async function readPerson(): Promise<Person | undefined> {
  const kept = (await read((database) => database.get('settings', 'person')))?.value;
  if (!kept) return undefined;
  const { keyring, box } = kept as { keyring: string; box: Box };
  const ring = await read((database) => database.get('keyrings', keyring));
  return (
    ring &&
    fromBox(ring.key, box).then(
      (person) => person as Person,
      () => undefined,
    )
  );
}

/** Keep who this phone is bound to; undefined when it is bound to nobody any more. */
export async function keepPerson(person: Person | undefined): Promise<void> {
  const keyring = await currentKeyring();
  const box = person && (await toBox(keyring.key, person));
  await write(['settings'], async (writing) => {
    const store = writing.objectStore('settings');
    if (box) await store.put({ name: 'person', value: { keyring: keyring.id, box } });
    else await store.delete('person');
  });
  tell('person');
}
