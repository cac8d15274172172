import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fetchPackList } from '../../../static/src/sync/fetch-pack-list.ts';
import { serve } from '../fake-browser.ts';

const LIST = ['vi', 'en'].map((language) => ({
  pack: 'ho-tich',
  language,
  name: { vi: 'Hộ tịch', en: 'Civil status' },
}));

test('the list that the server gave last is known without signal', async () => {
  serve(() => Response.json(LIST));
  const known = [{ pack: 'ho-tich', language: 'en', name: 'Civil status' }];
  assert.deepEqual(await fetchPackList('en'), { packs: known, fresh: true });
  serve(() => {
    throw new TypeError('no network');
  });
  assert.deepEqual(await fetchPackList('en'), { packs: known, fresh: false });
});

test('a portal changes nothing of what is known', async () => {
  serve(() => Response.json(LIST));
  await fetchPackList('vi');
  serve(() => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }));
  const { packs, fresh } = await fetchPackList('vi');
  assert.deepEqual([packs.length, fresh], [1, false]);
});
