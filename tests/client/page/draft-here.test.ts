import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { keepHere, mergeHere, openDraft, wanted } from '../../../static/src/page/draft-here.ts';
import { deleteDraft, keepDraft, listDrafts, newDraft, readDraft } from '../../../static/src/phone/drafts.ts';
import { DraftGone } from '../../../static/src/phone/gone.ts';
import { StorageFull } from '../../../static/src/phone/storage-full.ts';
import { content, FORM, newPhone } from '../cases.ts';
import { failWrites } from '../full-phone.ts';

beforeEach(newPhone);

test('the address names a draft, and a place in it', () => {
  assert.deepEqual(wanted('#abc:name'), { id: 'abc', place: 'name' });
  assert.deepEqual(wanted('#abc'), { id: 'abc' });
  assert.deepEqual(wanted(''), {});
});

test('nothing is kept before something is typed, then one draft however often', async () => {
  const here = await openDraft(FORM, undefined);
  assert.deepEqual([here.found, (await listDrafts()).length], ['new', 0]);
  await keepHere(here, content());
  await keepHere(here, content({ note: 'gọi trước' }));
  const [draft, ...others] = await listDrafts();
  assert.deepEqual([draft?.id, draft?.content?.note, others.length], [here.id, 'gọi trước', 0]);
});

test('a draft of another form, or one that is gone, is not opened here', async () => {
  const id = await newDraft({ form_id: 'ct01', form_version: 1 });
  assert.equal((await openDraft(FORM, id)).found, 'gone');
  assert.equal((await openDraft(FORM, 'nowhere')).found, 'gone');
});

test('two windows that change different questions keep both', async () => {
  const id = await newDraft(FORM, content({ answers: { name: 'a', place: 'b' } }));
  const [one, other] = [await openDraft(FORM, id), await openDraft(FORM, id)];
  await Promise.all([
    keepHere(one, { ...one.kept, answers: { name: 'Lò Thị Thử', place: 'b' } }),
    keepHere(other, { ...other.kept, answers: { name: 'a', place: 'Bản Thử' } }),
  ]);
  const kept = { name: 'Lò Thị Thử', place: 'Bản Thử' };
  assert.deepEqual((await readDraft(id))?.content?.answers, kept);
  const { content: seen } = await mergeHere(one, () => one.kept);
  assert.deepEqual(seen.answers, kept);
});

test('two windows that change the same question: the last keeps its words and is told', async () => {
  const id = await newDraft(FORM, content({ answers: { name: 'a' } }));
  const [one, other] = [await openDraft(FORM, id), await openDraft(FORM, id)];
  await keepHere(one, { ...one.kept, answers: { name: 'b' } });
  const { clashes } = await keepHere(other, { ...other.kept, answers: { name: 'c' } });
  assert.deepEqual(clashes, ['name']);
});

test('a draft that was sent or deleted elsewhere is not made again by keeping', async () => {
  const here = await openDraft(FORM, await newDraft(FORM, content()));
  await deleteDraft(here.id ?? '');
  await assert.rejects(keepHere(here, content({ note: 'x' })), DraftGone);
  await assert.rejects(
    mergeHere(here, () => content()),
    DraftGone,
  );
  assert.deepEqual(await listDrafts(), []);
});

test('on a full phone the draft stays as it was, and keeping works again later', async () => {
  const here = await openDraft(FORM, await newDraft(FORM, content({ note: 'cũ' })));
  const mend = failWrites('drafts');
  await assert.rejects(keepHere(here, content({ note: 'mới' })), StorageFull);
  mend();
  assert.equal((await readDraft(here.id ?? ''))?.content?.note, 'cũ');
  await keepHere(here, content({ note: 'mới' }));
  assert.equal((await readDraft(here.id ?? ''))?.content?.note, 'mới');
});

test('keeping by another route is merged, not overwritten', async () => {
  const here = await openDraft(FORM, await newDraft(FORM, content({ answers: { name: 'a' } })));
  await keepDraft(here.id ?? '', content({ answers: { name: 'a', place: 'Bản Thử' } }));
  await keepHere(here, { ...here.kept, answers: { name: 'b' } });
  assert.deepEqual((await readDraft(here.id ?? ''))?.content?.answers, { name: 'b', place: 'Bản Thử' });
});

test('a window that hangs with the draft in its hands stops no other from keeping', async (t) => {
  const here = await openDraft(FORM, await newDraft(FORM, content({ note: 'cũ' })));
  let free = () => {};
  const hung = navigator.locks.request(`draft:${here.id}`, () => new Promise<void>((end) => (free = end)));
  t.after(async () => {
    free();
    await hung;
  });
  await keepHere(here, content({ note: 'mới' }));
  assert.equal((await readDraft(here.id ?? ''))?.content?.note, 'mới');
});
