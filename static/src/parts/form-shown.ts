/** Show the questions that are asked in this case, and keep closed what the desk did not return. */
import { given, refs } from '../page/refs.ts';
import type { Shown } from '../phone/form/shown.ts';

/** Scripts show and hide: the conditions in words are for pages without them. */
export function hideConditions(form: HTMLElement): void {
  for (const words of refs(form, 'form-shown.condition')) words.hidden = true;
}

/** Hide each question that is not asked; what was typed there stays and counts again when it is. */
export function showQuestions(form: HTMLElement, asked: Shown): void {
  for (const field of refs(form, 'form-shown.field')) field.hidden = !asked.fields.has(given(field, 'id'));
}

/** Close the questions that were answered and not returned: they can be read, not changed. */
export function closeQuestions(form: HTMLElement, isClosed: (id: string) => boolean): void {
  for (const field of refs(form, 'form-shown.field')) {
    const closed = isClosed(given(field, 'id'));
    field.classList.toggle('is-closed', closed);
    for (const box of field.querySelectorAll<HTMLInputElement>('input, select, textarea')) {
      box.disabled = closed;
    }
  }
}

/** The frame of one question. */
export function questionOf(form: HTMLElement, id: string): HTMLElement | undefined {
  return refs(form, 'form-shown.field').find((field) => field.dataset['id'] === id);
}

/** The label of one question, as it stands on the page, without what is written small beside it. */
export function labelOf(form: HTMLElement, id: string): string {
  const words = questionOf(form, id)?.querySelector('legend, label')?.firstChild?.textContent ?? '';
  return words.replace(/\s+/g, ' ').trim();
}

/** Put the focus into the first box of a question. */
export function focusQuestion(form: HTMLElement, id: string): void {
  const box = questionOf(form, id)?.querySelector<HTMLElement>('input, select, textarea');
  box?.focus();
  box?.closest('.field')?.scrollIntoView({ block: 'center' });
}
