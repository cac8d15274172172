/** One row per pack: its state, its sizes, its progress. Pure. */
import type { Row } from '../page/stamp.ts';
import { writeBytes, writeDay, writeProgress } from '../page/write-numbers.ts';
import type { KeptPack } from '../phone/schema.ts';
import type { Reason } from '../sync/download-error.ts';
import type { OfferedPack } from '../sync/fetch-pack.ts';

/** A download that runs, as the share that is here; or the reason why it ended. */
export type Download = { done?: number; stop?: AbortController; failed?: Reason };

/** The offered packs in the server's order, then those that only the phone still has. */
export function packRows(
  offered: readonly OfferedPack[],
  kept: readonly KeptPack[],
  downloads: ReadonlyMap<string, Download>,
  language: string,
): Row[] {
  const onPhone = new Map(kept.map((pack) => [pack.pack, pack]));
  const named = new Set(offered.map(({ pack }) => pack));
  return [
    ...offered.map((pack) => offeredRow(pack, onPhone.get(pack.pack), downloads.get(pack.pack), language)),
    ...kept.filter(({ pack }) => !named.has(pack)).map((pack) => keptRow('kept', pack, language)),
  ];
}

function offeredRow(
  offered: OfferedPack,
  kept: KeptPack | undefined,
  download: Download | undefined,
  language: string,
): Row {
  const { pack: key, name, guides, bytes } = offered;
  const size = writeBytes(bytes, language);
  if (download?.failed) return { key, state: `failed-${download.failed}`, values: { name, guides, size } };
  if (download?.done !== undefined) {
    const share = Math.round(download.done * 100);
    const progress = writeProgress(download.done * bytes, bytes, language);
    return { key, state: 'loading', values: { name, guides, progress, share } };
  }
  if (!kept) return { key, state: 'not-kept', values: { name, guides, size } };
  if (kept.sha256 === offered.sha256) return keptRow('kept', kept, language);
  const row = keptRow('newer', kept, language);
  return { ...row, values: { ...row.values, newer_size: size } };
}

function keptRow(state: string, pack: KeptPack, language: string): Row {
  const { pack: key, name, guides, bytes, saved_at } = pack;
  const size = writeBytes(bytes, language);
  return { key, state, values: { name, guides, size, date: writeDay(new Date(saved_at), language) } };
}
