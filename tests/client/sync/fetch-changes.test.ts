import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { listDossiers } from '../../../static/src/phone/dossiers.ts';
import { phoneSecret } from '../../../static/src/phone/person.ts';
import { keepSetting, readSetting } from '../../../static/src/phone/settings.ts';
import { fetchChanges } from '../../../static/src/sync/fetch-changes.ts';
import { newPhone } from '../cases.ts';
import { serve } from '../fake-browser.ts';
import { problem, unreachable } from '../fake-server.ts';

beforeEach(async () => {
  await newPhone();
  await phoneSecret();
});

function change(version: number) {
  const at = '2026-11-22T00:00:00Z';
  return { submission: `s${version}`, code: `TS${version}`, version, state: 'in_check', items: [], at };
}

const page = (versions: number[], cursor: string, more = false) =>
  Response.json({ changes: versions.map(change), cursor, more });

test('all pages are applied, and the next time only what is newer is asked for', async () => {
  const asked = serve((url) =>
    url.endsWith('?since=c1')
      ? page([2], 'c2')
      : url.includes('since')
        ? page([], 'c2')
        : page([1], 'c1', true),
  );
  assert.equal(await fetchChanges(), 'reached');
  assert.equal((await listDossiers()).length, 2);
  assert.equal(await fetchChanges(), 'reached');
  assert.deepEqual(asked, ['/api/v1/changes', '/api/v1/changes?since=c1', '/api/v1/changes?since=c2']);
});

test('a run that breaks off goes on behind the last page that was kept', async () => {
  const asked = serve((url) => (url.includes('since') ? unreachable() : page([1], 'c1', true)));
  assert.equal(await fetchChanges(), 'later');
  assert.equal(await readSetting('changes-cursor'), 'c1');
  assert.equal((await listDossiers()).length, 1);
  serve(() => page([2], 'c2'));
  await fetchChanges();
  assert.deepEqual(asked.length, 2);
  assert.equal((await listDossiers()).length, 2);
});

for (const [code, status] of [
  ['cursor_stale', 410],
  ['cursor_forged', 422],
] as const) {
  test(`${code}: everything is asked for anew, once, and nothing is lost`, async () => {
    serve(() => page([1], 'old'));
    await fetchChanges();
    const asked = serve((url) => (url.includes('since') ? problem(status, code) : page([1, 2], 'new')));
    assert.equal(await fetchChanges(), 'reached');
    assert.deepEqual(asked, ['/api/v1/changes?since=old', '/api/v1/changes']);
    assert.equal(await readSetting('changes-cursor'), 'new');
    assert.equal((await listDossiers()).length, 2);
    const again = serve(() => problem(status, code));
    assert.equal(await fetchChanges(), 'later');
    assert.equal(again.length, 2);
  });
}

test('a revoked phone is noted, and no longer when the server knows it again', async () => {
  serve(() => problem(401, 'phone_revoked'));
  assert.equal(await fetchChanges(), 'revoked');
  assert.ok(await readSetting('phone-revoked'));
  serve(() => page([], 'c'));
  assert.equal(await fetchChanges(), 'reached');
  assert.equal(await readSetting('phone-revoked'), undefined);
});

const FOREIGN: Record<string, () => Response> = {
  'a portal': () => new Response('<html>'),
  'a portal with 401': () => new Response('<html>', { status: 401 }),
  'JSON of somebody else': () => Response.json({ changes: 7 }),
  'a change of no shape': () => Response.json({ changes: [{ submission: 1 }], cursor: 'x', more: false }),
  'items of no shape': () =>
    Response.json({ changes: [{ ...change(1), items: [null] }], cursor: 'x', more: false }),
  'no cursor': () => Response.json({ changes: [], more: false }),
  null: () => Response.json(null),
  'a failing server': () => problem(500, 'unexpected'),
  'too many requests': () => problem(429, 'too_many'),
};

for (const [name, answer] of Object.entries(FOREIGN)) {
  test(`${name} changes nothing`, async () => {
    await keepSetting('changes-cursor', 'kept');
    serve(answer);
    assert.equal(await fetchChanges(), 'later');
    assert.deepEqual([await readSetting('changes-cursor'), await listDossiers()], ['kept', []]);
    assert.equal(await readSetting('phone-revoked'), undefined);
  });
}

test('a server that never comes to an end is left', async () => {
  const asked = serve(() => page([1], 'again', true));
  assert.equal(await fetchChanges(), 'later');
  assert.ok(asked.length <= 40);
});

test('a phone that has never sent asks nothing', async () => {
  await newPhone();
  const asked = serve(() => page([], 'c'));
  assert.equal(await fetchChanges(), 'nothing');
  assert.deepEqual(asked, []);
});
