import assert from 'node:assert/strict';
import { test } from 'node:test';
import { guideRow } from '../../../static/src/parts/guide-row.ts';
import type { Catalogue } from '../../../static/src/phone/search.ts';

const catalogue: Catalogue = {
  words: { ignored: [], same_as: [] },
  packs: [['ho-tich', 'Hộ tịch', 'Civil status']],
  guides: [
    ['1.001193', 'Đăng ký khai sinh', 'Birth registration', [], [], 0],
    ['1.000656', 'Đăng ký khai tử', '', [], [], 0],
  ],
};

test('a guide is named in the language of the page, else in Vietnamese', () => {
  assert.deepEqual(guideRow(catalogue, '1.001193', 'en')?.values, {
    title: 'Birth registration',
    pack: 'Civil status',
    guide: '/en/guides/1.001193',
    phone: '/en/phone#ho-tich',
  });
  assert.equal(guideRow(catalogue, '1.000656', 'en')?.values['title'], 'Đăng ký khai tử');
});

test('a code without a guide has no row', () => {
  assert.equal(guideRow(catalogue, '9.999999', 'vi'), undefined);
});
