import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { listOutbox, setAside } from '../../../static/src/phone/outbox.ts';
import { readSetting } from '../../../static/src/phone/settings.ts';
import { nextTry, sendNow, sendOutbox } from '../../../static/src/sync/send-outbox.ts';
import { newPhone, queue, queueMany, rowOf, rows } from '../cases.ts';
import { type FakeServer, problem, startServer, unreachable } from '../fake-server.ts';
import { failWrites } from '../full-phone.ts';

let server: FakeServer;
let now: number;
const clock = { now: () => now, random: () => 0 };

beforeEach(async () => {
  await newPhone();
  server = await startServer();
  now = Date.now();
});

const states = async () => (await rows()).map(({ state }) => state);
const sent = () => server.calls.flatMap(({ ids }) => ids);

test('one submission leaves by itself, several together, and each is received with its receipt', async () => {
  const one = await queue(server);
  await sendOutbox(clock);
  const { state, code, receipt, slip, wire, received_at, left_at } = await rowOf(one);
  assert.deepEqual([state, code, wire], ['received', `TS${one.slice(0, 8).toUpperCase()}`, '']);
  assert.deepEqual([receipt, slip], [server.kept.get(one)?.receipt, server.kept.get(one)?.slip]);
  assert.equal(received_at, new Date(now).toISOString());
  assert.ok(left_at);
  await queueMany(server, 3);
  assert.equal((await sendOutbox(clock)).received, 3);
  assert.deepEqual(
    server.calls.map(({ method, path }) => `${method} ${path.replace(one, '<id>')}`),
    ['PUT /api/v1/submissions/<id>', 'POST /api/v1/submissions/batch'],
  );
});

test('requests carry the secret of the phone, no cookies, and a packed batch', async () => {
  await queueMany(server, 2);
  await sendOutbox(clock);
  const [call] = server.calls;
  assert.match(call?.headers.get('Authorization') ?? '', /^Bearer [\w-]{43}$/);
  assert.equal(call?.headers.get('Content-Encoding'), 'gzip');
});

test('the oldest leave first, at most 50 at once, and packed they are small', async () => {
  const ids = await queueMany(server, 60);
  await sendOutbox(clock);
  assert.deepEqual(
    server.calls.map((call) => call.ids.length),
    [50, 10],
  );
  assert.deepEqual(sent(), ids);
  const bytes = server.calls.reduce((sum, call) => sum + call.bytes, 0);
  assert.ok(bytes / 60 <= 700, `${bytes / 60} bytes each`);
});

test('nothing is asked and no secret is made while nothing waits', async () => {
  await sendOutbox(clock);
  assert.deepEqual(server.calls, []);
  assert.equal(await readSetting('phone-secret' as 'commune'), undefined);
});

test('a reply lost after the commit: the same bytes again, one submission, one receipt', async () => {
  const id = await queue(server);
  server.breaks.after = unreachable;
  await sendOutbox(clock);
  const { state, tries, reason } = await rowOf(id);
  assert.deepEqual([state, tries, reason?.code], ['waiting', 1, 'no_network']);
  server.breaks.after = undefined as never;
  await sendNow(clock);
  assert.equal((await rowOf(id)).receipt, server.kept.get(id)?.receipt);
  assert.deepEqual([server.kept.size, sent().length], [1, 2]);
});

test('without a network the outbox backs off, and a person who asks sends at once', async () => {
  const id = await queue(server);
  server.breaks.before = unreachable;
  const waits: number[] = [];
  for (let tries = 0; tries < 9; tries++) {
    await sendOutbox(clock);
    const at = (await nextTry(now)).next_try_at ?? 0;
    waits.push((at - now) / 1000);
    now = at - 1;
    const before = server.calls.length;
    await sendOutbox(clock);
    assert.equal(server.calls.length, before, 'nothing leaves before its time');
    now = at;
  }
  assert.deepEqual(waits, [5, 10, 20, 40, 80, 160, 300, 300, 300]);
  await sendOutbox(clock);
  server.breaks = {};
  await sendNow(clock);
  assert.equal((await rowOf(id)).state, 'received');
});

test('opening a page ends a back-off, but not a wait that the server asked for', async () => {
  const id = await queue(server);
  server.breaks.before = unreachable;
  await sendOutbox(clock);
  server.breaks.before = () => problem(429, 'too_many_submissions', { 'Retry-After': '600' });
  await sendOutbox({ ...clock, reset: 'back_off' });
  assert.equal((await nextTry(now)).next_try_at, now + 600_000);
  assert.equal((await rowOf(id)).reason?.code, 'busy');
  server.breaks = {};
  await sendOutbox({ ...clock, reset: 'back_off' });
  assert.equal((await rowOf(id)).state, 'waiting');
  await sendNow(clock);
  assert.equal((await rowOf(id)).state, 'received');
});

test('one refused among twenty: the others are received, the reason and its fields are kept', async () => {
  const ids = await queueMany(server, 20);
  server.breaks.refuse = (id) => (id === ids[7] ? { status: 422, code: 'form_withdrawn' } : undefined);
  const result = await sendOutbox(clock);
  assert.deepEqual([result.received, result.refused], [19, 1]);
  const { state, reason, wire, declined } = await rowOf(ids[7] ?? '');
  assert.deepEqual([state, reason?.code, declined], ['refused', 'form_withdrawn', true]);
  assert.ok(wire);
});

test('one that crashes the server in a batch waits alone, the others are received', async () => {
  const ids = await queueMany(server, 5);
  server.breaks.refuse = (id) => (id === ids[0] ? { status: 500, code: 'unexpected' } : undefined);
  await sendOutbox(clock);
  assert.deepEqual((await states()).sort(), ['received', 'received', 'received', 'received', 'waiting']);
  assert.equal((await rowOf(ids[0] ?? '')).next_try_at, now + 5_000);
});

test('one that lets every batch with it fail ends up alone, and holds up nobody', async () => {
  const ids = await queueMany(server, 12);
  server.breaks.before = (call) =>
    call.ids.includes(ids[5] ?? '') ? new Response('<html>', { status: 502 }) : undefined;
  for (let run = 0; run < 30; run++) {
    await sendOutbox(clock);
    now = Math.max(now, (await nextTry(now)).next_try_at ?? now);
  }
  const waiting = (await rows()).filter(({ state }) => state === 'waiting').map(({ id }) => id);
  assert.deepEqual(waiting, [ids[5]]);
});

test('a batch that is too large for something on the way is halved at once', async () => {
  await queueMany(server, 9);
  server.breaks.before = (call) => (call.ids.length > 2 ? new Response('', { status: 413 }) : undefined);
  assert.equal((await sendOutbox(clock)).received, 9);
});

test('one that is too large alone is refused, and may have arrived by another way', async () => {
  const id = await queue(server);
  server.breaks.before = () => new Response('', { status: 413 });
  await sendOutbox(clock);
  const { state, reason, declined } = await rowOf(id);
  assert.deepEqual([state, reason?.code, declined], ['refused', 'too_large', false]);
});

test('a revoked phone asks once, not twenty times, until a person asks again', async () => {
  await queueMany(server, 60);
  server.breaks.before = () => problem(401, 'phone_revoked');
  assert.equal((await sendOutbox(clock)).stopped, true);
  assert.equal((await sendOutbox({ ...clock, reset: 'back_off' })).stopped, true);
  assert.equal(server.calls.length, 1);
  assert.equal((await nextTry(now)).revoked, true);
  server.breaks = {};
  assert.equal((await sendNow(clock)).received, 60);
  assert.equal((await nextTry(now)).revoked, false);
});

test('what was set aside stays here', async () => {
  const [one = '', other = ''] = await queueMany(server, 2);
  await setAside(one);
  await sendOutbox(clock);
  assert.deepEqual(sent(), [other]);
});

test('one set aside while it was on its way is received when the receipt comes', async () => {
  const id = await queue(server);
  server.breaks.after = async (_, answer) => {
    await setAside(id);
    return answer;
  };
  await sendOutbox(clock);
  assert.equal((await rowOf(id)).state, 'received');
});

test('a full phone still sends what waits, and keeps it until there is room for the receipt', async () => {
  const id = await queue(server);
  const restore = failWrites('settings', 'outbox');
  await assert.rejects(sendNow(clock), { name: 'StorageFull' });
  restore();
  assert.ok(server.kept.has(id));
  const { state, wire } = await rowOf(id);
  assert.ok(state === 'waiting' && wire);
  await sendNow(clock);
  assert.equal((await rowOf(id)).receipt, server.kept.get(id)?.receipt);
});

test('the last complete run is known, and the list never says received before the receipt', async () => {
  await queue(server);
  server.breaks.before = unreachable;
  await sendOutbox(clock);
  assert.equal((await nextTry(now)).completed_at, undefined);
  server.breaks = {};
  await sendNow(clock);
  assert.equal((await nextTry(now)).completed_at, now);
  assert.deepEqual(
    (await listOutbox())[0]?.facts.map(({ fact }) => fact),
    ['queued', 'sent', 'no_network', 'received'],
  );
});
