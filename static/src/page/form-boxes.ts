/** Read the boxes of a form as answers, and put answers into them. */
import type { Answers, FieldRules, FormRules, Papers } from '../phone/form/rules.ts';
import type { Paper } from '../phone/work.ts';
import { ref } from './refs.ts';
import { answerOf, boxesOf, typedOf } from './typed-answers.ts';

type Box = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/** All that is typed and chosen, hidden questions too. */
export type Filled = { answers: Record<string, unknown>; papers: Record<string, Paper> };

/** The rules that the template carries, for the form that this page is about. */
export function rulesOf(root: ParentNode): FormRules {
  return JSON.parse(ref(root, 'form.rules').textContent) as FormRules;
}

/** The answers in the boxes. Files of a paper are not on the page: they stay as they were. */
export function readBoxes(form: HTMLElement, rules: FormRules, before: Papers): Filled {
  const filled: Filled = { answers: {}, papers: {} };
  for (const field of rules.fields) {
    const answer = answerIn(form, field);
    if (answer !== undefined) filled.answers[field.id] = answer;
    const [said] = field.type === 'attachment' ? chosen(boxes(form, field.id)) : [];
    if (said) filled.papers[field.id] = paper(said, before[field.id]);
  }
  return filled;
}

/** Make the boxes hold these answers. A box that means the same already is left as it was typed. */
export function writeBoxes(form: HTMLElement, rules: FormRules, answers: Answers, papers: Papers): void {
  for (const field of rules.fields) {
    if (field.type === 'attachment') {
      put(boxes(form, field.id), present(papers[field.id]?.answer));
    } else if (!isSame(answers[field.id], answerIn(form, field))) {
      for (const box of boxesOf(field.type)) {
        put(boxes(form, nameOf(field, box)), typedOf(field.type, answers[field.id], box));
      }
    }
  }
}

/** Write the digits of a box in groups, once the person has left it. */
export function groupDigits(form: HTMLElement, field: FieldRules): void {
  if (field.type !== 'phone' && field.type !== 'personal_id') return;
  put(boxes(form, field.id), typedOf(field.type, answerIn(form, field), ''));
}

/** The field that a box belongs to. */
export function fieldOf(rules: FormRules, box: EventTarget | null): FieldRules | undefined {
  const name = box instanceof Element ? box.getAttribute('name') : null;
  return rules.fields.find(({ id }) => name === id || name?.startsWith(`${id}.`));
}

function answerIn(form: HTMLElement, field: FieldRules): unknown {
  return answerOf(field.type, (box) => chosen(boxes(form, nameOf(field, box))));
}

function nameOf(field: FieldRules, box: string): string {
  return box ? `${field.id}.${box}` : field.id;
}

function boxes(form: HTMLElement, name: string): Box[] {
  return Array.from(form.querySelectorAll<Box>(`[name="${name}"]`));
}

function chosen(found: readonly Box[]): string[] {
  return found.filter((box) => (isTick(box) ? box.checked : box.value !== '')).map((box) => box.value);
}

function put(found: readonly Box[], values: readonly string[]): void {
  for (const box of found) {
    if (isTick(box)) box.checked = values.includes(box.value);
    else if (box.value !== (values[0] ?? '')) box.value = values[0] ?? '';
  }
}

function isTick(box: Box): box is HTMLInputElement {
  return box.type === 'radio' || box.type === 'checkbox';
}

function paper(said: string, before: { readonly files: readonly string[] } | undefined): Paper {
  return { answer: said as Paper['answer'], files: [...(before?.files ?? [])] };
}

function present(value: string | undefined): string[] {
  return value ? [value] : [];
}

/** JSON writes equal answers equally: ours are strings, numbers, lists and one-level objects. */
function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
