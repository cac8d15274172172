import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { before, beforeEach, test } from 'node:test';
import { compactDecrypt } from 'jose';
import { newDraft, readDraft } from '../../../static/src/phone/drafts.ts';
import { canonical } from '../../../static/src/sync/canonical.ts';
import { makeWire, rewire } from '../../../static/src/sync/wire.ts';
import { content, FORM, newPhone, sealed } from '../cases.ts';
import { sha256 } from '../fake-browser.ts';
import { type FakeServer, startServer } from '../fake-server.ts';

let server: FakeServer;

before(async () => {
  server = await startServer();
});
beforeEach(newPhone);

async function opened(wire: string): Promise<Record<string, unknown>> {
  const { plaintext } = await compactDecrypt(JSON.parse(wire).sealed, server.privateSeal);
  return JSON.parse(new TextDecoder().decode(plaintext));
}

test('the wire is format 1: clear parts outside, all that was typed inside', async () => {
  const papers = { birth_paper: { answer: 'have' as const, files: [] } };
  const draft = await newDraft(FORM, content({ note: 'xin xem giúp', papers }));
  const parts = await sealed(server, draft);
  const { sealed: jwe, ...clear } = JSON.parse(parts.wire);
  assert.deepEqual(clear, {
    app_release: '0123456789abcdef',
    captured_at: '2026-11-21T03:04:05Z',
    commune_code: '17728',
    files: [],
    form_id: 'khai-sinh',
    form_version: 1,
    format: 1,
    incomplete: false,
    kept_files: [],
  });
  assert.equal(jwe.split('.').length, 5);
  assert.deepEqual(await opened(parts.wire), {
    answers: content().answers,
    applicant: { name: 'Vi Văn Mẫu', phone: '0912345678' },
    author: { role: 'resident' },
    consents: [{ at: '2026-11-21T03:04:05Z', method: 'screen', purpose: 'pre-check', text_version: '1' }],
    files: [],
    note: 'xin xem giúp',
    papers,
    subject: { name: 'Lò Thị Thử' },
    time_zone: 'Asia/Ho_Chi_Minh',
  });
});

test('a note is cleaned like an answer: half a picture letter or a control character stops nothing', async () => {
  const draft = await newDraft(FORM, content({ note: ' gọi\u0007 trước\ud83d\r\nsau 5\tgiờ ' }));
  const { note } = await opened((await sealed(server, draft)).wire);
  assert.equal(note, 'gọi trước\nsau 5 giờ');
});

test('the wire is canonical JSON and its hash is of these bytes', async () => {
  const { wire, sha256: hash } = await sealed(server, await newDraft(FORM, content()));
  assert.equal(canonical(JSON.parse(wire)), wire);
  assert.equal(sha256(wire), hash);
});

test('letters are composed, whatever the keyboard wrote', async () => {
  const answers = { child_name: 'Lò Thị Thử'.normalize('NFD') };
  const { wire } = await sealed(server, await newDraft(FORM, content({ answers })));
  assert.deepEqual((await opened(wire))['answers'], { child_name: 'Lò Thị Thử'.normalize('NFC') });
});

test('what is replaced is named, and can be left out later under the same seal', async () => {
  const replaces = [
    { id: 'newer', sure: false },
    { id: 'older', sure: true },
  ];
  const first = await sealed(server, await newDraft(FORM, content({ replaces })));
  assert.equal(JSON.parse(first.wire).replaces, 'newer');
  const second = await rewire(first.wire, replaces.slice(1));
  assert.equal(JSON.parse(second.wire).replaces, 'older');
  const third = await rewire(second.wire, []);
  assert.ok(!('replaces' in JSON.parse(third.wire)));
  assert.equal(JSON.parse(third.wire).sealed, JSON.parse(first.wire).sealed);
  assert.equal(third.sha256, sha256(third.wire));
});

test('without a key, or without the content, nothing is made', async () => {
  const draft = await readDraft(await newDraft(FORM, content()));
  assert.ok(draft);
  const sending = {
    keys: { seal: [], receipt: [] },
    roles: {},
    commune_code: '17728',
    consents: [],
    author: { role: 'resident' },
    incomplete: true,
    app_release: '',
    captured_at: new Date(),
    time_zone: 'Asia/Ho_Chi_Minh',
  };
  await assert.rejects(makeWire(draft, sending), { name: 'KeysMissing' });
  const locked = { ...draft, content: undefined };
  await assert.rejects(makeWire(locked, { ...sending, keys: server.keys }), { name: 'AnswersGone' });
});

test('more than fits is named', async () => {
  const draft = await newDraft(FORM, content({ answers: { long: 'x'.repeat(250_000) } }));
  await assert.rejects(sealed(server, draft), { name: 'TooLarge' });
});

test('canonical JSON has sorted keys on every level and no spaces', () => {
  const value = { b: [{ z: 1, a: 'ă"\\\n' }], a: { d: true, c: undefined }, Z: 0 };
  assert.equal(canonical(value), '{"Z":0,"a":{"d":true},"b":[{"a":"ă\\"\\\\\\n","z":1}]}');
});
