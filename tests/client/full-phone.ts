/** A phone whose disk is full, for some stores. */

/** Let every put and add into this store fail as on a full disk, until the given function is called. */
export function failWrites(...stores: string[]): () => void {
  const { put, add } = IDBObjectStore.prototype;
  const failing = (original: typeof put) =>
    function (this: IDBObjectStore, ...values: Parameters<typeof put>) {
      if (stores.includes(this.name)) throw new DOMException('full', 'QuotaExceededError');
      return original.apply(this, values);
    };
  IDBObjectStore.prototype.put = failing(put);
  IDBObjectStore.prototype.add = failing(add);
  return () => Object.assign(IDBObjectStore.prototype, { put, add });
}
