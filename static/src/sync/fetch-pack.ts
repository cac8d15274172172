/** Download a pack, check it, and keep it whole. */
import { keepPack } from '../phone/packs.ts';
import type { KeptPage } from '../phone/schema.ts';
import { DownloadError, downloadError, keeping } from './download-error.ts';
import { fetchChecked, type How } from './fetch-checked.ts';
import { readPages } from './read-pages.ts';
import { hasRoomFor } from './room.ts';

/** One pack of the server's list; `bytes` is what travels, `size` what the phone keeps. */
export type OfferedPack = {
  pack: string;
  language: string;
  name: string;
  guides: number;
  bytes: number;
  size: number;
  sha256: string;
  url: string;
  built_at: string;
};

/** Download and keep one pack; throws a DownloadError and keeps nothing when anything is wrong. */
export async function fetchPack(offered: OfferedPack, how: How = {}): Promise<void> {
  try {
    if (!(await hasRoomFor(offered.size))) throw new DownloadError('full');
    const file = { url: offered.url, sha256: offered.sha256, bytes: offered.size };
    const pages = readPack(offered, await fetchChecked(file, how));
    how.signal?.throwIfAborted();
    const pack = {
      pack: offered.pack,
      language: offered.language,
      name: offered.name,
      sha256: offered.sha256,
      bytes: offered.bytes,
      guides: offered.guides,
      markup: pages[0]?.markup ?? 1,
      saved_at: new Date().toISOString(),
    };
    await keeping(keepPack(pack, pages));
  } catch (error) {
    throw downloadError(error, how.signal);
  }
}

function readPack(offered: OfferedPack, bytes: Uint8Array): KeptPage[] {
  const read = JSON.parse(new TextDecoder().decode(bytes));
  if (read.pack !== offered.pack || read.language !== offered.language) throw new DownloadError('changed');
  const pages = readPages(read.pages, offered.pack, read.markup);
  const own = `/${offered.language}/`;
  if (!pages?.every((page) => page.path.startsWith(own))) throw new DownloadError('changed');
  return pages;
}
