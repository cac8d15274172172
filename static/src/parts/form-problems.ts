/** Say what is wrong: a message at each question, and a summary above the part that was left. */
import { wordsFor } from '../page/problem-words.ts';
import { given, ref, refs, tapped } from '../page/refs.ts';
import { fill, repeat, sentence, showState } from '../page/stamp.ts';
import type { FormRules, Problem } from '../phone/form/rules.ts';
import { labelOf, questionOf } from './form-shown.ts';

const MESSAGE = '[data-ref="form-problems.message"]';

/** Show the message of each of these problems at its question, and no other. */
export function showProblems(form: HTMLElement, rules: FormRules, problems: readonly Problem[]): void {
  const types = new Map(rules.fields.map(({ id, type }) => [id, type]));
  for (const field of refs(form, 'form-shown.field')) {
    const id = given(field, 'id');
    const problem = problems.find((one) => one.field === id);
    const message = field.querySelector<HTMLElement>(MESSAGE);
    if (!message) continue;
    message.hidden = !problem;
    field.classList.toggle('is-wrong', Boolean(problem));
    for (const box of field.querySelectorAll('input, select, textarea')) {
      if (problem) box.setAttribute('aria-invalid', 'true');
      else box.removeAttribute('aria-invalid');
    }
    if (problem) say(message, wordsFor(problem, types.get(id) ?? ''));
  }
}

/** List these problems above the questions of a part, each with a link to its question; hidden without any. */
export function showSummary(form: HTMLElement, section: string, problems: readonly Problem[]): void {
  const summary = ref(form, 'form-problems.summary');
  form.querySelector(`#s-${CSS.escape(section)} .field`)?.before(summary);
  summary.hidden = problems.length === 0;
  fill(summary, { count: problems.length });
  const list = ref(summary, 'form-problems.list');
  for (const served of list.querySelectorAll(':scope > li:not([data-key])')) served.remove();
  repeat(
    list,
    problems.map(({ field }) => ({
      key: field,
      state: 'problem',
      values: { href: `#f-${field}`, field: labelOf(form, field), message: messageOf(form, field) },
    })),
  );
}

/** The list's links of this name call `go` with their question's id; the address keeps naming the draft. */
export function followLinks(list: HTMLElement, name: string, go: (id: string) => void): void {
  list.addEventListener('click', (event) => {
    const id = tapped(event, name);
    if (!id) return;
    event.preventDefault();
    go(id);
  });
}

function say(message: HTMLElement, { state, count }: { state: string; count: number | null }): void {
  const known = message.querySelector(`[data-state="${state}"]`);
  showState(message, known ? state : 'other');
  if (count !== null) fill(message, { count });
}

function messageOf(form: HTMLElement, id: string): string {
  const message = questionOf(form, id)?.querySelector<HTMLElement>(`${MESSAGE} [data-state]:not([hidden])`);
  return message ? sentence(message) : '';
}
