/** Invented cases: a draft of a birth form, kept, sealed and queued. */
import { IDBFactory } from 'fake-indexeddb';
import { close, read } from '../../static/src/phone/database.ts';
import { emptyContent, newDraft, readDraft } from '../../static/src/phone/drafts.ts';
import { queueDraft, type WireParts } from '../../static/src/phone/outbox.ts';
import type { DraftContent, OutboxRow } from '../../static/src/phone/work.ts';
import { makeWire } from '../../static/src/sync/wire.ts';
import type { FakeServer } from './fake-server.ts';

export const FORM = { form_id: 'khai-sinh', form_version: 1 };

/** A phone on which nothing was ever done. */
export async function newPhone(): Promise<void> {
  await close();
  globalThis.indexedDB = new IDBFactory();
}

/** What somebody typed. */
export function content(change: Partial<DraftContent> = {}): DraftContent {
  const answers = { child_name: 'Lò Thị Thử', requester_name: 'Vi Văn Mẫu', requester_phone: '0912345678' };
  return { ...emptyContent(), answers, title: 'Lò Thị Thử', ...change };
}

/** Seal a draft as the review page does. */
export async function sealed(server: FakeServer, draftId: string): Promise<WireParts> {
  const draft = await readDraft(draftId);
  if (!draft) throw new Error('no draft');
  return makeWire(draft, {
    keys: server.keys,
    roles: {
      applicant: { name: 'requester_name', phone: 'requester_phone' },
      subject: { name: 'child_name' },
    },
    commune_code: '17728',
    consents: [{ purpose: 'pre-check', text_version: '1', at: '2026-11-21T03:04:05Z', method: 'screen' }],
    author: { role: 'resident' },
    incomplete: false,
    app_release: '0123456789abcdef',
    captured_at: new Date('2026-11-21T03:04:05.678Z'),
    time_zone: 'Asia/Ho_Chi_Minh',
  });
}

/** Queue a draft; gives the submission's id. */
export async function queue(server: FakeServer, typed = content()): Promise<string> {
  const draft = await newDraft(FORM, typed);
  return queueDraft(draft, await sealed(server, draft));
}

/** Queue several, one a millisecond after the other. */
export async function queueMany(server: FakeServer, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let at = 0; at < count; at++) {
    ids.push(await queue(server, content({ note: `${at}` })));
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  return ids;
}

/** The rows of the outbox as they are kept. */
export function rows(): Promise<OutboxRow[]> {
  return read((database) => database.getAll('outbox'));
}

/** One row, which must be there. */
export async function rowOf(id: string): Promise<OutboxRow> {
  const row = await read((database) => database.get('outbox', id));
  if (!row) throw new Error('no row');
  return row;
}
