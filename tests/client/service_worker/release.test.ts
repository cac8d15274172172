import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import {
  cacheName,
  deleteOtherReleases,
  installRelease,
  type Release,
  type ReleaseFile,
  releasesToKeep,
} from '../../../service_worker/release.ts';
import { fakeCaches, serve, sha256, size } from '../fake-browser.ts';

const CONTENT: Record<string, string> = {
  '/offline/files/aa': '{"layout":["a","b","c"],"pages":{}}',
  '/offline/catalogue': '{"guides":[]}',
  '/static/dist/every-page-A.js': 'start()',
};

function file(url: string, kind: ReleaseFile['kind'], content = CONTENT[url] ?? ''): ReleaseFile {
  return { kind, url, sha256: sha256(content), bytes: size(content) };
}

function release(id: string): Release {
  const files = [
    file('/offline/files/aa', 'pages'),
    file('/offline/catalogue', 'catalogue'),
    file('/static/dist/every-page-A.js', 'asset'),
  ];
  return { id, markup: 1, languages: ['vi'], headers: {}, files };
}

const honest = (url: string) => new Response(CONTENT[url]);

beforeEach(() => {
  globalThis.caches = fakeCaches();
});

test('a release is kept with every file in one cache', async () => {
  serve(honest);
  await installRelease(release('a'));
  const cache = await caches.open(cacheName('a'));
  assert.equal(await (await cache.match('/static/dist/every-page-A.js'))?.text(), 'start()');
  const kept = await cache.match('/offline/files/aa');
  assert.equal(kept?.headers.get('Content-Type'), 'application/json');
});

const wrong: Record<string, () => Response> = {
  'another content of the same length': () => new Response('{"guides":{}}'),
  'a cut file': () => new Response('{"guid'),
  'a longer file': () => new Response('{"guides":[]} and more'),
  'a captive portal with 200': () => new Response('<html>Sign in to the Wi-Fi</html>'),
  'a missing file': () => new Response('', { status: 404 }),
  'a failing server': () => new Response('', { status: 503 }),
  'no network': () => {
    throw new TypeError('fetch failed');
  },
};

for (const [name, answer] of Object.entries(wrong)) {
  test(`${name} leaves the old release and nothing of the new one`, async () => {
    serve(honest);
    await installRelease(release('old'));
    serve((url) => (url === '/offline/catalogue' ? answer() : honest(url)));
    const broken = release('new');
    broken.files[1] = { ...file('/offline/catalogue', 'catalogue', '{"guides":1}'), bytes: 13 };
    await assert.rejects(installRelease(broken));
    assert.deepEqual(await caches.keys(), [cacheName('old')]);
  });
}

test('a full disk during the install leaves nothing of the new release', async () => {
  globalThis.caches = fakeCaches((url) => url === '/static/dist/every-page-A.js');
  serve(honest);
  await assert.rejects(installRelease(release('a')), { name: 'QuotaExceededError' });
  assert.deepEqual(await caches.keys(), []);
});

test('files that did not change are not downloaded again', async () => {
  serve(honest);
  await installRelease(release('a'));
  const asked = serve(honest);
  await installRelease(release('b'));
  assert.deepEqual(asked, []);
  assert.deepEqual(await caches.keys(), [cacheName('a'), cacheName('b')]);
});

test('a release that comes back is made whole again', async () => {
  serve(honest);
  await installRelease(release('a'));
  const cache = await caches.open(cacheName('a'));
  await cache.put('/offline/catalogue', new Response('broken'));
  const asked = serve(honest);
  await installRelease(release('a'));
  assert.deepEqual(asked, ['/offline/catalogue']);
  const again = await caches.open(cacheName('a'));
  assert.equal(await (await again.match('/offline/catalogue'))?.text(), '{"guides":[]}');
});

test('a wrong copy in the cache of the browser is asked for again from the server', async () => {
  let reloaded = false;
  serve((url, options) => {
    if (url !== '/offline/catalogue' || options.cache === 'reload') return honest(url);
    reloaded = true;
    return new Response('<html>portal</html>');
  });
  await installRelease(release('a'));
  assert.ok(reloaded);
});

test('this release and the one before are kept, a rollback included', () => {
  assert.deepEqual(releasesToKeep('a', undefined), ['a']);
  assert.deepEqual(releasesToKeep('b', ['a']), ['b', 'a']);
  assert.deepEqual(releasesToKeep('c', ['b', 'a']), ['c', 'b']);
  assert.deepEqual(releasesToKeep('a', ['b', 'a']), ['a', 'b']);
  assert.deepEqual(releasesToKeep('b', ['b', 'a']), ['b', 'a']);
  assert.deepEqual(releasesToKeep('b', 'nonsense'), ['b']);
});

test('older releases are deleted, other caches are not', async () => {
  for (const name of ['release-a', 'release-b', 'release-c', 'other']) await caches.open(name);
  await deleteOtherReleases(['c', 'b']);
  assert.deepEqual(await caches.keys(), ['release-b', 'release-c', 'other']);
});
