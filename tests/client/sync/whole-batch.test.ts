import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { nextTry, sendNow, sendOutbox } from '../../../static/src/sync/send-outbox.ts';
import { newPhone, queue, queueMany, rowOf, rows } from '../cases.ts';
import { type FakeServer, problem, startServer, unreachable } from '../fake-server.ts';

let server: FakeServer;
let now: number;
const clock = { now: () => now, random: () => 0 };

beforeEach(async () => {
  await newPhone();
  server = await startServer();
  now = Date.now();
});

async function runs(count: number): Promise<void> {
  for (let run = 0; run < count; run++) {
    await sendOutbox(clock);
    now = Math.max(now, (await nextTry(now)).next_try_at ?? now);
  }
}

test('the reply of a batch lost after the commit: all again, each received once', async () => {
  const ids = await queueMany(server, 5);
  server.breaks.after = unreachable;
  await sendOutbox(clock);
  assert.ok(
    (await rows()).every(({ state, reason }) => state === 'waiting' && reason?.code === 'no_network'),
  );
  assert.equal(server.kept.size, 5);
  server.breaks = {};
  await sendNow(clock);
  for (const id of ids) assert.equal((await rowOf(id)).receipt, server.kept.get(id)?.receipt);
  assert.equal(server.kept.size, 5);
});

test('a batch that is refused as a whole refuses none of its own, and travels in halves', async () => {
  await queueMany(server, 4);
  server.breaks.before = (call) => (call.ids.length > 1 ? problem(422, 'unprocessable_entity') : undefined);
  await runs(12);
  assert.deepEqual(
    (await rows()).map(({ state }) => state),
    ['received', 'received', 'received', 'received'],
  );
});

test('a conflict is refused with its reason, and the edited one must not claim the same id', async () => {
  const id = await queue(server);
  server.breaks.refuse = () => ({ status: 409, code: 'submission_conflict' });
  await sendOutbox(clock);
  const { state, reason, declined } = await rowOf(id);
  assert.deepEqual([state, reason?.code, declined], ['refused', 'submission_conflict', false]);
});

for (const status of [404, 410]) {
  test(`${status} with our code is no reason to give up: the server may be behind`, async () => {
    const id = await queue(server);
    server.breaks.before = () => problem(status, 'not_found');
    await sendOutbox(clock);
    assert.equal((await rowOf(id)).state, 'waiting');
    server.breaks = {};
    await sendNow(clock);
    assert.equal((await rowOf(id)).state, 'received');
  });
}
