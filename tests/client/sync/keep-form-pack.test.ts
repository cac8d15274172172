import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { keptPacks } from '../../../static/src/phone/packs.ts';
import { keepFormPack } from '../../../static/src/sync/keep-form-pack.ts';
import { newPhone } from '../cases.ts';
import { serve, sha256, size } from '../fake-browser.ts';

const CONTENT = JSON.stringify({
  pack: 'ho-tich',
  language: 'vi',
  markup: 1,
  pages: [{ path: '/vi/forms/khai-sinh/1', title: 'Khai sinh', main: '<article></article>' }],
});
const OFFERED = {
  pack: 'ho-tich',
  language: 'vi',
  name: { vi: 'Hộ tịch' },
  guides: 1,
  bytes: 10,
  size: size(CONTENT),
  sha256: sha256(CONTENT),
  url: '/offline/files/a',
  built_at: '2026-11-21T00:00:00Z',
};

beforeEach(newPhone);

function offer(): string[] {
  return serve((url) =>
    url === '/api/v1/packs'
      ? Response.json([OFFERED])
      : new Response(CONTENT, { headers: { 'Content-Type': 'application/json' } }),
  );
}

test('a form that is begun brings its pack, once', async () => {
  const asked = offer();
  await keepFormPack('ho-tich', 'vi');
  assert.deepEqual(
    (await keptPacks('vi')).map(({ pack }) => pack),
    ['ho-tich'],
  );
  const before = asked.length;
  await keepFormPack('ho-tich', 'vi');
  assert.equal(asked.length, before);
});

test('without a signal nothing is kept and nobody is disturbed', async () => {
  serve(() => {
    throw new TypeError('fetch failed');
  });
  await keepFormPack('ho-tich', 'vi');
  assert.deepEqual(await keptPacks('vi'), []);
});
