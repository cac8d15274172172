import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { read } from '../../../static/src/phone/database.ts';
import {
  applyChanges,
  type DossierChange,
  listDossiers,
  noteDossierSeen,
  readDossier,
} from '../../../static/src/phone/dossiers.ts';
import { readSetting } from '../../../static/src/phone/settings.ts';
import { newPhone } from '../cases.ts';
import { failWrites } from '../full-phone.ts';

beforeEach(newPhone);

function change(version: number, more: Partial<DossierChange> = {}): DossierChange {
  const at = `2026-11-2${version}T00:00:00Z`;
  return { submission: 's1', code: 'TS00000001', version, state: `state-${version}`, items: [], at, ...more };
}

test('changes and the cursor are kept together, or neither', async () => {
  const restore = failWrites('settings');
  await assert.rejects(applyChanges([change(1)], 'c1'), { name: 'StorageFull' });
  restore();
  assert.equal(await readDossier('s1'), undefined);
  await applyChanges([change(1)], 'c1');
  assert.equal((await readDossier('s1'))?.state, 'state-1');
  assert.equal(await readSetting('changes-cursor'), 'c1');
});

test('repeated and in any order they end the same', async () => {
  const changes = [change(1), change(2), change(3)];
  for (const order of [changes, [...changes].reverse(), [change(2), change(3), change(2), change(1)]]) {
    await newPhone();
    for (const one of order) await applyChanges([one], 'c');
    assert.equal((await readDossier('s1'))?.version, 3);
    await applyChanges(order, 'c');
    assert.equal((await listDossiers()).length, 1);
  }
});

test('a newer state has not been seen, a repeated one has', async () => {
  await applyChanges([change(1)], 'c1');
  await noteDossierSeen('s1');
  await applyChanges([change(1)], 'c1');
  assert.equal((await readDossier('s1'))?.seen, true);
  await applyChanges([change(2)], 'c2');
  assert.equal((await readDossier('s1'))?.seen, undefined);
});

test('a correction takes its dossier along', async () => {
  await applyChanges([change(1, { state: 'returned' }), change(2, { submission: 's2' })], 'c');
  assert.equal(await readDossier('s1'), undefined);
  assert.equal((await readDossier('s2'))?.code, 'TS00000001');
});

test('what the desk wrote is read back and stands nowhere in clear', async () => {
  const items = [
    { item: 'child_name', reason: 'unreadable', note: 'tên Lò Thị Thử mờ' },
    { item: 'paper', reason: 'missing' },
  ];
  await applyChanges([change(1, { items })], 'c');
  assert.deepEqual((await readDossier('s1'))?.items, items);
  assert.ok(!JSON.stringify(await read((database) => database.getAll('dossiers'))).includes('Thử'));
});
