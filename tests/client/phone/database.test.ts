import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { deleteDB, openDB } from 'idb';
import { close, read, write } from '../../../static/src/phone/database.ts';
import { keepSetting, readSetting } from '../../../static/src/phone/settings.ts';
import { upgrades } from '../../../static/src/phone/upgrades.ts';

beforeEach(async () => {
  await close();
  globalThis.indexedDB = new IDBFactory();
});

test('a new phone gets every store of the newest version', async () => {
  const names = await read(async (database) => [...database.objectStoreNames]);
  assert.deepEqual(names, ['checklists', 'communes', 'packs', 'pages', 'recent', 'settings']);
  assert.equal(await read(async (database) => database.version), upgrades.length);
});

test('code of this release works with the database of a newer one', async () => {
  await keepSetting('language', 'en');
  await close();
  const newer = await openDB('tiepsuc', upgrades.length + 1, {
    upgrade: (database) => void database.createObjectStore('drafts'),
  });
  newer.close();
  assert.equal(await readSetting('language'), 'en');
  assert.equal(await read(async (database) => database.version), upgrades.length + 1);
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
