/** The name of the one storage failure that the person can do something about: the phone is full. */

/** The phone has no room left; nothing of the write was kept. */
export class StorageFull extends Error {
  constructor(cause: unknown) {
    super('storage full', { cause });
    this.name = 'StorageFull';
  }
}

/** Give a full disk its own class; leave every other error as it is. */
export function storageError(error: unknown): unknown {
  return isQuota(error) ? new StorageFull(error) : error;
}

function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}
