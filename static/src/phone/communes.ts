/** The values and pages of the communes on this phone. */
import { read, write } from './database.ts';
import { replacePages } from './pages.ts';
import type { KeptCommune, KeptPage } from './schema.ts';

/** The name that the pages of a commune carry in place of a pack. */
export function packOfCommune(code: string): string {
  return `commune:${code}`;
}

/** Keep a commune with its pages and make it the chosen one, in one transaction. */
export function keepCommune(commune: KeptCommune, pages: readonly KeptPage[]): Promise<void> {
  return write(['communes', 'pages', 'settings'], async (writing) => {
    await replacePages(writing, packOfCommune(commune.code), pages, () => true);
    await writing.objectStore('communes').put(commune);
    await writing.objectStore('settings').put({ name: 'commune', value: commune.code });
  });
}

/** Keep newer values and pages of the chosen commune; nothing when another was chosen meanwhile, or none. */
export function renewCommune(commune: KeptCommune, pages: readonly KeptPage[]): Promise<void> {
  return write(['communes', 'pages', 'settings'], async (writing) => {
    const chosen = await writing.objectStore('settings').get('commune');
    if (chosen?.value !== commune.code) return;
    await replacePages(writing, packOfCommune(commune.code), pages, () => true);
    await writing.objectStore('communes').put(commune);
  });
}

/** Remove a commune from the phone; it is no longer the chosen one. */
export function dropCommune(code: string): Promise<void> {
  return write(['communes', 'pages', 'settings'], async (writing) => {
    await replacePages(writing, packOfCommune(code), [], () => true);
    await writing.objectStore('communes').delete(code);
    await writing.objectStore('settings').delete('commune');
  });
}

/** The chosen commune, if one is chosen and on the phone. */
export async function chosenCommune(): Promise<KeptCommune | undefined> {
  return read(async (database) => {
    const chosen = await database.get('settings', 'commune');
    return typeof chosen?.value === 'string' ? database.get('communes', chosen.value) : undefined;
  });
}
