import 'fake-indexeddb/auto';
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { serialize } from 'node:v8';
import { read } from '../../../static/src/phone/database.ts';
import { applyChanges } from '../../../static/src/phone/dossiers.ts';
import { keepDraft, newDraft } from '../../../static/src/phone/drafts.ts';
import { editAgain } from '../../../static/src/phone/outbox.ts';
import { keepPerson } from '../../../static/src/phone/person.ts';
import { sendOutbox } from '../../../static/src/sync/send-outbox.ts';
import { content, FORM, newPhone, queue } from '../cases.ts';
import { problem, startServer } from '../fake-server.ts';

beforeEach(newPhone);

const WORDS = ['Lò Thị Thử', 'Vi Văn Mẫu', '0912345678', 'Bản Ná', 'xin giúp gấp', 'mờ quá'];

/** Every byte of the phone's database; a key, which holds none of them, counts as nothing. */
async function everything(): Promise<Buffer> {
  return read(async (database) => {
    const parts: Buffer[] = [];
    for (const store of database.objectStoreNames) {
      for (const record of await database.getAll(store)) parts.push(serialize({ ...record, key: undefined }));
    }
    return Buffer.concat(parts);
  });
}

function found(all: Buffer, word: string): boolean {
  const spelled = [word, word.normalize('NFD')];
  return spelled.some((text) => all.includes(text, 0, 'utf8') || all.includes(text, 0, 'utf16le'));
}

test('nothing that was typed stands in clear in any store, in any state', async () => {
  const typed = content({
    note: 'xin giúp gấp',
    answers: { child_name: 'Lò Thị Thử', requester_name: 'Vi Văn Mẫu', phone: '0912345678', place: 'Bản Ná' },
  });
  const server = await startServer();
  const draft = await newDraft(FORM, typed);
  await keepDraft(draft, typed);
  const received = await queue(server, typed);
  await sendOutbox();
  server.breaks.before = () => problem(422, 'form_withdrawn');
  await queue(server, typed);
  await sendOutbox();
  await queue(server, typed);
  await editAgain(received);
  await keepPerson({ id: 'p', name: 'Vi Văn Mẫu', roles: [] });
  const items = [{ item: 'child_name', reason: 'unreadable', note: 'mờ quá' }];
  const at = '2026-11-22T00:00:00Z';
  const change = { submission: received, code: 'TS1', version: 1, state: 'returned', items, at };
  await applyChanges([change], 'c');
  const all = await everything();
  assert.deepEqual(
    WORDS.filter((word) => found(all, word)),
    [],
  );
  assert.ok(found(all, 'khai-sinh') && found(all, 'form_withdrawn') && all.length > 5_000);
});

test('the search would find a word that is there', () => {
  for (const word of WORDS) {
    assert.ok(found(serialize({ word }), word));
    assert.ok(found(serialize({ bytes: Buffer.from(word) }), word));
  }
});
