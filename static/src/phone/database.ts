/** The one place that opens the phone's database, brings it up to date and names what went wrong. */
import { type IDBPDatabase, type IDBPTransaction, openDB, type StoreNames } from 'idb';
import type { PhoneSchema } from './schema.ts';
import { StorageFull, storageError } from './storage-full.ts';
import { upgrades } from './upgrades.ts';

export type PhoneDatabase = IDBPDatabase<PhoneSchema>;
export type Store = StoreNames<PhoneSchema>;
export type Writing = IDBPTransaction<PhoneSchema, Store[], 'readwrite'>;

const NAME = 'tiepsuc';

let opened: Promise<PhoneDatabase> | undefined;

/** Read from the database. When the browser has closed it meanwhile, it is opened again, once. */
export async function read<T>(work: (database: PhoneDatabase) => Promise<T>): Promise<T> {
  const opening = database();
  try {
    return await work(await opening);
  } catch (error) {
    if (!wasClosed(error, opening)) throw storageError(error);
    forget(opening);
  }
  try {
    return await work(await database());
  } catch (error) {
    throw storageError(error);
  }
}

/**
 * Write in one transaction: all of it is kept, or nothing. A full disk is thrown as StorageFull.
 * With `strict` it is on the disk, and not only with the system, before this is fulfilled.
 */
export async function write<T>(
  stores: Store[],
  work: (writing: Writing) => Promise<T>,
  durability: IDBTransactionDurability = 'default',
): Promise<T> {
  return read((database) => inTransaction(database, stores, work, durability));
}

/** Close the connection; the next use opens it again. */
export async function close(): Promise<void> {
  const closing = opened;
  opened = undefined;
  (await closing?.catch(() => undefined))?.close();
}

async function inTransaction<T>(
  database: PhoneDatabase,
  stores: Store[],
  work: (writing: Writing) => Promise<T>,
  durability: IDBTransactionDurability,
): Promise<T> {
  const writing = database.transaction(stores, 'readwrite', { durability });
  const done = writing.done.catch((error: unknown) => {
    throw storageError(writing.error ?? error);
  });
  // Without a listener of its own a failed transaction would also be reported as unhandled.
  done.catch(() => undefined);
  try {
    const result = await work(writing);
    await done;
    return result;
  } catch (error) {
    abort(writing);
    // When the browser aborted it, the request says only "AbortError"; the reason stands here.
    const reason = await done.then(
      () => undefined,
      (aborted: unknown) => aborted,
    );
    throw reason instanceof StorageFull ? reason : storageError(error);
  }
}

function abort(writing: Writing): void {
  try {
    writing.abort();
  } catch {
    // It has ended already.
  }
}

function database(): Promise<PhoneDatabase> {
  if (opened) return opened;
  const opening: Promise<PhoneDatabase> = openUpToDate(() => forget(opening));
  opened = opening;
  opening.catch(() => forget(opening));
  return opening;
}

/** Open without a version first: a release must work with a database that a newer one has upgraded. */
async function openUpToDate(closed: () => void): Promise<PhoneDatabase> {
  const found = await open(undefined, closed);
  if (found.version >= upgrades.length) return found;
  found.close();
  return open(upgrades.length, closed);
}

async function open(version: number | undefined, closed: () => void): Promise<PhoneDatabase> {
  const connection: PhoneDatabase = await openDB<PhoneSchema>(NAME, version, {
    upgrade(database, oldVersion, newVersion) {
      for (const step of upgrades.slice(oldVersion, newVersion ?? undefined)) step(database);
    },
    // A newer release waits for this connection: let it go, the next use opens the upgraded database.
    blocking() {
      connection.close();
      closed();
    },
    // The browser closed it, as iOS does under memory pressure.
    terminated: closed,
  });
  return connection;
}

function forget(opening: Promise<PhoneDatabase>): void {
  if (opened === opening) opened = undefined;
}

function wasClosed(error: unknown, opening: Promise<PhoneDatabase>): boolean {
  if (!(error instanceof Error)) return false;
  return error.name === 'InvalidStateError' || (error.name === 'AbortError' && opened !== opening);
}
