/** What a form page knows while it is filled in: the draft, what is typed, what is wrong with it. */
import { checkAnswers } from '../phone/form/check-answers.ts';
import type { FormRules, Problem } from '../phone/form/rules.ts';
import { type Shown, shown } from '../phone/form/shown.ts';
import type { DraftContent } from '../phone/work.ts';

/** The answers that count, of the questions that are asked today, and what is wrong with them. */
export type Looked = { today: string; asked: Shown; counting: DraftContent; problems: Problem[] };

/** Leave out what was typed into questions that are no longer asked, and check the rest. */
export function lookAt(rules: FormRules, content: DraftContent): Looked {
  const today = dayInVietnam(new Date());
  const asked = shown(rules, content.answers, today);
  const papers = Object.fromEntries(Object.entries(content.papers).filter(([id]) => asked.fields.has(id)));
  const counting = { ...content, answers: { ...asked.answers }, papers };
  return { today, asked, counting, problems: checkAnswers(rules, counting.answers, papers, today) };
}

/** The problems in one part of the form. */
export function problemsIn(rules: FormRules, problems: readonly Problem[], section: string): Problem[] {
  const ids = new Set(rules.fields.filter((field) => field.section === section).map(({ id }) => id));
  return problems.filter(({ field }) => ids.has(field));
}

/** The part that an id of the address means: a part itself, or the one that holds the question. */
export function partOf(rules: FormRules, place: string | undefined): string | undefined {
  const field = rules.fields.find(({ id }) => id === place);
  return field?.section ?? rules.sections.find(({ id }) => id === place)?.id;
}

/** The name of the person whom the form is about, to tell drafts apart; empty while there is none. */
export function titleOf(rules: FormRules, answers: Readonly<Record<string, unknown>>): string {
  const names = [answers[rules.subject.name], answers[rules.applicant.name]];
  return names.find((name): name is string => typeof name === 'string' && name !== '') ?? '';
}

/** Vietnam has one time zone; the server judges by its day too. */
function dayInVietnam(moment: Date): string {
  return new Date(moment.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
