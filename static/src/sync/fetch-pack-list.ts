/** The packs that the server offers; the last list is remembered for when there is no signal. */
import { keepSetting, readSetting } from '../phone/settings.ts';
import { fetchJson } from './fetch-json.ts';
import type { OfferedPack } from './fetch-pack.ts';

/** The packs of one language, and whether the server was reached just now. */
export type PackList = { packs: OfferedPack[]; fresh: boolean };

/** Ask the server for its packs; without an answer of ours, the list it gave last. */
export async function fetchPackList(language: string): Promise<PackList> {
  try {
    const packs = offered(await fetchJson('/api/v1/packs'), language);
    await keepSetting(`packs:${language}`, packs).catch(() => undefined);
    return { packs, fresh: true };
  } catch {
    const known = await readSetting(`packs:${language}`).catch(() => undefined);
    return { packs: offered(known, language), fresh: false };
  }
}

/** The server names a pack in every language; the phone keeps the name in the language of the pack. */
function offered(list: unknown, language: string): OfferedPack[] {
  if (!Array.isArray(list)) return [];
  const own = list.filter((pack) => pack?.language === language);
  return own.map((pack) => ({ ...pack, name: nameIn(pack.name, language) }));
}

function nameIn(name: string | Record<string, string>, language: string): string {
  return typeof name === 'string' ? name : (name[language] ?? name['vi'] ?? '');
}
