import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standingOf } from '../../../static/src/page/check-standing.ts';

const line = (mark?: string, needed = true) => ({ mark, needed });

test('nothing looked at yet: neither complete nor back', () => {
  assert.deepEqual(standingOf([line(), line()]), { seen: 0, back: 0, canComplete: false });
});

test('complete opens when every needed line is right', () => {
  assert.equal(standingOf([line('right'), line()]).canComplete, false);
  assert.equal(standingOf([line('right'), line('right'), line(undefined, false)]).canComplete, true);
});

test('one that goes back closes it, needed or not', () => {
  assert.deepEqual(standingOf([line('right'), line('back', false)]), {
    seen: 1,
    back: 1,
    canComplete: false,
  });
});

test('an empty dossier is never complete', () => {
  assert.equal(standingOf([]).canComplete, false);
});
