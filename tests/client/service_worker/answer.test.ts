import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { answer, forgetPages } from '../../../service_worker/answer.ts';
import { cacheName, type Release } from '../../../service_worker/release.ts';
import { close, write } from '../../../static/src/phone/database.ts';
import { keepSetting } from '../../../static/src/phone/settings.ts';
import { fakeCaches, ORIGIN, serve, sha256, size } from '../fake-browser.ts';

const RELEASE: Release = {
  id: 'a',
  markup: 2,
  languages: ['vi', 'en'],
  headers: { 'Content-Security-Policy': "default-src 'self'" },
  files: [
    { kind: 'pages', language: 'vi', url: '/offline/files/vi', sha256: '', bytes: 0 },
    { kind: 'pages', language: 'en', url: '/offline/files/en', sha256: '', bytes: 0 },
    { kind: 'catalogue', url: '/offline/catalogue', sha256: '', bytes: 0 },
    { kind: 'keys', url: '/offline/keys', sha256: '', bytes: 0 },
  ],
};

function pages(language: string): Response {
  return Response.json({
    layout: ['<', '|', '>'],
    pages: {
      [`/${language}/`]: { title: 'home', main: language },
      [`/${language}/not-kept`]: { title: 'not kept', main: language },
    },
  });
}

async function keepOnPhone(path: string, markup: number): Promise<void> {
  await write(['pages'], async (writing) => {
    const page = { path, pack: 'ho-tich', title: 'guide', main: path, markup };
    await writing.objectStore('pages').put(page);
  });
}

function request(path: string, { mode = 'navigate', method = 'GET' } = {}): Request {
  const asked = new Request(new URL(path, ORIGIN), { method });
  Object.defineProperty(asked, 'mode', { value: mode });
  return asked;
}

const later: Promise<void>[] = [];

function ask(asked: Request, release = RELEASE): Promise<Response> | undefined {
  return answer(release, asked, (work) => later.push(work));
}

async function visit(
  path: string,
  release = RELEASE,
): Promise<{ status: number; body: string; headers: Headers }> {
  const answered = await ask(request(path), release);
  assert.ok(answered);
  return { status: answered.status, body: await answered.text(), headers: answered.headers };
}

beforeEach(async () => {
  await Promise.all(later.splice(0));
  Object.assign(globalThis, { self: { location: new URL(ORIGIN) }, caches: fakeCaches() });
  const cache = await caches.open(cacheName('a'));
  await cache.put('/offline/files/vi', pages('vi'));
  await cache.put('/offline/files/en', pages('en'));
  await cache.put('/offline/catalogue', Response.json({ guides: [] }));
  await cache.put('/offline/keys', Response.json({ seal: [] }));
  forgetPages();
  serve(() => {
    throw new TypeError('no network');
  });
});

test('only GET of our own origin is touched', () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE', 'HEAD']) {
    assert.equal(ask(request('/vi/', { method })), undefined);
  }
  assert.equal(ask(request('https://other.example/vi/')), undefined);
  assert.equal(ask(request('/api/v1/packs', { mode: 'cors' })), undefined);
});

test('a page of the release is composed with its headers, whatever the query says', async () => {
  const { status, body, headers } = await visit('/vi/?q=khai+sinh');
  assert.equal(status, 200);
  assert.equal(body, '<home|vi>');
  assert.equal(headers.get('Content-Security-Policy'), "default-src 'self'");
});

test('a page of a pack is composed in the layout of the release', async () => {
  await keepOnPhone('/en/guides/1.001193', 1);
  assert.equal((await visit('/en/guides/1.001193')).body, '<guide|/en/guides/1.001193>');
});

test('a page made for a markup that the release does not know counts as not kept', async () => {
  for (const markup of [0, 3]) {
    await keepOnPhone('/vi/guides/1.000001', markup);
    const { status, body } = await visit('/vi/guides/1.000001');
    assert.deepEqual([status, body], [503, '<not kept|vi>']);
  }
});

test('a page that is not kept comes from the server while there is one', async () => {
  serve(() => new Response('from the server', { status: 404 }));
  const { status, body } = await visit('/vi/guides/stale-bookmark');
  assert.deepEqual([status, body], [404, 'from the server']);
});

test('without a server the page says that it is not kept', async () => {
  const { status, body, headers } = await visit('/en/guides/9.999999');
  assert.deepEqual([status, body], [503, '<not kept|en>']);
  assert.equal(headers.get('Content-Security-Policy'), "default-src 'self'");
});

test('the start address leads to the home page of the last language', async () => {
  assert.equal((await visit('/')).headers.get('Location'), `${ORIGIN}/vi/`);
  await keepSetting('language', 'en');
  assert.equal((await visit('/')).headers.get('Location'), `${ORIGIN}/en/`);
  await keepSetting('language', 'xx');
  assert.equal((await visit('/')).headers.get('Location'), `${ORIGIN}/vi/`);
});

test('an address without its last slash leads to the kept page', async () => {
  assert.equal((await visit('/vi')).headers.get('Location'), `${ORIGIN}/vi/`);
});

test('files come from this release, then from the one before, then from the server', async () => {
  const before = await caches.open(cacheName('before'));
  await before.put('/static/dist/home-OLD.js', new Response('old'));
  const asked = serve(() => new Response('new'));
  const file = async (path: string) => (await ask(request(path, { mode: 'cors' })))?.text();
  assert.equal(await file('/offline/catalogue'), '{"guides":[]}');
  assert.equal(await file('/static/dist/home-OLD.js'), 'old');
  assert.equal(await file('/static/dist/home-NEW.js'), 'new');
  assert.deepEqual(asked, ['/static/dist/home-NEW.js']);
});

test('the keys come from the release, newer ones from the server', async () => {
  assert.equal(await (await ask(request('/offline/keys', { mode: 'cors' })))?.text(), '{"seal":[]}');
  assert.equal(ask(request('/api/v1/keys', { mode: 'cors' })), undefined);
});

test('pages that could not be read once are read again', async () => {
  const cache = await caches.open(cacheName('a'));
  await cache.put('/offline/files/vi', new Response('{"layout"'));
  serve(() => new Response('from the server'));
  assert.equal((await visit('/vi/')).body, 'from the server');
  await cache.put('/offline/files/vi', pages('vi'));
  assert.equal((await visit('/vi/')).body, '<home|vi>');
});

test('a wiped release is brought back once behind the answers of the server', async () => {
  const content = await pages('vi').text();
  const file = {
    kind: 'pages',
    language: 'vi',
    url: '/vi-file',
    sha256: sha256(content),
    bytes: size(content),
  };
  const release = { ...RELEASE, id: 'wiped', files: [file] } as Release;
  const asked = serve((url) => new Response(url === '/vi-file' ? content : 'from the server'));
  assert.equal((await visit('/vi/', release)).body, 'from the server');
  await Promise.all(later);
  assert.equal((await visit('/vi/', release)).body, '<home|vi>');
  assert.deepEqual(asked, ['/vi/', '/vi-file']);
  await caches.delete(cacheName('wiped'));
  forgetPages();
  await visit('/vi/', release);
  await Promise.all(later);
  assert.deepEqual(asked, ['/vi/', '/vi-file', '/vi/']);
});

test('pages of the release open when the database cannot be opened', async () => {
  await close();
  const working = indexedDB.open;
  indexedDB.open = () => {
    throw new DOMException('forbidden', 'SecurityError');
  };
  try {
    assert.equal((await visit('/vi/')).body, '<home|vi>');
    assert.equal((await visit('/vi/guides/1.001193')).status, 503);
  } finally {
    indexedDB.open = working;
  }
});
