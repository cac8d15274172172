import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { chosenCommune, dropCommune, keepCommune } from '../../../static/src/phone/communes.ts';
import { close, read } from '../../../static/src/phone/database.ts';
import { refreshCommune } from '../../../static/src/sync/refresh-commune.ts';
import { serve } from '../fake-browser.ts';

const KEPT = { code: '17728', name: 'Xã Cũ', values: [], saved_at: '2026-01-01T00:00:00Z' };
const NEWER = { code: '17728', name: 'Xã Mới', values: [], pages: [] };

beforeEach(async () => {
  await close();
  globalThis.indexedDB = new IDBFactory();
  await keepCommune(KEPT, []);
});

test('the chosen commune gets its newer values and the day of today', async () => {
  serve(() => Response.json(NEWER));
  await refreshCommune('17728');
  const chosen = await chosenCommune();
  assert.equal(chosen?.name, 'Xã Mới');
  assert.notEqual(chosen?.saved_at, KEPT.saved_at);
});

test('a refresh that fails leaves the commune with its old day', async () => {
  serve(() => new Response('<html>'));
  await refreshCommune('17728');
  assert.deepEqual(await chosenCommune(), KEPT);
});

test('a commune that was given up meanwhile is not chosen again', async () => {
  serve(async () => {
    await dropCommune('17728');
    return Response.json(NEWER);
  });
  await refreshCommune('17728');
  assert.equal(await chosenCommune(), undefined);
  assert.deepEqual(await read((database) => database.getAll('communes')), []);
});
