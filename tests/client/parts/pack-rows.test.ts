import assert from 'node:assert/strict';
import { test } from 'node:test';
import { packRows } from '../../../static/src/parts/pack-rows.ts';

const offered = {
  pack: 'ho-tich',
  language: 'vi',
  name: 'Hộ tịch',
  guides: 27,
  bytes: 31_000,
  size: 140_000,
  sha256: 'b',
  url: '',
  built_at: '',
};
const kept = { ...offered, markup: 1, saved_at: '2026-11-18T03:00:00Z' };
const none = new Map();

test('a pack that is not on the phone shows its size before the download', () => {
  const [row] = packRows([offered], [], none, 'vi');
  assert.deepEqual(row, {
    key: 'ho-tich',
    state: 'not-kept',
    values: { name: 'Hộ tịch', guides: 27, size: '31 kB' },
  });
});

test('a kept pack is newer on the server when its hash differs', () => {
  assert.equal(packRows([offered], [kept], none, 'vi')[0]?.state, 'kept');
  const [row] = packRows([{ ...offered, bytes: 33_000 }], [{ ...kept, sha256: 'a' }], none, 'vi');
  assert.equal(row?.state, 'newer');
  assert.equal(row?.values['size'], '31 kB');
  assert.equal(row?.values['newer_size'], '33 kB');
});

test('a download shows what is here of what travels', () => {
  const [row] = packRows([offered], [], new Map([['ho-tich', { done: 0.5 }]]), 'vi');
  assert.equal(row?.state, 'loading');
  assert.equal(row?.values['progress'], '16/31 kB');
  assert.equal(row?.values['share'], 50);
});

test('a failed download says why', () => {
  for (const failed of ['network', 'changed', 'full', 'storage'] as const) {
    const [row] = packRows([offered], [kept], new Map([['ho-tich', { failed }]]), 'vi');
    assert.equal(row?.state, `failed-${failed}`);
  }
});

test('what the phone has is listed without the server', () => {
  assert.deepEqual(
    packRows([], [kept], none, 'vi').map(({ key, state }) => [key, state]),
    [['ho-tich', 'kept']],
  );
});
