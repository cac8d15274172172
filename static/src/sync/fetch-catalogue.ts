/** The catalogue of every guide: from the release on the phone, or from the server on a first visit. */
import type { Catalogue } from '../phone/search.ts';
import { fetchJson } from './fetch-json.ts';

let loading: Promise<Catalogue> | undefined;

/** Load the catalogue once for all parts of a page; after a failure the next call tries again. */
export function loadCatalogue(url: string): Promise<Catalogue> {
  loading ??= (fetchJson(url, 'default') as Promise<Catalogue>).catch((error) => {
    loading = undefined;
    throw error;
  });
  return loading;
}
