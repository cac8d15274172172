import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, mock, test } from 'node:test';
import type { OutboxRow } from '../../../static/src/phone/work.ts';
import { postBatch, putOne } from '../../../static/src/sync/ask-server.ts';
import { serve } from '../fake-browser.ts';

beforeEach(() => mock.timers.enable({ apis: ['setTimeout'] }));
afterEach(() => mock.timers.reset());

const row = (wire: string) => ({ id: 'a', wire }) as OutboxRow;

/** Let the server hang, and give after how many seconds the phone no longer waits. */
async function patience(ask: () => Promise<unknown>): Promise<{ seconds: number; aborted: boolean }> {
  let signal: AbortSignal | null | undefined;
  serve((_, options) => {
    signal = options.signal;
    return new Promise(() => {});
  });
  let ended = false;
  const asked = ask().then((reply) => {
    assert.equal(reply, undefined);
    ended = true;
  });
  let seconds = 0;
  for (; !ended && seconds < 1_000; seconds++) {
    mock.timers.tick(1_000);
    await new Promise(setImmediate);
  }
  await asked;
  return { seconds, aborted: signal?.aborted ?? false };
}

test('a request that hangs is given up and taken back, long before its sender counts as hung', async () => {
  assert.deepEqual(await patience(() => putOne('s', row('{}'))), { seconds: 31, aborted: true });
  const long = await patience(() => postBatch('s', new Uint8Array(240_000), true));
  assert.deepEqual(long, { seconds: 100, aborted: true });
});

test('a larger one may take longer, a byte in a millisecond', async () => {
  assert.equal((await patience(() => putOne('s', row('x'.repeat(20_000))))).seconds, 50);
});
