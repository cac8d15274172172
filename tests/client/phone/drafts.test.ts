import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { listen } from '../../../static/src/phone/changed.ts';
import { close } from '../../../static/src/phone/database.ts';
import { deleteDraft, keepDraft, listDrafts, newDraft, readDraft } from '../../../static/src/phone/drafts.ts';
import { content, FORM, newPhone } from '../cases.ts';
import { failWrites } from '../full-phone.ts';

beforeEach(newPhone);

test('a draft is there after a restart', async () => {
  const id = await newDraft(FORM);
  await keepDraft(id, content());
  await close();
  const draft = await readDraft(id);
  assert.equal(draft?.content?.answers['child_name'], 'Lò Thị Thử');
  assert.deepEqual([draft?.form_id, draft?.form_version, draft?.photo_count], ['khai-sinh', 1, 0]);
});

test('quick calls are kept in the order in which they were made', async () => {
  const id = await newDraft(FORM);
  const long = 'dài '.repeat(20_000);
  await Promise.all([
    keepDraft(id, content({ note: long })),
    keepDraft(id, content({ note: 'ngắn' })),
    keepDraft(id, content({ note: 'cuối' })),
  ]);
  assert.equal((await readDraft(id))?.content?.note, 'cuối');
});

test('several drafts of one form stand side by side, the one saved last first', async () => {
  const first = await newDraft(FORM, content({ title: 'Lò Thị Thử' }));
  const second = await newDraft(FORM, content({ title: 'Vi Văn Mẫu' }));
  await new Promise((resolve) => setTimeout(resolve, 2));
  await keepDraft(first, content({ title: 'Lò Thị Thử' }));
  assert.deepEqual(
    (await listDrafts()).map((draft) => draft.content?.title),
    ['Lò Thị Thử', 'Vi Văn Mẫu'],
  );
  await deleteDraft(first);
  assert.deepEqual(
    (await listDrafts()).map((draft) => draft.id),
    [second],
  );
});

test('a draft that is gone is not made again by a late save', async () => {
  const id = await newDraft(FORM);
  await deleteDraft(id);
  await assert.rejects(keepDraft(id, content()), { name: 'DraftGone' });
  assert.deepEqual(await listDrafts(), []);
  const other = await newDraft(FORM);
  await keepDraft(other, content());
});

test('a full phone says so, and the last version that was kept stays', async () => {
  const id = await newDraft(FORM, content({ note: 'trước' }));
  const restore = failWrites('drafts');
  await assert.rejects(keepDraft(id, content({ note: 'sau' })), { name: 'StorageFull' });
  await assert.rejects(newDraft(FORM), { name: 'StorageFull' });
  restore();
  assert.equal((await readDraft(id))?.content?.note, 'trước');
});

test('every change is told to open pages, after it is kept', async () => {
  const heard: (string | undefined)[] = [];
  const id = await newDraft(FORM, content());
  const told = new Promise<void>((resolve) => {
    const stop = listen('drafts', async () => {
      heard.push((await readDraft(id))?.content?.note);
      stop();
      resolve();
    });
  });
  await keepDraft(id, content({ note: 'mới' }));
  await told;
  assert.deepEqual(heard, ['mới']);
});
