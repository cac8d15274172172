/** Why something could not be fetched and kept, by the real cause: never "the connection" for a full phone. */
import { StorageFull } from '../phone/storage-full.ts';
import { NotTheFile } from './fetch-checked.ts';
import { within } from './within.ts';

const PHONE = 30_000;

export type Reason = 'network' | 'changed' | 'full' | 'storage' | 'cancelled';

/** A download that ended without being kept. Nothing of it is on the phone. */
export class DownloadError extends Error {
  readonly reason: Reason;

  constructor(reason: Reason, cause?: unknown) {
    super(reason, { cause });
    this.name = 'DownloadError';
    this.reason = reason;
  }
}

/** Name the cause of a failed download. */
export function downloadError(error: unknown, signal?: AbortSignal): DownloadError {
  if (error instanceof DownloadError) return error;
  if (signal?.aborted) return new DownloadError('cancelled', error);
  if (error instanceof NotTheFile || error instanceof SyntaxError) {
    return new DownloadError('changed', error);
  }
  return new DownloadError('network', error);
}

/** Change what the phone keeps; what fails here is the phone's own storage, never the connection. */
export function keeping(work: Promise<void>): Promise<void> {
  return within(PHONE, work).catch((error: unknown) => {
    throw new DownloadError(error instanceof StorageFull ? 'full' : 'storage', error);
  });
}
