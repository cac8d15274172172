/** Which words of the template say an answer, and the text where it is free. Pure. */
import type { FieldRules } from '../phone/form/rules.ts';
import type { DraftContent } from '../phone/work.ts';
import { typedOf } from './typed-answers.ts';

/** The `data-state` of the words, their text, and the codes of the options that were ticked. */
export type AnswerWords = { state: string; text: string | null; options: readonly string[] };

/** The words of one answer, or of what was said of one paper. */
export function answerWords(field: FieldRules, { answers, papers }: DraftContent): AnswerWords {
  const answer = field.type === 'attachment' ? papers[field.id]?.answer : answers[field.id];
  if (answer === undefined) return { state: 'empty', text: null, options: [] };
  switch (field.type) {
    case 'attachment':
    case 'choice':
    case 'yes_no':
      return { state: `is-${answer}`, text: null, options: [] };
    case 'choices':
      return { state: 'text', text: null, options: answer as string[] };
    case 'date':
    case 'partial_date':
      return said(String(answer).split('-').reverse().join('/'));
    case 'address':
      return said(typedOf(field.type, answer, 'detail')[0] ?? '');
    default:
      return said(typedOf(field.type, answer, '')[0] ?? '');
  }
}

function said(text: string): AnswerWords {
  return { state: 'text', text, options: [] };
}
