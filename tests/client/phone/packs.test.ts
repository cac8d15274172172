import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { dropCommune, keepCommune } from '../../../static/src/phone/communes.ts';
import { close } from '../../../static/src/phone/database.ts';
import { dropPack, keepPack, keptPacks } from '../../../static/src/phone/packs.ts';
import { findPage, keptPaths } from '../../../static/src/phone/pages.ts';
import type { KeptPack, KeptPage } from '../../../static/src/phone/schema.ts';

function aPack(change: Partial<KeptPack> = {}): KeptPack {
  const sizes = { bytes: 31_000, guides: 27, markup: 1 };
  return { pack: 'ho-tich', language: 'vi', name: 'Hộ tịch', sha256: 'a', saved_at: '', ...sizes, ...change };
}

function aPage(path: string, change: Partial<KeptPage> = {}): KeptPage {
  return { path, pack: 'ho-tich', title: 'Khai sinh', main: '<p>', markup: 1, ...change };
}

beforeEach(async () => {
  await close();
  globalThis.indexedDB = new IDBFactory();
  // Rows that no test below is about.
  await keepPack(aPack({ language: 'en' }), [aPage('/en/guides/1.001193')]);
  await keepPack(aPack({ pack: 'dat-dai' }), [aPage('/vi/guides/1.012753', { pack: 'dat-dai' })]);
});

const OTHERS = ['/en/guides/1.001193', '/vi/guides/1.012753'];

test('a pack replaces its pages and those that vanished from it are gone', async () => {
  await keepPack(aPack(), [aPage('/vi/guides/1.001193'), aPage('/vi/guides/1.000656')]);
  await keepPack(aPack({ sha256: 'b' }), [aPage('/vi/guides/1.001193', { title: 'new' })]);
  assert.deepEqual([...(await keptPaths())].sort(), [...OTHERS, '/vi/guides/1.001193'].sort());
  assert.equal((await findPage('/vi/guides/1.001193'))?.title, 'new');
  assert.deepEqual((await keptPacks('vi')).map(({ sha256 }) => sha256).sort(), ['a', 'b']);
});

test('a guide that moved to another pack stays when its old pack is removed', async () => {
  await keepPack(aPack(), [aPage('/vi/guides/1.001193')]);
  await keepPack(aPack({ pack: 'cu-tru' }), [aPage('/vi/guides/1.001193', { pack: 'cu-tru' })]);
  await dropPack('ho-tich', 'vi');
  assert.ok(await findPage('/vi/guides/1.001193'));
});

test('removing a pack leaves other packs and the other language', async () => {
  await keepPack(aPack(), [aPage('/vi/guides/1.001193')]);
  await dropPack('ho-tich', 'vi');
  assert.deepEqual([...(await keptPaths())].sort(), OTHERS);
  assert.deepEqual(
    (await keptPacks('vi')).map(({ pack }) => pack),
    ['dat-dai'],
  );
});

test('a commune keeps and loses its pages in both languages', async () => {
  const pages = ['vi', 'en'].map((language) =>
    aPage(`/${language}/communes/17728`, { pack: 'commune:17728' }),
  );
  await keepCommune({ code: '17728', name: 'Xã Ví Dụ', values: [], saved_at: '' }, pages);
  assert.ok(await findPage('/en/communes/17728'));
  await dropCommune('17728');
  assert.deepEqual([...(await keptPaths())].sort(), OTHERS);
});
