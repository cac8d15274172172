/** One row per draft: returned ones first, drafts of one name told apart by when they were begun. Pure. */
import { isoDay } from '../page/days.ts';
import type { Row } from '../page/stamp.ts';
import { evaluate, isTrue } from '../phone/form/evaluate.ts';
import type { OpenDraft } from '../phone/work.ts';
import { formKey, type KnownForms, nameOf } from './known-forms.ts';
import { sayMoment, type Telling } from './words.ts';

/** What the rows are written with. */
export type Writing = Telling & { forms: KnownForms };

/** The drafts in their order, those that the desk returned before the others. */
export function draftRows(drafts: readonly OpenDraft[], writing: Writing): Row[] {
  const titles = drafts.map((draft) => titleOf(draft, writing));
  const rows = drafts.map((draft, place) => {
    const title = titles[place] ?? '';
    const alike = titles.filter((other) => other === title).length > 1;
    return rowOf(draft, title, alike, writing);
  });
  return [...rows.filter(isReturned), ...rows.filter((row) => !isReturned(row))];
}

function titleOf(draft: OpenDraft, { forms, say }: Writing): string {
  const name = nameOf(forms, draft);
  return draft.content?.title ? name : `${name} · ${say('draft-list.words', 'nameless')}`;
}

function rowOf(draft: OpenDraft, title: string, alike: boolean, writing: Writing): Row {
  const { say, language } = writing;
  const began = draft.content?.started_at;
  const values = {
    title,
    form: `/${language}/forms/${formKey(draft)}#${draft.id}`,
    edited: say('draft-list.words', 'edited', { moment: sayMoment(draft.saved_at, writing) }),
    begun: alike && began ? say('draft-list.words', 'begun', { moment: sayMoment(began, writing) }) : null,
  };
  const returned = draft.content?.returned;
  if (!returned)
    return { key: draft.id, state: 'draft', values: { ...values, part: partOf(draft, writing) } };
  const items = returned.items.length;
  const state = items > 0 ? 'returned' : 'returned-whole';
  return {
    key: draft.id,
    state: 'returned',
    values: { ...values, returned: say('draft-list.words', state, { items }) },
  };
}

/** Where the person stopped: "Part 2 of 5"; nothing where the form or the place is not known. */
function partOf(draft: OpenDraft, { forms, say, now }: Writing): string | null {
  const { answers = {}, section = '' } = draft.content ?? {};
  const today = isoDay(now);
  const sections = (forms[formKey(draft)]?.sections ?? []).filter(
    ({ show_if }) => !show_if || isTrue(evaluate(show_if, { answers, today })),
  );
  const place = sections.findIndex(({ id }) => id === section);
  if (place < 0) return null;
  return say('draft-list.words', 'part', { part: place + 1, parts: sections.length });
}

function isReturned({ state }: Row): boolean {
  return state === 'returned';
}
