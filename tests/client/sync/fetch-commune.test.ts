import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { chosenCommune } from '../../../static/src/phone/communes.ts';
import { close } from '../../../static/src/phone/database.ts';
import { keptPaths } from '../../../static/src/phone/pages.ts';
import { fetchCommune } from '../../../static/src/sync/fetch-commune.ts';
import { serve } from '../fake-browser.ts';

const FILE = {
  code: '17728',
  name: 'Xã Ví Dụ',
  pages: [{ path: '/vi/communes/17728', title: 'Xã Ví Dụ', main: '<h1>' }],
  values: [{ subject: 'place', text: { vi: 'Nhà văn hóa' }, source: { vi: 'Xã' }, stated_on: '2026-07' }],
};

beforeEach(async () => {
  await close();
  globalThis.indexedDB = new IDBFactory();
});

test('a commune is kept with its values and page, and is the chosen one', async () => {
  serve(() => Response.json(FILE));
  await fetchCommune('17728');
  assert.equal((await chosenCommune())?.values[0]?.text.vi, 'Nhà văn hóa');
  assert.deepEqual([...(await keptPaths())], ['/vi/communes/17728']);
});

test('a database that cannot be opened is refused as storage', async () => {
  serve(() => Response.json(FILE));
  indexedDB.open = () => {
    throw new DOMException('forbidden', 'SecurityError');
  };
  await assert.rejects(fetchCommune('17728'), { name: 'DownloadError', reason: 'storage' });
});

const wrong: Record<string, [reason: string, answer: () => Response]> = {
  'another commune': ['changed', () => Response.json({ ...FILE, code: '00001' })],
  'values of no shape': ['changed', () => Response.json({ ...FILE, values: [{ subject: 'place' }] })],
  'pages of no shape': ['changed', () => Response.json({ ...FILE, pages: [{ path: 7 }] })],
  'pages of other addresses': [
    'changed',
    () => Response.json({ ...FILE, pages: [{ path: '/vi/guides/1.001193', title: '', main: '' }] }),
  ],
  'a captive portal': ['changed', () => new Response('<html>')],
  'a cut answer': ['changed', () => json('{"code":"177')],
  'no commune of this code': ['changed', () => Response.json({}, { status: 404 })],
  'a failing server': ['network', () => Response.json({}, { status: 503 })],
};

function json(body: string): Response {
  return new Response(body, { headers: { 'Content-Type': 'application/json' } });
}

for (const [name, [reason, answer]] of Object.entries(wrong)) {
  test(`${name} leaves the commune that was chosen before`, async () => {
    serve(() => Response.json({ ...FILE, code: '00002', pages: [] }));
    await fetchCommune('00002');
    serve(answer);
    await assert.rejects(fetchCommune('17728'), { name: 'DownloadError', reason });
    assert.equal((await chosenCommune())?.code, '00002');
    assert.deepEqual([...(await keptPaths())], []);
  });
}
