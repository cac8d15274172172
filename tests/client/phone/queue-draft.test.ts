import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { read } from '../../../static/src/phone/database.ts';
import { keepDraft, listDrafts, newDraft, readDraft } from '../../../static/src/phone/drafts.ts';
import { listOutbox, queueDraft, readSubmission, waiting } from '../../../static/src/phone/outbox.ts';
import { content, FORM, newPhone, queueMany, sealed } from '../cases.ts';
import { type FakeServer, startServer } from '../fake-server.ts';
import { failWrites } from '../full-phone.ts';

let server: FakeServer;

before(async () => {
  server = await startServer();
});
beforeEach(newPhone);

test('queueing moves the draft: it is in the outbox with all its answers and no draft any more', async () => {
  const draft = await newDraft(FORM, content());
  const parts = await sealed(server, draft);
  const id = await queueDraft(draft, parts);
  const submission = await readSubmission(id);
  assert.equal(submission?.content?.answers['child_name'], 'Lò Thị Thử');
  assert.deepEqual([submission?.state, submission?.tries, submission?.wire], ['waiting', 0, parts.wire]);
  assert.equal(submission?.sha256, parts.sha256);
  assert.deepEqual(await listDrafts(), []);
  assert.deepEqual(await waiting(), { count: 1, next_try_at: 0 });
});

test('a double tap and two tabs queue once', async () => {
  const draft = await newDraft(FORM, content());
  const parts = await sealed(server, draft);
  const taps = await Promise.allSettled([1, 2, 3].map(() => queueDraft(draft, parts)));
  assert.equal(taps.filter(({ status }) => status === 'fulfilled').length, 1);
  const failed = taps.filter((tap) => tap.status === 'rejected');
  assert.deepEqual(new Set(failed.map(({ reason }) => reason.name)), new Set(['DraftGone']));
  assert.equal((await listOutbox()).length, 1);
});

test('what was typed in another tab after the review is not lost', async () => {
  const draft = await newDraft(FORM, content());
  const parts = await sealed(server, draft);
  await new Promise((resolve) => setTimeout(resolve, 2));
  await keepDraft(draft, content({ note: 'thêm ở tab khác' }));
  await assert.rejects(queueDraft(draft, parts), { name: 'DraftChanged' });
  assert.equal((await readDraft(draft))?.content?.note, 'thêm ở tab khác');
  assert.deepEqual(await listOutbox(), []);
});

test('on a full phone the draft stays a draft', async () => {
  const draft = await newDraft(FORM, content());
  const parts = await sealed(server, draft);
  const restore = failWrites('outbox');
  await assert.rejects(queueDraft(draft, parts), { name: 'StorageFull' });
  restore();
  assert.equal((await readDraft(draft))?.content?.title, 'Lò Thị Thử');
  assert.deepEqual(await listOutbox(), []);
});

test('queueing asks for the disk and not only for the system', async () => {
  const draft = await newDraft(FORM, content());
  const parts = await sealed(server, draft);
  const asked: unknown[] = [];
  const { transaction } = IDBDatabase.prototype;
  IDBDatabase.prototype.transaction = function (...values) {
    asked.push(values[2]?.durability);
    return transaction.apply(this, values);
  };
  await queueDraft(draft, parts);
  IDBDatabase.prototype.transaction = transaction;
  assert.equal(asked.at(-1), 'strict');
});

test('the outbox lists what was queued last first', async () => {
  const ids = await queueMany(server, 3);
  assert.deepEqual(
    (await listOutbox()).map(({ id }) => id),
    ids.reverse(),
  );
});

test('a submission whose key is gone is still listed, without its answers', async () => {
  await queueMany(server, 1);
  await read((database) => database.clear('keyrings'));
  const [submission] = await listOutbox();
  assert.deepEqual([submission?.content, submission?.state], [undefined, 'waiting']);
});
