import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { fromBox, toBox } from '../../../static/src/phone/box.ts';
import { read } from '../../../static/src/phone/database.ts';
import { currentKeyring, openContent } from '../../../static/src/phone/keyring.ts';
import { content, newPhone } from '../cases.ts';

beforeEach(newPhone);

test('a keyring is made once, however many tabs ask at the same time', async () => {
  const rings = await Promise.all(Array.from({ length: 8 }, currentKeyring));
  assert.equal(new Set(rings.map(({ id }) => id)).size, 1);
  assert.equal(await read((database) => database.count('keyrings')), 1);
});

test('the key opens after a restart and cannot be read out', async () => {
  const box = await toBox((await currentKeyring()).key, { name: 'Lò Thị Thử' });
  const { key } = await currentKeyring();
  assert.deepEqual(await fromBox(key, box), { name: 'Lò Thị Thử' });
  assert.equal(key.extractable, false);
  await assert.rejects(crypto.subtle.exportKey('raw', key));
});

test('the same value never gives the same box twice', async () => {
  const { key } = await currentKeyring();
  const boxes = await Promise.all(Array.from({ length: 50 }, () => toBox(key, 'x')));
  assert.equal(new Set(boxes.map(({ iv }) => Buffer.from(iv).toString('hex'))).size, 50);
  assert.ok(boxes.every(({ iv }) => iv.byteLength === 12));
});

test('a changed byte and another key open nothing', async () => {
  const ring = await currentKeyring();
  const box = await toBox(ring.key, content());
  const changed = new Uint8Array(box.bytes.slice(0));
  changed[3] = (changed[3] ?? 0) ^ 1;
  await assert.rejects(fromBox(ring.key, { ...box, bytes: changed.buffer }));
  assert.equal(await openContent({ keyring: 'other', box }), undefined);
  assert.equal(await openContent({ keyring: ring.id, box: { ...box, bytes: changed.buffer } }), undefined);
  assert.equal((await openContent({ keyring: ring.id, box }))?.title, 'Lò Thị Thử');
});
