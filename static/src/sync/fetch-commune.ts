/** Download the values and pages of one commune and make it the chosen one. */
import { keepCommune, packOfCommune } from '../phone/communes.ts';
import type { CommuneValue } from '../phone/schema.ts';
import { DownloadError, downloadError, keeping } from './download-error.ts';
import { fetchJson } from './fetch-json.ts';
import { readPages } from './read-pages.ts';
import { hasRoomFor } from './room.ts';

const USUAL_SIZE = 50_000;

/** Keep the commune with this code, as the chosen one unless told otherwise; throws a DownloadError and keeps nothing when anything is wrong. */
export async function fetchCommune(code: string, keep = keepCommune): Promise<void> {
  try {
    if (!(await hasRoomFor(USUAL_SIZE))) throw new DownloadError('full');
    const read = (await fetchJson(`/offline/communes/${code}`)) as Record<string, unknown>;
    const pages = readPages(read['pages'], packOfCommune(code), read['markup'] ?? 1);
    const { name, values } = read;
    const isOwn = pages?.every(({ path }) => path.endsWith(`/communes/${code}`));
    if (read['code'] !== code || !pages || !isOwn || typeof name !== 'string' || !areValues(values)) {
      throw new DownloadError('changed');
    }
    await keeping(keep({ code, name, values, saved_at: new Date().toISOString() }, pages));
  } catch (error) {
    throw downloadError(error);
  }
}

function areValues(values: unknown): values is CommuneValue[] {
  return Array.isArray(values) && values.every(isValue);
}

function isValue(value: Partial<CommuneValue> | null): boolean {
  return typeof value?.subject === 'string' && typeof value.text?.vi === 'string';
}
