import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { applyChanges } from '../../../static/src/phone/dossiers.ts';
import { forgetOld } from '../../../static/src/phone/forget-old.ts';
import { note, readSubmission } from '../../../static/src/phone/outbox.ts';
import { newPhone, queue } from '../cases.ts';
import { type FakeServer, startServer } from '../fake-server.ts';

const DAY = 86_400_000;
const RECEIVED = Date.parse('2026-11-21T03:04:05Z');
let server: FakeServer;
let id: string;

before(async () => {
  server = await startServer();
});
beforeEach(async () => {
  await newPhone();
  id = await queue(server);
  const received_at = new Date(RECEIVED).toISOString();
  await note(id, (row) => ({ ...row, state: 'received', code: 'TS1', receipt: 'jws', received_at }));
});

async function dossier(state: string): Promise<void> {
  const at = '2026-11-22T00:00:00Z';
  await applyChanges([{ submission: id, code: 'TS1', version: 1, state, items: [], at }], 'c');
}

test('answers stay for 90 days after the receipt, then only code and receipt stay', async () => {
  assert.equal(await forgetOld(RECEIVED + 90 * DAY), 0);
  assert.equal(await forgetOld(RECEIVED + 90 * DAY + 1), 1);
  const left = await readSubmission(id);
  assert.deepEqual([left?.content, left?.code, left?.receipt], [undefined, 'TS1', 'jws']);
  assert.equal(await forgetOld(RECEIVED + 200 * DAY), 0);
});

for (const [state, forgotten] of Object.entries({ closed: 1, withdrawn: 1, filed: 0, returned: 0 })) {
  test(`answers of a dossier that is ${state} are ${forgotten ? 'forgotten' : 'kept'}`, async () => {
    await dossier(state);
    assert.equal(await forgetOld(RECEIVED + DAY), forgotten);
  });
}

test('what was not received is never forgotten', async () => {
  for (const state of ['waiting', 'refused', 'set_aside'] as const) {
    await note(id, (row) => ({ ...row, state }));
    await dossier('closed');
    assert.equal(await forgetOld(RECEIVED + 1000 * DAY), 0);
  }
});
