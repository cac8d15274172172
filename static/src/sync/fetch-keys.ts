/** The server's public keys: from the release, else from the server, else as they were last seen. */
import { type Keys, keysIn } from '../phone/keys.ts';
import { keepSetting, readSetting } from '../phone/settings.ts';
import { fetchJson } from './fetch-json.ts';

/** The keys, or undefined when none has ever reached this phone. `/api/v1/keys` passes by the release. */
export async function readKeys(
  address: '/offline/keys' | '/api/v1/keys' = '/offline/keys',
): Promise<Keys | undefined> {
  const kept = await keptKeys();
  const fetched = keysIn(await fetchJson(address).catch(() => undefined));
  if (!fetched) return kept;
  if (JSON.stringify(fetched) !== JSON.stringify(kept)) {
    await keepSetting('keys', fetched).catch(() => undefined);
  }
  return fetched;
}

/** The keys as they were last seen, without asking anybody. */
export async function keptKeys(): Promise<Keys | undefined> {
  return keysIn(await readSetting('keys').catch(() => undefined));
}
