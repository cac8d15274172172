import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { deliverInBackground } from '../../../service_worker/background-sync.ts';
import { editAgain } from '../../../static/src/phone/outbox.ts';
import { deliver } from '../../../static/src/sync/deliver.ts';
import { nextTry, sendOutbox } from '../../../static/src/sync/send-outbox.ts';
import { newPhone, queue, queueMany, rowOf, rows } from '../cases.ts';
import { type FakeServer, problem, startServer, unreachable } from '../fake-server.ts';

let server: FakeServer;

beforeEach(async () => {
  await newPhone();
  server = await startServer();
});

const sent = () => server.calls.flatMap(({ ids }) => ids);

test('the worker delivers, oldest first; the next page checks the receipts and sends nothing again', async () => {
  const ids = await queueMany(server, 3);
  assert.equal(await deliver(), true);
  assert.deepEqual(sent(), ids);
  assert.ok((await rows()).every((row) => row.state === 'waiting' && row.wire && row.reply));
  assert.equal(await deliver(), true);
  const result = await sendOutbox();
  assert.deepEqual([result.received, sent().length], [3, 3]);
  assert.ok((await rows()).every((row) => row.state === 'received' && !row.wire && !row.reply));
});

test('a portal in the way of the worker is found out by the page', async () => {
  const id = await queue(server);
  server.breaks.before = () => new Response('<html>');
  await deliver();
  await sendOutbox();
  const { state, reason } = await rowOf(id);
  assert.deepEqual([state, reason?.code], ['waiting', 'foreign']);
});

test('without a network the browser is asked to come back', async () => {
  await queueMany(server, 3);
  server.breaks.before = unreachable;
  await assert.rejects(deliverInBackground());
  assert.equal(sent().length, 1);
  server.breaks = {};
  await deliverInBackground();
  assert.equal(server.kept.size, 3);
});

test('a revoked phone asks once, and the page says so', async () => {
  await queueMany(server, 5);
  server.breaks.before = () => problem(401, 'phone_revoked');
  await deliver();
  assert.equal((await sendOutbox()).stopped, true);
  assert.equal((await nextTry()).revoked, true);
  await deliver();
  assert.equal(sent().length, 1);
});

test('the worker keeps a wait that the server asked for', async () => {
  await queueMany(server, 5);
  server.breaks.before = () => problem(429, 'too_many_submissions', { 'Retry-After': '600' });
  await deliver();
  await sendOutbox();
  const asked = sent().length;
  await deliver();
  assert.equal(sent().length, asked);
});

test('what the worker has delivered may have arrived when it is edited', async () => {
  const id = await queue(server);
  await deliver();
  await editAgain(id);
  assert.deepEqual(await rows(), []);
  assert.ok(server.kept.has(id));
});

test('a phone that never queued anything has nothing to deliver', async () => {
  await deliverInBackground();
  assert.deepEqual(server.calls, []);
});
