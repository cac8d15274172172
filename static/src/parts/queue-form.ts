/** Seal a reviewed draft and put it into the outbox; a second tap finds nothing left to queue. */
import type { DraftHere } from '../page/draft-here.ts';
import { lookAt } from '../page/filling.ts';
import { given, ref, refs } from '../page/refs.ts';
import { readDraft } from '../phone/drafts.ts';
import type { FormRules } from '../phone/form/rules.ts';
import { DraftChanged, DraftGone } from '../phone/gone.ts';
import { queueDraft } from '../phone/outbox.ts';
import { readPerson } from '../phone/person.ts';
import { StorageFull } from '../phone/storage-full.ts';
import type { DraftContent, OpenDraft } from '../phone/work.ts';
import { canonical } from '../sync/canonical.ts';
import { readKeys } from '../sync/fetch-keys.ts';
import { type Consent, KeysMissing, makeWire, type Sending } from '../sync/wire.ts';
import type { Saver } from './save-draft.ts';

const ZONE = 'Asia/Ho_Chi_Minh';

const busy = new WeakSet<HTMLElement>();

/** The review page of a draft. */
export type Reviewing = {
  article: HTMLElement;
  form: HTMLFormElement;
  rules: FormRules;
  here: DraftHere;
  saver: Saver;
  /** The draft as it stands on the page: this, and nothing else, was looked through. */
  shown: DraftContent;
};

/** What became of the tap; all but `queued` leave the draft where it is. */
export type Queued = 'queued' | 'lacking' | 'gone' | 'full' | 'changed' | 'no-keys' | 'failed';

/** Queue the draft as it was looked through. Taps while this goes on do nothing. */
export async function queueForm(reviewing: Reviewing, incomplete: boolean): Promise<Queued> {
  const { article, form, saver } = reviewing;
  if (busy.has(article) || !mayBeSent(form)) return 'lacking';
  busy.add(article);
  try {
    saver.touch();
    if (!(await saver.flush())) return 'lacking';
    await seal(reviewing, incomplete);
    return 'queued';
  } catch (error) {
    return troubleOf(error);
  } finally {
    busy.delete(article);
  }
}

async function seal({ here, rules, form, shown }: Reviewing, incomplete: boolean): Promise<void> {
  const id = here.id ?? '';
  const draft = await readDraft(id);
  if (!draft?.content) throw new DraftGone(id);
  if (JSON.stringify(draft.content) !== JSON.stringify(here.kept)) throw new DraftChanged(id);
  if (said(here.kept) !== said(shown)) throw new DraftChanged(id);
  const { counting } = lookAt(rules, draft.content);
  const sent: OpenDraft = { ...draft, content: counting };
  await queueDraft(
    id,
    await makeWire(sent, await sending(form, rules, counting.commune_code ?? '', incomplete)),
  );
}

/** All that the review shows of a draft. */
function said({ answers, papers }: DraftContent): string {
  return canonical({ answers, papers });
}

async function sending(
  form: HTMLElement,
  rules: Sending['roles'],
  commune_code: string,
  incomplete: boolean,
): Promise<Sending> {
  const keys = await readKeys();
  if (!keys) throw new KeysMissing();
  const person = await readPerson().catch(() => undefined);
  const now = new Date();
  return {
    ...{ keys, roles: rules, commune_code, incomplete, captured_at: now, time_zone: ZONE },
    consents: consentsIn(form, now, person?.id),
    author: { ...(person && { person: person.id }), role: person?.roles[0]?.role ?? 'resident' },
    app_release: document.querySelector<HTMLMetaElement>('meta[name="release"]')?.content ?? '',
  };
}

function consentsIn(form: HTMLElement, at: Date, person: string | undefined): Consent[] {
  return refs<HTMLInputElement>(form, 'review-form.consent').map((box) => ({
    purpose: box.value,
    text_version: given(box, 'version'),
    at: `${at.toISOString().slice(0, 19)}Z`,
    method: 'screen',
    ...(person && { recorded_by: person }),
  }));
}

/** A commune receives it and the person agrees; what is lacking is said, and takes the focus. */
function mayBeSent(form: HTMLElement): boolean {
  const commune = ref(form, 'review-form.commune', HTMLSelectElement);
  const consents = refs<HTMLInputElement>(form, 'review-form.consent');
  const open = consents.find((box) => !box.checked);
  mark(form, 'commune', commune.value === '');
  mark(form, 'consents', Boolean(open));
  const first = commune.value === '' ? commune : open;
  first?.focus();
  return !first;
}

function mark(form: HTMLElement, name: 'commune' | 'consents', isLacking: boolean): void {
  const [frame, words] =
    name === 'commune'
      ? (['review-form.commune-field', 'review-form.commune-wrong'] as const)
      : (['review-form.consents', 'review-form.consents-wrong'] as const);
  ref(form, frame).classList.toggle('is-wrong', isLacking);
  ref(form, words).hidden = !isLacking;
}

function troubleOf(error: unknown): Queued {
  if (error instanceof DraftGone) return 'gone';
  if (error instanceof DraftChanged) return 'changed';
  if (error instanceof StorageFull) return 'full';
  return error instanceof KeysMissing ? 'no-keys' : 'failed';
}
