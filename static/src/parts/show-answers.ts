/** Show answers section by section, in the words of the template. */
import { answerWords } from '../page/answer-words.ts';
import { MissingHook, refs } from '../page/refs.ts';
import { fill, showState } from '../page/stamp.ts';
import type { FieldRules, FormRules } from '../phone/form/rules.ts';
import type { Shown } from '../phone/form/shown.ts';
import type { DraftContent } from '../phone/work.ts';

/** The row of each question: the template prints them in the order of the form, all but notes. */
export type AnswerRows = ReadonlyMap<string, HTMLElement>;

/** Show what was answered, hide what is not asked; gives the rows by question. */
export function showAnswers(
  root: HTMLElement,
  rules: FormRules,
  content: DraftContent,
  asked: Shown,
): AnswerRows {
  const fields = rules.fields.filter(({ type }) => type !== 'note');
  const rows = refs(root, 'show-answers.answer');
  const sections = refs(root, 'show-answers.section');
  if (rows.length !== fields.length || sections.length !== rules.sections.length) {
    throw new MissingHook('show-answers.answer', `${rows.length} of ${fields.length}`);
  }
  sections.forEach((section, place) => {
    section.hidden = !asked.sections.has(rules.sections[place]?.id ?? '');
  });
  fields.forEach((field, place) => {
    const row = rows[place];
    if (!row) return;
    row.hidden = !asked.fields.has(field.id);
    showAnswer(row, field, content);
  });
  return new Map(fields.map(({ id }, place) => [id, rows[place] as HTMLElement]));
}

/** The words of a row that are shown. */
export function shownWords(row: HTMLElement): string {
  const words = row.querySelector('dd > [data-state]:not([hidden])');
  const each = Array.from(words?.querySelectorAll('[data-option]:not([hidden])') ?? []);
  return (each.length > 0 ? each : words ? [words] : []).map((one) => tidy(one.textContent)).join(', ');
}

/** The label of a row. */
export function rowLabel(row: HTMLElement | undefined): string {
  return tidy(row?.querySelector('dt')?.textContent ?? '');
}

/** The title of the section in which a row stands. */
export function titleAbove(row: HTMLElement | undefined): string {
  return tidy(row?.closest('section')?.querySelector('h2')?.textContent ?? '');
}

/** An answer that the template has no words for, as of a form of another day, counts as not given. */
function showAnswer(row: HTMLElement, field: FieldRules, content: DraftContent): void {
  const { state, text, options } = answerWords(field, content);
  const words = row.querySelector(`[data-state="${CSS.escape(state)}"]`);
  showState(row, words ? state : 'empty');
  if (text !== null) fill(row, { text });
  for (const option of row.querySelectorAll<HTMLElement>('[data-option]')) {
    option.hidden = !options.includes(option.dataset['option'] ?? '');
  }
}

function tidy(text: string): string {
  return text.replace(/[^\S\n]+/g, ' ').trim();
}
