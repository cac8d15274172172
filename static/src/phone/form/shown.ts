/** Which sections and fields are asked, given the answers so far; twin of the server's `answers.shown`. */

import { evaluate, isTrue } from './evaluate.ts';
import type { Answers, FormRules, Tree } from './rules.ts';

export interface Shown {
  readonly sections: ReadonlySet<string>;
  readonly fields: ReadonlySet<string>;
  /** The answers that count: those of fields that are asked. */
  readonly answers: Answers;
}

/** Tell whether a field has an answer: papers are declared elsewhere, notes are only read. */
export function hasAnswer(field: { readonly type: string }): boolean {
  return field.type !== 'attachment' && field.type !== 'note';
}

/** Go through a form once: a condition reads earlier fields only, and a hidden field has no answer. */
export function shown(form: FormRules, answers: Answers, today: string): Shown {
  const sections = new Set<string>();
  const fields = new Set<string>();
  const counting: Record<string, unknown> = {};
  const isAsked = (part: { readonly show_if?: Tree }): boolean =>
    !part.show_if || isTrue(evaluate(part.show_if, { answers: counting, today }));
  for (const section of form.sections) {
    if (!isAsked(section)) continue;
    sections.add(section.id);
    for (const field of form.fields) {
      if (field.section !== section.id || !isAsked(field)) continue;
      fields.add(field.id);
      if (hasAnswer(field) && Object.hasOwn(answers, field.id)) counting[field.id] = answers[field.id];
    }
  }
  return { sections, fields, answers: counting };
}
