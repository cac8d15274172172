import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { applyChanges } from '../../../static/src/phone/dossiers.ts';
import { forgetOld } from '../../../static/src/phone/forget-old.ts';
import { note, readSubmission } from '../../../static/src/phone/outbox.ts';
import { isOver } from '../../../static/src/sync/back-off.ts';
import { deliver } from '../../../static/src/sync/deliver.ts';
import { nextTry, sendOutbox } from '../../../static/src/sync/send-outbox.ts';
import { syncOnce } from '../../../static/src/sync/sync-once.ts';
import { newPhone, queue, rowOf } from '../cases.ts';
import { type FakeServer, problem, startServer, unreachable } from '../fake-server.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
let server: FakeServer;
let now: number;
const clock = { now: () => now, random: () => 0 };

beforeEach(async () => {
  await newPhone();
  server = await startServer();
  now = Date.now();
});

test('a wait is over at its moment, and when it is longer than any that is ever made', () => {
  assert.deepEqual(
    [undefined, now, now + 1, now + HOUR, now + HOUR + 1].map((until) => isOver(until, now)),
    [true, true, false, false, true],
  );
});

for (const days of [3, 40]) {
  test(`a clock set back by ${days} days during a wait holds nothing up`, async () => {
    const id = await queue(server);
    server.breaks.before = unreachable;
    await sendOutbox(clock);
    server.breaks.before = undefined as never;
    now -= days * DAY;
    assert.ok(((await nextTry(now)).next_try_at ?? 0) - now <= HOUR);
    await sendOutbox(clock);
    assert.equal((await rowOf(id)).state, 'received');
  });

  test(`a clock set back by ${days} days makes a wait that the server asked for no longer`, async () => {
    const id = await queue(server);
    server.breaks.before = () => problem(429, 'too_many_submissions', { 'Retry-After': '600' });
    await sendOutbox(clock);
    server.breaks.before = undefined as never;
    now -= days * DAY;
    await sendOutbox({ ...clock, reset: 'back_off' });
    assert.equal((await rowOf(id)).state, 'received');
  });
}

test('the worker too sends after the clock was set back', async () => {
  await queue(server);
  const id = await queue(server);
  server.breaks.before = () => problem(429, 'too_many_submissions', { 'Retry-After': '600' });
  await sendOutbox(clock);
  server.breaks.before = undefined as never;
  now -= 3 * DAY;
  await note(id, ({ reason: _, ...row }) => row);
  await deliver(() => now);
  assert.equal(server.kept.size, 1);
});

test('a clock that is far ahead makes an offline phone forget nothing', async (t) => {
  const id = await queue(server);
  assert.equal((await syncOnce('opened'))?.received, 1);
  server.breaks.before = unreachable;
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() + 400 * DAY });
  await syncOnce('now');
  assert.ok((await readSubmission(id))?.content);
});

test('answers of a submission that came back stay until it is mended', async () => {
  const id = await queue(server);
  await sendOutbox(clock);
  const code = (await rowOf(id)).code ?? '';
  const at = new Date(now).toISOString();
  const items = [{ item: 'child_name', reason: 'unclear' }];
  await applyChanges([{ submission: id, code, version: 2, state: 'returned', items, at }], 'c');
  assert.equal(await forgetOld(now + 100 * DAY), 0);
  assert.ok((await readSubmission(id))?.content);
});
