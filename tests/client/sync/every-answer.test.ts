import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { exportJWK, generateKeyPair } from 'jose';
import type { PublicKey } from '../../../static/src/phone/keys.ts';
import { sendOutbox } from '../../../static/src/sync/send-outbox.ts';
import { newPhone, queue, queueMany, rowOf, rows } from '../cases.ts';
import { type FakeServer, problem, startServer, unreachable } from '../fake-server.ts';

let server: FakeServer;
const NOW = Date.parse('2030-01-01T00:00:00Z');
const clock = { now: () => NOW, random: () => 0 };

beforeEach(async () => {
  await newPhone();
  server = await startServer();
});

const PORTAL = '<html>Đăng nhập Wi-Fi</html>';
const html = (status: number) => new Response(PORTAL, { status, headers: { 'Content-Type': 'text/html' } });

/** What comes back instead of our receipt, and why the submission then waits. */
const FOREIGN: Record<string, [cause: string, answer: () => Response | Promise<Response>]> = {
  'a 200 with HTML': ['foreign', () => html(200)],
  'an empty 200': ['foreign', () => new Response('')],
  'a 204': ['foreign', () => new Response(null, { status: 204 })],
  'a 200 with JSON of somebody else': ['foreign', () => Response.json({ receipt: true, results: 'all' })],
  'a 200 with null': ['foreign', () => Response.json(null)],
  'a 200 with a list': ['foreign', () => Response.json([])],
  'a 200 with cut JSON': ['foreign', () => new Response('{"receipt":"ey')],
  'a 200 with empty results': ['foreign', () => Response.json({ results: [] })],
  'a 200 with results of others': ['foreign', () => Response.json({ results: [{ id: 'x', status: 200 }] })],
  'a redirect': ['foreign', () => Response.redirect('https://portal.example/')],
  'a 403 with HTML': ['foreign', () => html(403)],
  'a 404 with HTML': ['foreign', () => html(404)],
  'a 409 with HTML': ['foreign', () => html(409)],
  'a 422 with HTML': ['foreign', () => html(422)],
  'a 422 with a code in plain JSON': ['foreign', () => Response.json({ code: 'no' }, { status: 422 })],
  'a 511': ['foreign', () => html(511)],
  'a 500': ['server', () => html(500)],
  'a 502': ['server', () => html(502)],
  'a 503 of ours': ['server', () => problem(503, 'unavailable')],
  'a 404 of ours': ['server', () => problem(404, 'not_found')],
  'a 429': ['busy', () => html(429)],
  'no network': ['no_network', unreachable],
  'a body that breaks off': ['no_network', () => new Response(brokenOff())],
  'a body without end': ['no_network', () => new Response(endless())],
};

function brokenOff(): ReadableStream {
  return new ReadableStream({ pull: (stream) => stream.error(new TypeError('reset')) });
}

function endless(): ReadableStream {
  return new ReadableStream({ pull: (stream) => stream.enqueue(new Uint8Array(65_536)) });
}

for (const [name, [cause, answer]] of Object.entries(FOREIGN)) {
  test(`after ${name} one and several wait and nothing is given up`, async () => {
    server.breaks.before = answer;
    const id = await queue(server);
    await sendOutbox(clock);
    const { state, reason, wire } = await rowOf(id);
    assert.deepEqual([state, reason?.code], ['waiting', cause]);
    assert.ok(wire);
    await newPhone();
    await queueMany(server, 3);
    await sendOutbox(clock);
    for (const row of await rows()) {
      assert.deepEqual([row.state, row.reason?.code, row.wire !== ''], ['waiting', cause, true]);
    }
  });
}

/** Receipts that look right and are not. */
const WRONG: Record<string, (id: string, right: object) => Promise<string> | string> = {
  'with another id': (_, right) => server.sign({ ...right, id: 'other' }),
  'for other content': (_, right) => server.sign({ ...right, content: '0'.repeat(64) }),
  'of another type': (_, right) => server.sign({ ...right, typ: 'slip' }),
  'under an unknown key': (_, right) => server.sign(right, 'unknown'),
  'with a changed signature': (id) => `${server.kept.get(id)?.receipt.slice(0, -8)}AAAAAAAA`,
  'cut off': (id) => server.kept.get(id)?.receipt.slice(0, 100) ?? '',
};

for (const [name, forge] of Object.entries(WRONG)) {
  test(`a receipt ${name} is none`, async () => {
    const id = await queue(server);
    server.breaks.after = async (_, answer) => {
      const { slip } = await answer.json();
      const [, body = ''] = server.kept.get(id)?.receipt.split('.') ?? [];
      const right = JSON.parse(Buffer.from(body, 'base64url').toString());
      return Response.json({ receipt: await forge(id, right), slip });
    };
    await sendOutbox(clock);
    const { state, reason, receipt } = await rowOf(id);
    assert.deepEqual([state, reason?.code, receipt], ['waiting', 'foreign', undefined]);
  });
}

test('a wrong slip costs the slip, not the receipt', async () => {
  const id = await queue(server);
  server.breaks.after = async (_, answer) => {
    const { receipt } = await answer.json();
    return Response.json({ receipt, slip: receipt });
  };
  await sendOutbox(clock);
  const { state, slip } = await rowOf(id);
  assert.deepEqual([state, slip], ['received', undefined]);
});

test('a receipt under a key newer than the release is checked with the keys of the server', async () => {
  await queue(server);
  server.breaks.before = unreachable;
  await sendOutbox(clock);
  server.breaks = {};
  const pair = await generateKeyPair('ES256', { extractable: true });
  const other = { ...(await exportJWK(pair.publicKey)), kid: 'receipt-0' } as PublicKey;
  const [own] = server.keys.receipt;
  server.keys = { ...server.keys, receipt: [other] };
  await newPhone();
  const id = await queue(server);
  await sendOutbox(clock);
  assert.equal((await rowOf(id)).state, 'waiting');
  server.keys = { ...server.keys, receipt: [own as PublicKey, other] };
  await sendOutbox({ ...clock, reset: 'all' });
  assert.equal((await rowOf(id)).state, 'received');
});

test('a receipt that waits for files keeps all of it waiting', async () => {
  server.breaks.state = () => 'waiting_for_files';
  const id = await queue(server);
  await sendOutbox(clock);
  const { state, wire, code } = await rowOf(id);
  assert.ok(state === 'waiting' && wire && code);
});

test('a receipt that could not be read is refused and keeps all of it', async () => {
  server.breaks.state = () => 'unreadable';
  const id = await queue(server);
  await sendOutbox(clock);
  const { state, wire, reason } = await rowOf(id);
  assert.deepEqual([state, reason?.code], ['refused', 'unreadable']);
  assert.ok(wire);
});

test('results of a batch are matched by id, whatever their order, and a missing one waits', async () => {
  const ids = await queueMany(server, 3);
  server.breaks.after = async (_, answer) => {
    const { results } = await answer.json();
    return Response.json({ results: results.slice(1).reverse() });
  };
  await sendOutbox(clock);
  const states = await Promise.all(ids.map(async (id) => (await rowOf(id)).state));
  assert.deepEqual(states, ['waiting', 'received', 'received']);
});

test('from the third foreign answer in a row the person is told that the way is blocked', async () => {
  const id = await queue(server);
  server.breaks.before = () => html(403);
  for (const cause of ['foreign', 'foreign', 'blocked', 'blocked']) {
    await sendOutbox({ ...clock, reset: 'all' });
    assert.equal((await rowOf(id)).reason?.code, cause);
  }
  server.breaks.before = unreachable;
  await sendOutbox({ ...clock, reset: 'all' });
  server.breaks.before = () => html(403);
  await sendOutbox({ ...clock, reset: 'all' });
  assert.equal((await rowOf(id)).reason?.code, 'foreign');
});
