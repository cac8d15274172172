import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import {
  deleteSubmission,
  exportSubmission,
  listOutbox,
  note,
  resume,
  setAside,
} from '../../../static/src/phone/outbox.ts';
import { newPhone, queueMany, rowOf, rows } from '../cases.ts';
import { type FakeServer, startServer } from '../fake-server.ts';
import { failWrites } from '../full-phone.ts';

let server: FakeServer;

before(async () => {
  server = await startServer();
});
beforeEach(newPhone);

test('each act on one of twenty leaves the other nineteen as they were', async () => {
  const [one = ''] = await queueMany(server, 20);
  const others = async () => JSON.stringify((await listOutbox()).filter(({ id }) => id !== one));
  const before = await others();
  await setAside(one);
  assert.equal((await rowOf(one)).state, 'set_aside');
  await resume(one);
  assert.equal((await rowOf(one)).state, 'waiting');
  const exported = JSON.parse(await exportSubmission(one));
  assert.equal(exported.answers.child_name, 'Lò Thị Thử');
  assert.deepEqual(
    exported.facts.map(({ fact }: { fact: string }) => fact),
    ['started', 'queued', 'set_aside', 'resumed'],
  );
  await deleteSubmission(one);
  assert.equal(await others(), before);
});

test('a received submission is neither set aside nor sent again', async () => {
  const [id = ''] = await queueMany(server, 1);
  await note(id, (row) => ({ ...row, state: 'received' }));
  await assert.rejects(setAside(id), { name: 'SubmissionGone' });
  await assert.rejects(resume(id), { name: 'SubmissionGone' });
  await assert.rejects(setAside('none'), { name: 'SubmissionGone' });
});

test('resuming a refused one lets it wait at once, as it was', async () => {
  const [id = ''] = await queueMany(server, 1);
  const { wire } = await rowOf(id);
  await note(id, (row) => ({ ...row, state: 'refused', next_try_at: Date.now() * 2, tries: 9 }));
  await resume(id);
  const row = await rowOf(id);
  assert.deepEqual([row.state, row.next_try_at, row.tries, row.wire], ['waiting', undefined, 0, wire]);
});

test('a full phone says so and changes nothing', async () => {
  const [id = ''] = await queueMany(server, 1);
  const before = await rows();
  const restore = failWrites('outbox');
  await assert.rejects(setAside(id), { name: 'StorageFull' });
  restore();
  assert.deepEqual(await rows(), before);
});
