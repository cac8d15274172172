import assert from 'node:assert/strict';
import { test } from 'node:test';
import { draftRows } from '../../../static/src/parts/draft-rows.ts';
import type { OpenDraft } from '../../../static/src/phone/work.ts';
import { at, content, draft, FORMS, NOW, say } from './sent.ts';

function rows(drafts: OpenDraft[]) {
  return draftRows(drafts, { forms: FORMS, say, now: NOW, language: 'vi' });
}

test('a draft is named by form and person, and leads back to its form', () => {
  const [row] = rows([draft('a')]);
  assert.equal(row?.values['title'], 'Khai sinh · Lò Thị Thử');
  assert.equal(row?.values['form'], '/vi/forms/khai-sinh/1#a');
  assert.equal(row?.values['edited'], 'words edited moment today 9:42 21/11/2026');
  assert.equal(row?.values['begun'], null);
});

test('two of one name are told apart by when they were begun', () => {
  const older = draft('b', content({ started_at: at(8, 5, 20) }));
  const [first, second, third] = rows([draft('a'), older, draft('c', content({ title: 'Vi Văn Mẫu' }))]);
  assert.equal(first?.values['begun'], 'words begun moment today 9:00 21/11/2026');
  assert.equal(second?.values['begun'], 'words begun moment yesterday 8:05 20/11/2026');
  assert.equal(third?.values['begun'], null);
});

test('the part is counted among the parts that are asked', () => {
  const part = (answers: Record<string, unknown>) =>
    rows([draft('a', content({ section: 'child', answers }))])[0]?.values['part'];
  assert.equal(part({}), 'words part 2 2');
  assert.equal(part({ married: 'yes' }), 'words part 3 3');
  assert.equal(rows([draft('a')])[0]?.values['part'], null);
});

test('what the desk returned stands first', () => {
  const returned = { submission: 's', items: [{ item: 'x', reason: 'wrong' }] };
  const [first, second] = rows([draft('a'), draft('b', content({ returned }))]);
  assert.equal(first?.key, 'b');
  assert.equal(first?.values['returned'], 'words returned 1');
  assert.equal(second?.key, 'a');
});

test('a draft without a name, or one that cannot be opened, says so', () => {
  assert.equal(rows([draft('a', content({ title: '' }))])[0]?.values['title'], 'Khai sinh · words nameless');
  assert.equal(rows([{ ...draft('a'), content: undefined }])[0]?.state, 'draft');
});
