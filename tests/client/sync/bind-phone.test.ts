import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { close } from '../../../static/src/phone/database.ts';
import { keepPerson, phoneSecret, readPerson } from '../../../static/src/phone/person.ts';
import { bindPhone } from '../../../static/src/sync/bind-phone.ts';
import { serve } from '../fake-browser.ts';

const PERSON = { id: 'p1', name: 'Lò Thị Thử', roles: [{ role: 'volunteer', commune_code: '17728' }] };

beforeEach(async () => {
  await close();
  globalThis.indexedDB = new IDBFactory();
});

test('the phone says its secret and keeps whose it is', async () => {
  const secrets: unknown[] = [];
  serve((_url, options) => {
    secrets.push(new Headers(options.headers).get('Authorization'));
    return Response.json({ person: PERSON });
  });
  assert.equal(await bindPhone(), 'bound');
  assert.deepEqual(await readPerson(), PERSON);
  assert.deepEqual(secrets, [`Bearer ${await phoneSecret()}`]);
});

test('a role of the province has no commune', async () => {
  serve(() => Response.json({ person: { ...PERSON, roles: [{ role: 'province_admin' }] } }));
  await bindPhone();
  assert.deepEqual((await readPerson())?.roles, [{ role: 'province_admin', commune_code: null }]);
});

test('a phone that was reported lost is told so', async () => {
  serve(() => Response.json({ code: 'phone_revoked' }, { status: 401 }));
  assert.equal(await bindPhone(), 'revoked');
});

const failures: Record<string, () => Response> = {
  'nobody is signed in': () => Response.json({ code: 'not_signed_in' }, { status: 401 }),
  'a portal answers': () => new Response('<html>', { headers: { 'Content-Type': 'text/html' } }),
  'the server is down': () => Response.json({ code: 'internal_server_error' }, { status: 500 }),
  'nothing of a person': () => Response.json({}),
  'a person of no shape': () => Response.json({ person: { id: 7 } }),
  'no signal': () => {
    throw new TypeError('network');
  },
};

for (const [name, answer] of Object.entries(failures)) {
  test(`who the phone belonged to stays when ${name}`, async () => {
    await keepPerson({ ...PERSON, id: 'before' });
    serve(answer);
    assert.equal(await bindPhone(), 'failed');
    assert.equal((await readPerson())?.id, 'before');
  });
}

for (const [name, answer] of Object.entries(failures)) {
  test(`the next person never writes in the name of the one before when ${name}`, async () => {
    await keepPerson({ ...PERSON, id: 'before' });
    serve(answer);
    assert.equal(await bindPhone('p1'), 'failed');
    assert.equal(await readPerson(), undefined);
  });
}

test('who is signed in again stays known without signal', async () => {
  await keepPerson(PERSON);
  serve(() => {
    throw new TypeError('network');
  });
  assert.equal(await bindPhone('p1'), 'failed');
  assert.equal((await readPerson())?.id, 'p1');
});
