/** The kept pages of packs and communes. */
import { read, type Writing } from './database.ts';
import type { KeptPage } from './schema.ts';

/** The page kept for this path, if there is one. */
export function findPage(path: string): Promise<KeptPage | undefined> {
  return read((database) => database.get('pages', path));
}

/** The paths of all kept pages. */
export async function keptPaths(): Promise<Set<string>> {
  return new Set(await read((database) => database.getAllKeys('pages')));
}

/** Put the new pages of a pack one by one, then remove those that vanished from it. */
export async function replacePages(
  writing: Writing,
  pack: string,
  pages: readonly KeptPage[],
  belongs: (path: string) => boolean,
): Promise<void> {
  const store = writing.objectStore('pages');
  const before = await store.index('pack').getAllKeys(pack);
  for (const page of pages) await store.put(page);
  const now = new Set(pages.map((page) => page.path));
  for (const path of before) {
    if (belongs(path) && !now.has(path)) await store.delete(path);
  }
}
