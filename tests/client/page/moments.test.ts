import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentOf, spokenCode, writeTime } from '../../../static/src/page/moments.ts';

const NOW = new Date(2026, 10, 21, 0, 30);

test('a moment is of today, of yesterday, or has its day', () => {
  assert.deepEqual(momentOf(new Date(2026, 10, 21, 0, 5), NOW, 'vi'), {
    state: 'today',
    values: { time: '0:05', day: '21/11/2026' },
  });
  assert.equal(momentOf(new Date(2026, 10, 20, 23, 59), NOW, 'vi').state, 'yesterday');
  assert.equal(momentOf(new Date(2026, 10, 19, 23, 59), NOW, 'vi').state, 'day');
  assert.equal(momentOf(new Date(2026, 10, 22, 0, 1), NOW, 'vi').state, 'day');
});

test('the clock has no zero before the hour', () => {
  assert.equal(writeTime(new Date(2026, 10, 21, 9, 4)), '9:04');
  assert.equal(writeTime(new Date(2026, 10, 21, 18, 42)), '18:42');
});

test('a code is written in the groups that people say', () => {
  assert.equal(spokenCode('TS7K4M92QX'), 'TS7K\u00a04M92\u00a0QX');
  assert.equal(spokenCode(''), '');
});
