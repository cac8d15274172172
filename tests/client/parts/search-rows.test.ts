import assert from 'node:assert/strict';
import { test } from 'node:test';
import { searchRows } from '../../../static/src/parts/search-rows.ts';
import type { Answer, Catalogue } from '../../../static/src/phone/search.ts';

const catalogue: Catalogue = {
  words: { ignored: [], same_as: [] },
  packs: [['ho-tich', 'Hộ tịch', 'Civil status']],
  guides: [
    ['1.001193', 'Đăng ký khai sinh', 'Birth registration', ['làm giấy khai sinh'], [], 0],
    ['1.000656', 'Đăng ký khai tử', '', [], [], 0],
  ],
};
const both: Answer = {
  kind: 'answer',
  hits: [
    { code: '1.000656', score: 1 },
    { code: '1.001193', score: 0.9 },
  ],
};
const search = { catalogue, kept: new Set(['/vi/guides/1.001193']), language: 'vi', typed: 'lam giay' };

test('hits stay in their order and say whether their guide is on the phone', () => {
  const { state, rows } = searchRows({ ...search, answer: both });
  assert.equal(state, 'results');
  assert.deepEqual(
    rows.map(({ key, state }) => [key, state]),
    [
      ['1.000656', 'not-kept'],
      ['1.001193', 'kept'],
    ],
  );
});

test('the other language of a kept guide may not be on the phone', () => {
  const { rows } = searchRows({ ...search, answer: both, language: 'en' });
  assert.ok(rows.every((row) => row.state === 'not-kept'));
});

test('the name that was typed is shown where the title does not hold it', () => {
  const { rows } = searchRows({ ...search, answer: both });
  assert.deepEqual(
    rows.map(({ values }) => values['other']),
    [null, 'làm giấy khai sinh'],
  );
  const titled = searchRows({ ...search, answer: both, typed: 'khai sinh' });
  assert.equal(titled.rows[1]?.values['other'], null);
});

test('asking back and finding nothing have their own states', () => {
  assert.equal(searchRows({ ...search, answer: { ...both, kind: 'ask_back' } }).state, 'ask');
  assert.equal(searchRows({ ...search, answer: { kind: 'not_found', hits: [] } }).state, 'none');
});
