/** The draft that this window works on: which one, as the phone has it, and what other windows make of it. */
import { emptyContent, type FormVersion, keepDraft, newDraft, readDraft } from '../phone/drafts.ts';
import { DraftGone } from '../phone/gone.ts';
import type { DraftContent } from '../phone/work.ts';
import { type Merged, mergeDrafts } from './merge-drafts.ts';

const PATIENCE = 3_000;

/** How a draft was found: ready to be worked on, no longer there, or there and not to be opened now. */
export type Found = 'new' | 'open' | 'gone' | 'unreadable';

/** Without an id it is not kept yet: it is made at the first keystroke. `kept` is what the phone has, since when. */
export type DraftHere = {
  form: FormVersion;
  id?: string;
  kept: DraftContent;
  saved_at?: string;
  found: Found;
};

/** What stands behind `#`: a draft, and the part or question to go to. */
export function wanted(fragment: string): { id?: string; place?: string } {
  const [id, place] = fragment.replace(/^#/, '').split(':');
  return { ...(id && { id }), ...(place && { place }) };
}

/** Open the draft with this id, if there is one for this form. */
export async function openDraft(form: FormVersion, id: string | undefined): Promise<DraftHere> {
  const fresh = { form, kept: emptyContent() };
  if (!id) return { ...fresh, found: 'new' };
  const draft = await readDraft(id).catch(() => null);
  if (draft === null) return { ...fresh, found: 'unreadable' };
  if (draft?.form_id !== form.form_id || draft.form_version !== form.form_version) {
    return { ...fresh, found: 'gone' };
  }
  if (!draft.content) return { ...fresh, found: 'unreadable' };
  return { form, id, kept: draft.content, saved_at: draft.saved_at, found: 'open' };
}

/**
 * Keep what this window has, together with what another window kept meanwhile. Throws DraftGone when the
 * draft was sent or deleted there, and StorageFull; then the phone has what it had before.
 */
export async function keepHere(here: DraftHere, mine: DraftContent): Promise<Merged> {
  const { id } = here;
  if (!id) {
    here.id = await newDraft(here.form, mine);
    here.kept = mine;
    return { content: mine, clashes: [] };
  }
  return alone(id, async () => {
    const merged = mergeDrafts(here.kept, mine, await contentNow(id));
    await keepDraft(id, merged.content);
    here.kept = merged.content;
    return merged;
  });
}

/**
 * What another window has kept, brought together with what stands here at that moment; the phone's content is
 * not changed. Throws DraftGone.
 */
export async function mergeHere(here: DraftHere, mine: () => DraftContent): Promise<Merged> {
  const { id } = here;
  if (!id) return { content: mine(), clashes: [] };
  return alone(id, async () => {
    const theirs = await contentNow(id);
    const merged = mergeDrafts(here.kept, mine(), theirs);
    here.kept = theirs;
    return merged;
  });
}

async function contentNow(id: string): Promise<DraftContent> {
  const content = (await readDraft(id))?.content;
  if (!content) throw new DraftGone(id);
  return content;
}

/** Reading and writing are one step for all windows of this phone; one that hangs holds up no other for long. */
async function alone<T>(id: string, work: () => Promise<T>): Promise<T> {
  let begun = false;
  const locked = () => {
    begun = true;
    return work();
  };
  try {
    return await navigator.locks.request(`draft:${id}`, { signal: AbortSignal.timeout(PATIENCE) }, locked);
  } catch (error) {
    if (begun) throw error;
    return work();
  }
}
