import assert from 'node:assert/strict';
import { test } from 'node:test';
import { mergeDrafts } from '../../../static/src/page/merge-drafts.ts';
import { emptyContent } from '../../../static/src/phone/drafts.ts';
import type { DraftContent } from '../../../static/src/phone/work.ts';

function draft(answers: Record<string, unknown>, rest: Partial<DraftContent> = {}): DraftContent {
  return { ...emptyContent(), started_at: '2026-11-21T01:00:00Z', facts: [], answers, ...rest };
}

test('a question changed on one side only is taken from there', () => {
  const base = draft({ name: 'Lò', place: 'Bản Thử', day: '2026-01-01' });
  const mine = draft({ name: 'Lò Thị Thử', place: 'Bản Thử' });
  const theirs = draft({ name: 'Lò', place: 'Bản Mẫu', day: '2026-01-01', born: '1990' });
  const { content, clashes } = mergeDrafts(base, mine, theirs);
  assert.deepEqual(content.answers, { name: 'Lò Thị Thử', place: 'Bản Mẫu', born: '1990' });
  assert.deepEqual(clashes, []);
});

test('a question changed on both sides keeps the words of this window and is named', () => {
  const { content, clashes } = mergeDrafts(draft({ name: 'a' }), draft({ name: 'b' }), draft({ name: 'c' }));
  assert.deepEqual([content.answers, clashes], [{ name: 'b' }, ['name']]);
});

test('the same change on both sides is no clash', () => {
  const both = draft({ at: { detail: 'Bản Thử' } });
  assert.deepEqual(mergeDrafts(draft({}), both, draft({ at: { detail: 'Bản Thử' } })).clashes, []);
});

test('emptied here and changed there is a clash, and stays empty', () => {
  const { content, clashes } = mergeDrafts(draft({ name: 'a' }), draft({}), draft({ name: 'b' }));
  assert.deepEqual([content.answers, clashes], [{}, ['name']]);
});

test('papers, note and commune are brought together like answers; where one stands is no clash', () => {
  const base = draft({}, { section: 'one' });
  const paper = { answer: 'have' as const, files: [] };
  const mine = draft({}, { section: 'two', papers: { proof: paper } });
  const theirs = draft({}, { section: 'three', note: 'gọi trước', commune_code: '17728' });
  const { content, clashes } = mergeDrafts(base, mine, theirs);
  assert.deepEqual([content.section, content.papers], ['two', { proof: paper }]);
  assert.deepEqual([content.note, content.commune_code, clashes], ['gọi trước', '17728', []]);
});
