import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { afterEach, beforeEach, test } from 'node:test';
import { note } from '../../../static/src/phone/outbox.ts';
import { changeRun, readRun } from '../../../static/src/phone/outbox-run.ts';
import { deliver } from '../../../static/src/sync/deliver.ts';
import { asOnlySender } from '../../../static/src/sync/one-sender.ts';
import { nextTry, sendNow, sendOutbox } from '../../../static/src/sync/send-outbox.ts';
import { newPhone, queue, queueMany, rows } from '../cases.ts';
import { type FakeServer, startServer, unreachable } from '../fake-server.ts';
import { failWrites } from '../full-phone.ts';

let server: FakeServer;
const { locks } = navigator;

function haveLocks(some: boolean): void {
  Object.defineProperty(navigator, 'locks', { value: some ? locks : undefined, configurable: true });
}

beforeEach(async () => {
  await newPhone();
  server = await startServer();
});
afterEach(() => haveLocks(true));

const slowly = async () => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  return undefined as never;
};
const sent = () => server.calls.flatMap(({ ids }) => ids);

for (const some of [true, false]) {
  test(`two tabs and the worker at once send each once, ${some ? 'with' : 'without'} locks`, async () => {
    haveLocks(some);
    const ids = await queueMany(server, 7);
    server.breaks.before = slowly;
    await Promise.all([sendOutbox(), deliver(), sendNow(), sendOutbox(), deliver()]);
    await sendOutbox();
    assert.deepEqual(sent().sort(), [...ids].sort());
    assert.ok((await rows()).every(({ state }) => state === 'received'));
  });

  test(`what is queued while a run ends leaves too, ${some ? 'with' : 'without'} locks`, async () => {
    haveLocks(some);
    await queue(server);
    server.breaks.before = slowly;
    let later: Promise<unknown> = Promise.resolve();
    server.breaks.after = async (_, answer) => {
      if (server.calls.length === 1) later = queue(server).then(() => sendOutbox());
      return answer;
    };
    await sendOutbox();
    await later;
    assert.equal(new Set(sent()).size, 2);
    assert.ok((await rows()).every(({ state }) => state === 'received'));
  });
}

test('on a full phone the wish to go round once more ends', { timeout: 10_000 }, async () => {
  const id = await queue(server);
  await note(id, (row) => ({ ...row, next_try_at: Date.now() + 60_000 }));
  await changeRun((run) => ({ ...run, again: true }));
  const mend = failWrites('settings');
  await sendOutbox().finally(mend);
  assert.deepEqual(sent(), []);
});

test('"send now" during a run that fails sends at once when that run has ended', async () => {
  await queue(server);
  server.breaks.before = async () => {
    await slowly();
    if (server.calls.length === 1) unreachable();
    return undefined as never;
  };
  const tap = async () => {
    await new Promise((resolve) => setTimeout(resolve, 10));
    return sendNow();
  };
  await Promise.all([sendOutbox(), tap()]);
  assert.deepEqual(
    (await rows()).map(({ state }) => state),
    ['received'],
  );
});

test('a call during a run says that another one is at work, and lets it go round again', async () => {
  let runs = 0;
  let second: boolean | undefined;
  await asOnlySender(Date.now, async () => {
    runs += 1;
    if (runs === 1) second = await asOnlySender(Date.now, async () => assert.fail());
  });
  assert.deepEqual([second, runs], [false, 2]);
});

for (const some of [true, false]) {
  test(`a sender not heard of for two minutes is replaced, ${some ? 'with' : 'without'} locks`, async () => {
    haveLocks(some);
    let now = 1_000_000;
    const order: string[] = [];
    let wake = () => {};
    let hung: Promise<unknown> = Promise.resolve();
    await new Promise<void>((begun) => {
      const hang = () => {
        begun();
        return new Promise<void>((resolve) => (wake = resolve));
      };
      hung = asOnlySender(() => now, hang);
    });
    now += 119_000;
    assert.equal(
      await asOnlySender(
        () => now,
        async () => void order.push('too early'),
      ),
      false,
    );
    now += 2_000;
    assert.equal(
      await asOnlySender(
        () => now,
        async () => void order.push('took over'),
      ),
      true,
    );
    wake();
    await hung;
    assert.deepEqual(order, ['took over']);
  });
}

test('a sender that was replaced sends nothing more, but its receipt still counts', async () => {
  await queueMany(server, 2);
  await changeRun((run) => ({ ...run, batch: 1 }));
  server.breaks.after = async (_, answer) => {
    await changeRun((run) => ({ ...run, owner: 'another', beat_at: Date.now() }));
    return answer;
  };
  await sendOutbox();
  assert.equal(sent().length, 1);
  assert.deepEqual((await rows()).map(({ state }) => state).sort(), ['received', 'waiting']);
  assert.equal((await readRun()).owner, 'another');
});

test('a killed sender leaves nothing behind that says sending for ever', async () => {
  await queue(server);
  await changeRun((run) => ({ ...run, owner: 'killed', beat_at: Date.now() }));
  assert.equal((await nextTry()).running, true);
  assert.equal((await nextTry(Date.now() + 121_000)).running, false);
  await sendOutbox();
  assert.ok((await rows()).every(({ state }) => state === 'received'));
  assert.equal((await nextTry()).running, false);
});

test('a clock that was set back does not make a dead sender live for ever', async () => {
  haveLocks(false);
  await queue(server);
  await changeRun((run) => ({ ...run, owner: 'dead', beat_at: Date.now() + 86_400_000 }));
  await sendOutbox();
  assert.ok((await rows()).every(({ state }) => state === 'received'));
});
