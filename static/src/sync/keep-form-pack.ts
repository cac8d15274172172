/** Keep the pack of a form that is being filled in: its draft must open again where there is no signal. */
import { keptPacks } from '../phone/packs.ts';
import { fetchPack } from './fetch-pack.ts';
import { fetchPackList } from './fetch-pack-list.ts';

/** Fetch the pack unless it is here. Without a signal, or without room, the form goes on as before. */
export async function keepFormPack(pack: string, language: string): Promise<void> {
  if ((await keptPacks(language)).some((kept) => kept.pack === pack)) return;
  const { packs } = await fetchPackList(language);
  const offered = packs.find((one) => one.pack === pack);
  if (offered) await fetchPack(offered);
}
