/** Small settings of this phone, by name. */
import { read, write } from './database.ts';

type Name =
  | 'commune'
  | 'language'
  | 'releases'
  | 'install-later'
  | 'keys'
  | 'phone-revoked'
  | 'changes-cursor'
  | `packs:${string}`;

/** The kept value, or undefined. The reader checks its type: an older release may have written it. */
export async function readSetting(name: Name): Promise<unknown> {
  return (await read((database) => database.get('settings', name)))?.value;
}

/** Keep a value under its name. */
export function keepSetting(name: Name, value: unknown): Promise<void> {
  return write(['settings'], async (writing) => {
    await writing.objectStore('settings').put({ name, value });
  });
}
