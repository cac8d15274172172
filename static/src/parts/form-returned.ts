/** A returned draft: what the desk sent back stands on top and is open, the rest stays as it was. */
import { lookAt } from '../page/filling.ts';
import { ref } from '../page/refs.ts';
import { fill, repeat } from '../page/stamp.ts';
import type { FormRules } from '../phone/form/rules.ts';
import type { DraftContent, ReturnedItem } from '../phone/work.ts';
import { closeQuestions, labelOf, questionOf } from './form-shown.ts';

/** The parts in which something was returned, in the order of the form. */
export function returnedParts(rules: FormRules, items: readonly ReturnedItem[]): string[] {
  const ids = new Set(items.map(({ item }) => item));
  return [...new Set(rules.fields.filter(({ id }) => ids.has(id)).map(({ section }) => section))];
}

/**
 * Name the returned items with reason and note, and close every other question that was asked when it was
 * sent. Open stay those in which something was missing; one that only a correction brings up is open too.
 */
export function showReturned(
  article: HTMLElement,
  form: HTMLElement,
  rules: FormRules,
  { returned, ...now }: DraftContent,
  sent: DraftContent | undefined,
): void {
  if (!returned) return;
  const { asked, problems } = lookAt(rules, sent ?? now);
  const back = new Set(returned.items.map(({ item }) => item));
  const open = new Set([...back, ...problems.map(({ field }) => field)]);
  closeQuestions(form, (id) => asked.fields.has(id) && !open.has(id));
  for (const id of back) questionOf(form, id)?.classList.add('is-returned');
  const notice = ref(article, 'form-returned.notice');
  const known = new Set(rules.fields.map(({ id }) => id));
  const items = returned.items.filter(({ item }) => known.has(item));
  notice.hidden = items.length === 0;
  fill(notice, { count: items.length });
  repeat(
    ref(notice, 'form-returned.list'),
    items.map(({ item, reason, note }) => ({
      key: item,
      state: notice.querySelector(`template[data-state="${CSS.escape(reason)}"]`) ? reason : 'other',
      values: { href: `#f-${item}`, field: labelOf(form, item), note: note ?? null },
    })),
  );
}
