import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { applyChanges } from '../../../static/src/phone/dossiers.ts';
import { deleteDraft, keepDraft, listDrafts, readDraft } from '../../../static/src/phone/drafts.ts';
import { editAgain, listOutbox, note, queueDraft, reopenReturned } from '../../../static/src/phone/outbox.ts';
import type { OutboxRow } from '../../../static/src/phone/work.ts';
import { newPhone, queue, rowOf, sealed } from '../cases.ts';
import { type FakeServer, startServer } from '../fake-server.ts';
import { failWrites } from '../full-phone.ts';

let server: FakeServer;

before(async () => {
  server = await startServer();
});
beforeEach(newPhone);

const LEFT = { left_at: '2026-11-21T03:04:05Z' };

async function replacedAfter(
  change: Partial<OutboxRow>,
): Promise<{ id: string; sure: boolean }[] | undefined> {
  const id = await queue(server);
  await note(id, (row) => ({ ...row, ...change }));
  const draft = await readDraft(await editAgain(id));
  return draft?.content?.replaces?.map((old) => ({ ...old, id: old.id === id ? 'it' : old.id }));
}

const CASES: Record<string, [change: Partial<OutboxRow>, replaces: { id: string; sure: boolean }[]]> = {
  'never left the phone': [{}, []],
  'may have arrived, the reply was lost': [LEFT, [{ id: 'it', sure: false }]],
  'was set aside after it left': [{ ...LEFT, state: 'set_aside' }, [{ id: 'it', sure: false }]],
  'was declined by our server': [{ ...LEFT, state: 'refused', declined: true }, []],
  'was too large for something on the way': [
    { ...LEFT, state: 'refused', declined: false },
    [{ id: 'it', sure: false }],
  ],
  'was received': [{ ...LEFT, state: 'received', receipt: 'jws' }, [{ id: 'it', sure: true }]],
  'may have arrived and replaces another': [
    { ...LEFT, replaces: [{ id: 'older', sure: true }] },
    [
      { id: 'it', sure: false },
      { id: 'older', sure: true },
    ],
  ],
  'was declined and would have replaced another': [
    { ...LEFT, state: 'refused', declined: true, replaces: [{ id: 'older', sure: true }] },
    [{ id: 'older', sure: true }],
  ],
};

for (const [name, [change, replaces]] of Object.entries(CASES)) {
  test(`the next submission knows what it replaces when this one ${name}`, async () => {
    assert.deepEqual(await replacedAfter(change), replaces);
  });
}

test('editing moves all answers and the whole story into a new draft', async () => {
  const id = await queue(server);
  const draft = await readDraft(await editAgain(id));
  assert.equal(draft?.content?.answers['requester_name'], 'Vi Văn Mẫu');
  assert.deepEqual(
    draft?.content?.facts.map(({ fact }) => fact),
    ['started', 'queued', 'edited'],
  );
  assert.deepEqual(await listOutbox(), []);
  await assert.rejects(editAgain(id), { name: 'SubmissionGone' });
});

test('editing a submission that is just leaving is refused, nothing moves', async () => {
  const id = await queue(server);
  const edited = editAgain(id);
  await note(id, (row) => ({ ...row, ...LEFT }));
  await assert.rejects(edited, { name: 'SubmissionGone' });
  assert.deepEqual([(await listDrafts()).length, (await listOutbox()).length], [0, 1]);
});

test('on a full phone the submission stays in the outbox', async () => {
  const id = await queue(server);
  const restore = failWrites('drafts');
  await assert.rejects(editAgain(id), { name: 'StorageFull' });
  restore();
  assert.equal((await rowOf(id)).state, 'waiting');
});

async function returned(): Promise<string> {
  const id = await queue(server);
  await note(id, (row) => ({ ...row, ...LEFT, state: 'received', receipt: 'jws', code: 'TS00000001' }));
  const items = [{ item: 'child_name', reason: 'unreadable', note: 'thiếu dấu' }];
  const at = '2026-11-22T00:00:00Z';
  await applyChanges([{ submission: id, code: 'TS00000001', version: 3, state: 'returned', items, at }], 'c');
  return id;
}

test('a return reopens one draft with what the desk asked for, however often it is opened', async () => {
  const id = await returned();
  const opened = await Promise.all([reopenReturned(id), reopenReturned(id)]);
  assert.equal(opened[0], opened[1]);
  const draft = await readDraft(opened[0] ?? '');
  assert.deepEqual(draft?.content?.returned, {
    submission: id,
    items: [{ item: 'child_name', reason: 'unreadable', note: 'thiếu dấu' }],
  });
  assert.equal((await rowOf(id)).state, 'received');
  assert.equal((await listDrafts()).length, 1);
});

test('the correction names the returned submission, and a second one is not started beside it', async () => {
  const id = await returned();
  const draft = await reopenReturned(id);
  const opened = await readDraft(draft);
  if (!opened?.content) throw new Error('no content');
  await keepDraft(draft, {
    ...opened.content,
    answers: { ...opened.content.answers, child_name: 'Lò Thị Thứ' },
  });
  const correction = await queueDraft(draft, await sealed(server, draft));
  assert.equal(JSON.parse((await rowOf(correction)).wire).replaces, id);
  assert.equal((await rowOf(id)).replaced_by, correction);
  await assert.rejects(reopenReturned(id), { name: 'SubmissionGone' });
});

test('after its draft was deleted a return is opened anew', async () => {
  const id = await returned();
  const first = await reopenReturned(id);
  await deleteDraft(first);
  assert.notEqual(await reopenReturned(id), first);
});

test('a submission that comes back while it is being edited names the returned items in that draft', async () => {
  const id = await queue(server);
  await note(id, (row) => ({ ...row, ...LEFT, state: 'received', receipt: 'jws', code: 'TS00000001' }));
  const edited = await editAgain(id);
  const typed = await readDraft(edited);
  if (!typed?.content) throw new Error('no content');
  await keepDraft(edited, { ...typed.content, note: 'đã gọi' });
  const items = [{ item: 'child_name', reason: 'unreadable' }];
  const at = '2026-11-22T00:00:00Z';
  await applyChanges([{ submission: id, code: 'TS00000001', version: 3, state: 'returned', items, at }], 'c');
  assert.equal(await reopenReturned(id), edited);
  const draft = await readDraft(edited);
  assert.deepEqual(draft?.content?.returned, { submission: id, items });
  assert.equal(draft.content.note, 'đã gọi');
});

test('a correction taken back out of the outbox is the draft that mending opens', async () => {
  const id = await returned();
  const draft = await reopenReturned(id);
  const correction = await queueDraft(draft, await sealed(server, draft));
  const again = await editAgain(correction);
  assert.equal(await reopenReturned(id), again);
  assert.equal((await listDrafts()).length, 1);
});

test('what was not returned is not reopened, and forgotten answers are named', async () => {
  const id = await queue(server);
  await assert.rejects(reopenReturned(id), { name: 'SubmissionGone' });
  const old = await returned();
  await note(old, ({ box: _, ...row }) => row);
  await assert.rejects(reopenReturned(old), { name: 'AnswersGone' });
});
