import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { keysIn } from '../../../static/src/phone/keys.ts';
import { keptKeys, readKeys } from '../../../static/src/sync/fetch-keys.ts';
import { newPhone } from '../cases.ts';
import { serve } from '../fake-browser.ts';
import { unreachable } from '../fake-server.ts';

const KEY = { kid: 'k', kty: 'EC', crv: 'P-256', x: 'x', y: 'y' };
const KEYS = { seal: [KEY], receipt: [KEY, { ...KEY, kid: 'older' }] };

beforeEach(newPhone);

test('the keys are remembered for a phone without a worker', async () => {
  serve(() => Response.json(KEYS));
  assert.deepEqual(await readKeys(), KEYS);
  serve(unreachable);
  assert.deepEqual(await readKeys(), KEYS);
  assert.deepEqual(await keptKeys(), KEYS);
});

test('a phone that no key has reached has none', async () => {
  serve(unreachable);
  assert.equal(await readKeys(), undefined);
});

const WRONG: Record<string, unknown> = {
  nothing: null,
  'no keys': { seal: [], receipt: [] },
  'keys to sign with only': { receipt: [KEY] },
  'another curve': { ...KEYS, seal: [{ ...KEY, crv: 'P-384' }] },
  'a key without a name': { ...KEYS, receipt: [{ ...KEY, kid: '' }] },
  'a list with a hole': { ...KEYS, receipt: [null] },
};

for (const [name, body] of Object.entries(WRONG)) {
  test(`${name} is no answer of ours, the keys of before stay`, async () => {
    assert.equal(keysIn(body), undefined);
    serve(() => Response.json(KEYS));
    await readKeys();
    serve(() => Response.json(body));
    assert.deepEqual(await readKeys(), KEYS);
  });
}
