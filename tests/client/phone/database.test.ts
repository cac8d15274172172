import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import { findChecklist } from '../../../static/src/phone/checklists.ts';
import { close, read, write } from '../../../static/src/phone/database.ts';
import type { PhoneSchema } from '../../../static/src/phone/schema.ts';
import { keepSetting, readSetting } from '../../../static/src/phone/settings.ts';
import { upgrades } from '../../../static/src/phone/upgrades.ts';

beforeEach(async () => {
  await close();
  globalThis.indexedDB = new IDBFactory();
});

test('a new phone gets every store of the newest version', async () => {
  const names = await read(async (database) => [...database.objectStoreNames]);
  const guides = ['checklists', 'communes', 'packs', 'pages', 'recent', 'settings'];
  assert.deepEqual(names.sort(), [...guides, 'drafts', 'dossiers', 'keyrings', 'outbox'].sort());
  assert.equal(await read(async (database) => database.version), upgrades.length);
});

test('code of this release works with the database of a newer one', async () => {
  await keepSetting('language', 'en');
  await close();
  const newer = await openDB('tiepsuc', upgrades.length + 1, {
    upgrade: (database) => void database.createObjectStore('attachments'),
  });
  newer.close();
  assert.equal(await readSetting('language'), 'en');
  assert.equal(await read(async (database) => database.version), upgrades.length + 1);
});

function upTo(version: number): (database: IDBPDatabase<PhoneSchema>) => void {
  return (database) => {
    for (const step of upgrades.slice(0, version)) step(database);
  };
}

test('each version is upgraded to the newest one with all that it held', async () => {
  for (let version = 1; version < upgrades.length; version++) {
    await close();
    globalThis.indexedDB = new IDBFactory();
    const older = await openDB<PhoneSchema>('tiepsuc', version, {
      upgrade: upTo(version),
    });
    await older.put('settings', { name: 'language', value: 'en' });
    await older.put('checklists', { code: '1.1', ticked: ['birth'], answers: { late: 'yes' } });
    older.close();
    assert.equal(await readSetting('language'), 'en');
    assert.deepEqual((await findChecklist('1.1')).ticked, ['birth']);
    assert.equal(await read(async (database) => database.version), upgrades.length);
  }
});

test('a first release, still open, goes on beside the stores of this one', async () => {
  const older = await openDB<PhoneSchema>('tiepsuc', 1, {
    upgrade: upTo(1),
    blocking: () => older.close(),
  });
  await keepSetting('language', 'en');
  const again = await openDB<PhoneSchema>('tiepsuc');
  assert.equal((await again.get('settings', 'language'))?.value, 'en');
  again.close();
});

test('an open connection lets a newer release upgrade, and goes on afterwards', async () => {
  await keepSetting('language', 'vi');
  const newer = await openDB('tiepsuc', upgrades.length + 1);
  newer.close();
  await keepSetting('language', 'en');
  assert.equal(await readSetting('language'), 'en');
});

test('a database that the browser closed is opened again', async () => {
  await keepSetting('language', 'vi');
  await read(async (database) => database.close());
  assert.equal(await readSetting('language'), 'vi');
  await read(async (database) => database.close());
  await keepSetting('language', 'en');
  assert.equal(await readSetting('language'), 'en');
});

test('a full disk has its own name and nothing of the transaction is kept', async () => {
  const broken = write(['settings'], async (writing) => {
    await writing.objectStore('settings').put({ name: 'language', value: 'en' });
    throw new DOMException('full', 'QuotaExceededError');
  });
  await assert.rejects(broken, { name: 'StorageFull' });
  assert.equal(await readSetting('language'), undefined);
});

test('any other failure keeps its own name and nothing of the transaction is kept', async () => {
  const broken = write(['settings'], async (writing) => {
    await writing.objectStore('settings').put({ name: 'language', value: 'en' });
    throw new RangeError('a mistake of ours');
  });
  await assert.rejects(broken, { name: 'RangeError' });
  assert.equal(await readSetting('language'), undefined);
});

test('a deleted database is made again', async () => {
  await keepSetting('language', 'en');
  await deleteDB('tiepsuc');
  assert.equal(await readSetting('language'), undefined);
});
