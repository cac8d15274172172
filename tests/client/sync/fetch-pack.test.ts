import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { IDBFactory, IDBObjectStore } from 'fake-indexeddb';
import { close } from '../../../static/src/phone/database.ts';
import { keptPacks } from '../../../static/src/phone/packs.ts';
import { keptPaths } from '../../../static/src/phone/pages.ts';
import { fetchPack, type OfferedPack } from '../../../static/src/sync/fetch-pack.ts';
import { serve, sha256, size } from '../fake-browser.ts';

const GUIDES = ['1.001193', '1.000656', '1.004873'];
const CONTENT = pack();

function pack(change: Record<string, unknown> = {}): string {
  const pages = GUIDES.map((code) => ({ path: `/vi/guides/${code}`, title: code, main: '<p>' }));
  return JSON.stringify({ pack: 'ho-tich', language: 'vi', markup: 1, pages, ...change });
}

function offered(content = CONTENT): OfferedPack {
  const url = `/offline/files/${sha256(content)}`;
  const sizes = { guides: 3, bytes: 100, size: size(content), sha256: sha256(content) };
  return { pack: 'ho-tich', language: 'vi', name: 'Hộ tịch', url, built_at: '', ...sizes };
}

async function refusedFor(reason: string, work: Promise<void>): Promise<void> {
  await assert.rejects(work, { name: 'DownloadError', reason });
  assert.deepEqual([...(await keptPaths())], []);
  assert.deepEqual(await keptPacks('vi'), []);
}

const put = IDBObjectStore.prototype.put;

beforeEach(async () => {
  await close();
  globalThis.indexedDB = new IDBFactory();
});

afterEach(() => {
  IDBObjectStore.prototype.put = put;
  Object.defineProperty(navigator, 'storage', { value: undefined, configurable: true });
});

test('a checked pack is kept with all its pages, and progress is told', async () => {
  serve(() => new Response(CONTENT));
  const told: number[] = [];
  await fetchPack(offered(), { onProgress: (bytes) => told.push(bytes) });
  assert.equal((await keptPaths()).size, 3);
  assert.equal((await keptPacks('vi'))[0]?.sha256, sha256(CONTENT));
  assert.equal(told.at(-1), size(CONTENT));
});

const changed: Record<string, () => Response> = {
  'a pack cut on the way': () => new Response(CONTENT.slice(0, -9)),
  'a pack changed on the way': () => new Response(CONTENT.replace('<p>', '<x>')),
  'a captive portal': () => new Response('<html>Wi-Fi</html>', { headers: { 'Content-Type': 'text/html' } }),
  'an endless answer': () => new Response('x'.repeat(size(CONTENT) + 1)),
  'a pack that is no longer offered': () => new Response('', { status: 404 }),
};

for (const [name, answer] of Object.entries(changed)) {
  test(`${name} is refused as changed and nothing is kept`, async () => {
    serve(answer);
    await refusedFor('changed', fetchPack(offered()));
  });
}

const misleading: Record<string, string> = {
  'another pack': pack({ pack: 'dat-dai' }),
  'another language': pack({ language: 'en' }),
  'pages outside its language': pack({ pages: [{ path: '/en/', title: '', main: '' }] }),
  'a page without words': pack({ pages: [{ path: '/vi/guides/1.1' }] }),
  'no markup number': pack({ markup: undefined }),
  'no JSON': 'guides',
};

for (const [name, content] of Object.entries(misleading)) {
  test(`a pack with ${name} is refused as changed and nothing is kept`, async () => {
    serve(() => new Response(content));
    await refusedFor('changed', fetchPack(offered(content)));
  });
}

test('no network, a failing server and a stalled body are refused as network', async () => {
  serve(() => {
    throw new TypeError('fetch failed');
  });
  await refusedFor('network', fetchPack(offered()));
  serve(() => new Response('', { status: 502 }));
  await refusedFor('network', fetchPack(offered()));
  serve(() => new Response(new ReadableStream()));
  await refusedFor('network', fetchPack(offered(), { stalled: 20 }));
});

test('a download that the person stops is refused as cancelled', async () => {
  const stop = new AbortController();
  serve(() => new Response(CONTENT));
  const onProgress = () => stop.abort();
  await refusedFor('cancelled', fetchPack(offered(), { onProgress, signal: stop.signal }));
});

test('a disk that fills while a pack is stored keeps nothing of it', async () => {
  serve(() => new Response(CONTENT));
  let puts = 0;
  IDBObjectStore.prototype.put = function (...given: Parameters<typeof put>) {
    puts += 1;
    if (puts === 3) throw new DOMException('full', 'QuotaExceededError');
    return put.apply(this, given);
  };
  await refusedFor('full', fetchPack(offered()));
});

test('a database that fails is refused as storage, not as network', async () => {
  serve(() => new Response(CONTENT));
  IDBObjectStore.prototype.put = () => {
    throw new DOMException('broken', 'UnknownError');
  };
  await refusedFor('storage', fetchPack(offered()));
});

test('a full phone is told before anything is downloaded', async () => {
  const estimate = async () => ({ quota: 10_000_000, usage: 9_000_000 });
  Object.defineProperty(navigator, 'storage', { value: { estimate }, configurable: true });
  const asked = serve(() => new Response(CONTENT));
  await refusedFor('full', fetchPack(offered()));
  assert.deepEqual(asked, []);
});
