/** The packs on this phone: kept whole with all their pages, or not at all. */
import { read, write } from './database.ts';
import { replacePages } from './pages.ts';
import type { KeptPack, KeptPage } from './schema.ts';

/** The packs of one language that are on the phone. */
export async function keptPacks(language: string): Promise<KeptPack[]> {
  const packs = await read((database) => database.getAll('packs'));
  return packs.filter((pack) => pack.language === language);
}

/** Keep a pack and its pages in one transaction; pages that vanished from it are removed. */
export function keepPack(pack: KeptPack, pages: readonly KeptPage[]): Promise<void> {
  return write(['packs', 'pages'], async (writing) => {
    await replacePages(writing, pack.pack, pages, inLanguage(pack.language));
    await writing.objectStore('packs').put(pack);
  });
}

/** Remove a pack and its pages. */
export function dropPack(pack: string, language: string): Promise<void> {
  return write(['packs', 'pages'], async (writing) => {
    await replacePages(writing, pack, [], inLanguage(language));
    await writing.objectStore('packs').delete([pack, language]);
  });
}

function inLanguage(language: string): (path: string) => boolean {
  return (path) => path.startsWith(`/${language}/`);
}
