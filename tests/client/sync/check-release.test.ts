import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkRelease, contactOf } from '../../../static/src/sync/check-release.ts';
import { serve } from '../fake-browser.ts';

const OURS = '{"id":"0123456789abcdef"}';

test('only our own answer counts as reached', () => {
  assert.deepEqual(contactOf(200, OURS), { state: 'online', release: '0123456789abcdef' });
  for (const body of ['', '<html>Sign in</html>', '{}', 'null', '{"id":7}', '{"id":"no hash"}']) {
    assert.deepEqual(contactOf(200, body), { state: 'blocked' });
  }
});

test('a portal, a redirect and a missing network have different words', async () => {
  const states: string[] = [];
  for (const answer of [
    () => new Response(OURS),
    () => new Response('<html>', { status: 200 }),
    () => new Response('', { status: 511 }),
    () => new Response('', { status: 403 }),
    () => Object.defineProperty(new Response(OURS), 'redirected', { value: true }),
    () => Response.error(),
    () => Promise.reject(new TypeError('fetch failed')),
  ]) {
    serve(answer);
    states.push((await checkRelease()).state);
  }
  const expected = ['online', 'blocked', 'offline', 'blocked', 'blocked', 'blocked', 'offline'];
  assert.deepEqual(states, expected);
});
