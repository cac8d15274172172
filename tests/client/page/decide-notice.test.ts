import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decideNotice } from '../../../static/src/page/decide-notice.ts';

const open = { page: 'a', controlling: 'a', waiting: undefined, takenOver: false };

test('an open page tells of a waiting release, a rollback included', () => {
  assert.equal(decideNotice({ ...open, waiting: 'b' }), 'switch');
  assert.equal(decideNotice({ ...open, page: 'b', controlling: 'b', waiting: 'a' }), 'switch');
});

test('a page whose release was switched by another tab offers to reload', () => {
  assert.equal(decideNotice({ ...open, controlling: 'b', takenOver: true }), 'reload');
  assert.equal(decideNotice({ ...open, controlling: 'b', waiting: 'c', takenOver: true }), 'switch');
});

test('nothing is said when nothing would change', () => {
  assert.equal(decideNotice(open), 'none');
  assert.equal(decideNotice({ ...open, waiting: 'a' }), 'none');
  assert.equal(decideNotice({ ...open, takenOver: true }), 'none');
  assert.equal(decideNotice({ ...open, controlling: undefined, takenOver: true }), 'none');
  assert.equal(decideNotice({ ...open, page: 'b' }), 'none');
});
