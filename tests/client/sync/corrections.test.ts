import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { editAgain, queueDraft } from '../../../static/src/phone/outbox.ts';
import { sendNow } from '../../../static/src/sync/send-outbox.ts';
import { newPhone, queue, rowOf, sealed } from '../cases.ts';
import { type FakeServer, startServer, unreachable } from '../fake-server.ts';

let server: FakeServer;

beforeEach(async () => {
  await newPhone();
  server = await startServer();
  server.breaks.refuse = (_, body) => {
    const { replaces } = body;
    const unknown = typeof replaces === 'string' && !server.kept.has(replaces);
    return unknown ? { status: 422, code: 'replaced_not_found' } : undefined;
  };
});

async function editAndQueue(id: string): Promise<string> {
  const draft = await editAgain(id);
  return queueDraft(draft, await sealed(server, draft));
}

const bodyOf = (id: string) => JSON.parse(server.kept.get(id)?.body ?? 'null');

test('edited after it had arrived with its reply lost: the second replaces the first', async () => {
  const first = await queue(server);
  server.breaks.after = unreachable;
  await sendNow();
  server.breaks.after = undefined as never;
  const second = await editAndQueue(first);
  await sendNow();
  assert.equal(bodyOf(second).replaces, first);
  assert.equal((await rowOf(second)).state, 'received');
});

test('edited after a try that never arrived: the second is received by itself, under its own id', async () => {
  const first = await queue(server);
  server.breaks.before = unreachable;
  await sendNow();
  server.breaks.before = undefined as never;
  const second = await editAndQueue(first);
  await sendNow();
  assert.deepEqual([...server.kept.keys()], [second]);
  assert.equal(bodyOf(second).replaces, undefined);
  const { state, facts } = await rowOf(second);
  assert.equal(state, 'received');
  assert.ok(facts.some(({ fact }) => fact === 'not_replaced'));
});

test('edited twice without a reply: it replaces whichever arrived', async () => {
  const first = await queue(server);
  server.breaks.after = unreachable;
  await sendNow();
  server.breaks = { before: unreachable, refuse: server.breaks.refuse as never };
  const second = await editAndQueue(first);
  await sendNow();
  server.breaks = { refuse: server.breaks.refuse as never };
  const third = await editAndQueue(second);
  assert.deepEqual((await rowOf(third)).replaces, [
    { id: second, sure: false },
    { id: first, sure: false },
  ]);
  await sendNow();
  assert.equal(bodyOf(third).replaces, first);
  assert.deepEqual([...server.kept.keys()], [first, third]);
});

test('what the server has said to have, and then does not know, is refused and shown', async () => {
  const first = await queue(server);
  await sendNow();
  const second = await editAndQueue(first);
  server.kept.delete(first);
  await sendNow();
  const { state, reason } = await rowOf(second);
  assert.deepEqual([state, reason?.code], ['refused', 'replaced_not_found']);
  assert.equal((await rowOf(first)).state, 'received');
});
