/** The numbered steps of the phone's database: step n makes version n out of n - 1 and only adds. */
import type { IDBPDatabase } from 'idb';
import type { PhoneSchema } from './schema.ts';

type Upgrade = (database: IDBPDatabase<PhoneSchema>) => void;

/** Never change a published step, append the next one: phones run those they have not run yet. */
export const upgrades: readonly Upgrade[] = [createFirstStores, createWorkStores];

function createFirstStores(database: IDBPDatabase<PhoneSchema>): void {
  database.createObjectStore('pages', { keyPath: 'path' }).createIndex('pack', 'pack');
  database.createObjectStore('packs', { keyPath: ['pack', 'language'] });
  database.createObjectStore('communes', { keyPath: 'code' });
  database.createObjectStore('settings', { keyPath: 'name' });
  database.createObjectStore('recent', { keyPath: 'code' }).createIndex('seen_at', 'seen_at');
  database.createObjectStore('checklists', { keyPath: 'code' });
}

function createWorkStores(database: IDBPDatabase<PhoneSchema>): void {
  database.createObjectStore('keyrings', { keyPath: 'id' });
  database.createObjectStore('drafts', { keyPath: 'id' });
  database.createObjectStore('outbox', { keyPath: 'id' }).createIndex('state', 'state');
  database.createObjectStore('dossiers', { keyPath: 'id' });
}
