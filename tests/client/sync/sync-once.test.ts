import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { askBackground } from '../../../static/src/sync/ask-background.ts';
import { syncOnce } from '../../../static/src/sync/sync-once.ts';
import { plan } from '../../../static/src/sync/when-to-sync.ts';
import { newPhone, queue, rowOf } from '../cases.ts';
import { startServer } from '../fake-server.ts';

beforeEach(newPhone);

test('each reason to sync ends the waits it may end', () => {
  const now = 1_000_000;
  assert.equal(plan('now', { now, last: now }), 'all');
  for (const trigger of ['opened', 'online', 'queued'] as const) {
    assert.equal(plan(trigger, { now, last: now }), 'back_off');
  }
  assert.equal(plan('timer', { now, last: now }), 'none');
});

test('a page that comes back again and again syncs once in a while', () => {
  const now = 1_000_000;
  assert.equal(plan('visible', { now }), 'back_off');
  assert.equal(plan('visible', { now, last: now - 14_000 }), 'skip');
  assert.equal(plan('visible', { now, last: now - 15_000 }), 'back_off');
  assert.equal(plan('visible', { now, last: now + 86_400_000 }), 'back_off');
});

test('a page frozen for a day sends when it is opened again', async () => {
  const server = await startServer();
  const id = await queue(server);
  assert.equal((await syncOnce('opened'))?.received, 1);
  assert.equal((await rowOf(id)).state, 'received');
  assert.deepEqual(
    server.calls.map(({ method, path }) => [method, path.split('/')[3]?.split('?')[0]]),
    [
      ['PUT', 'submissions'],
      ['GET', 'changes'],
    ],
  );
  assert.equal(await syncOnce('visible'), undefined);
});

test('a browser without background sync, or one that refuses it, changes nothing', async () => {
  const asked: string[] = [];
  const worker = (sync: unknown) => Promise.resolve({ sync } as unknown as ServiceWorkerRegistration);
  await askBackground(undefined);
  await askBackground(worker(undefined));
  await askBackground(worker({ register: () => Promise.reject(new Error('denied')) }));
  await askBackground(worker({ register: async (tag: string) => void asked.push(tag) }));
  assert.deepEqual(asked, ['outbox']);
});
