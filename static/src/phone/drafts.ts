/** The drafts on this phone, each in its box from the first keystroke. */
import { toBox } from './box.ts';
import { tell } from './changed.ts';
import { read, write } from './database.ts';
import { DraftGone } from './gone.ts';
import { currentKeyring, openContent } from './keyring.ts';
import type { DraftContent, Kept, OpenDraft } from './work.ts';

export type FormVersion = { form_id: string; form_version: number };

/** Start a draft of a form version; gives its id. */
export async function newDraft(form: FormVersion, content: DraftContent = emptyContent()): Promise<string> {
  const draft = await boxedDraft(form, content);
  await write(['drafts'], (writing) => writing.objectStore('drafts').add(draft), 'strict');
  tell('drafts');
  return draft.id;
}

let saving: Promise<unknown> = Promise.resolve();

/** Keep the content of a draft; throws DraftGone or StorageFull. Calls are kept in the order they were made. */
export function keepDraft(id: string, content: DraftContent): Promise<void> {
  const saved = saving.then(() => save(id, content));
  saving = saved.catch(() => undefined);
  return saved;
}

async function save(id: string, content: DraftContent): Promise<void> {
  const keyring = await currentKeyring();
  const box = await toBox(keyring.key, content);
  await write(['drafts'], async (writing) => {
    const store = writing.objectStore('drafts');
    const draft = await store.get(id);
    if (!draft) throw new DraftGone(id);
    await store.put({ ...draft, keyring: keyring.id, saved_at: new Date().toISOString(), box });
  });
  tell('drafts');
}

/** One draft, or undefined. */
export async function readDraft(id: string): Promise<OpenDraft | undefined> {
  const draft = await read((database) => database.get('drafts', id));
  return draft && open(draft);
}

/** All drafts, the one saved last first. */
export async function listDrafts(): Promise<OpenDraft[]> {
  const drafts = await read((database) => database.getAll('drafts'));
  drafts.sort((one, other) => other.saved_at.localeCompare(one.saved_at));
  return Promise.all(drafts.map(open));
}

/** Delete a draft; the person has confirmed it. */
export async function deleteDraft(id: string): Promise<void> {
  await write(['drafts'], (writing) => writing.objectStore('drafts').delete(id));
  tell('drafts');
}

/** The content of a draft in which nothing was answered yet. */
export function emptyContent(): DraftContent {
  const now = new Date().toISOString();
  return { answers: {}, papers: {}, title: '', started_at: now, facts: [{ at: now, fact: 'started' }] };
}

/** A new draft row with its content encrypted, not yet kept. */
export async function boxedDraft(form: FormVersion, content: DraftContent): Promise<Kept> {
  const keyring = await currentKeyring();
  return {
    id: crypto.randomUUID(),
    keyring: keyring.id,
    kind: 'draft',
    form_id: form.form_id,
    form_version: form.form_version,
    saved_at: new Date().toISOString(),
    photo_count: 0,
    box: await toBox(keyring.key, content),
  };
}

async function open({ box, ...draft }: Kept): Promise<OpenDraft> {
  return { ...draft, content: await openContent({ keyring: draft.keyring, box }) };
}
