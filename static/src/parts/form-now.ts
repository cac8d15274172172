/** What a form page shows at this moment: the draft in its boxes, what is asked, what is wrong, where one stands. */
import type { DraftHere } from '../page/draft-here.ts';
import { lookAt, partOf, problemsIn, titleOf } from '../page/filling.ts';
import { readBoxes } from '../page/form-boxes.ts';
import { ref } from '../page/refs.ts';
import { fill, showState } from '../page/stamp.ts';
import type { FormRules, Problem } from '../phone/form/rules.ts';
import type { DraftContent } from '../phone/work.ts';
import { showProblems, showSummary } from './form-problems.ts';
import { returnedParts } from './form-returned.ts';
import type { Sections, Standing } from './form-sections.ts';
import { showQuestions } from './form-shown.ts';
import type { Saver } from './save-draft.ts';

export type Filling = {
  article: HTMLElement;
  form: HTMLFormElement;
  rules: FormRules;
  here: DraftHere;
  sections: Sections;
  saver: Saver;
  /** Questions whose problem was named when their part was left: it stays shown, and one may go on. */
  named: Set<string>;
  /** Questions that were answered on this page: what is wrong there is said at once. */
  answered: Set<string>;
  /** The part that was opened from the review: its main action leads back there. */
  fromReview: string | undefined;
};

/** The draft as it stands in the boxes. */
export function contentOf({ form, rules, here, sections }: Filling): DraftContent {
  const { answers, papers } = readBoxes(form, rules, here.kept.papers);
  return { ...here.kept, answers, papers, title: titleOf(rules, answers), section: sections.current() };
}

/** Bring the page in line with what is typed. */
export function refresh(filling: Filling): void {
  const { article, form, rules, sections, named, answered } = filling;
  const content = contentOf(filling);
  const { asked, problems } = lookAt(rules, content);
  showQuestions(form, asked);
  sections.setAsked(asked.sections);
  const here = problemsIn(rules, problems, sections.current());
  const told = here.filter(
    ({ field, code }) => named.has(field) || (answered.has(field) && code !== 'required'),
  );
  showProblems(form, rules, told);
  if (!ref(form, 'form-problems.summary').hidden) showSummary(form, sections.current(), told);
  sections.setStanding((id) => standingOf(filling, problems, id));
  const subject = ref(article, 'fill-form.subject');
  subject.hidden = content.title === '';
  fill(subject, { subject: content.title });
  nameAction(filling, here);
}

function standingOf({ rules, here }: Filling, problems: readonly Problem[], section: string): Standing {
  const items = here.kept.returned?.items ?? [];
  const returned = items.filter(({ item }) => partOf(rules, item) === section).length;
  if (returned > 0) return { state: 'returned', count: returned };
  const count = problemsIn(rules, problems, section).length;
  return { state: count > 0 ? 'open' : 'done', count };
}

function nameAction(filling: Filling, problems: readonly Problem[]): void {
  const { article, sections, named } = filling;
  const button = ref(article, 'fill-form.next');
  const next = nextPart(filling);
  fill(button, { next: next ? sections.asked().indexOf(next) + 1 : null });
  const anyway = problems.length > 0 && problems.every(({ field }) => named.has(field));
  showState(button, next ? (anyway ? 'anyway' : 'next') : 'review');
}

/** The part after this one, or undefined when the review comes next. A returned draft skips closed parts. */
export function nextPart({ rules, here, sections, fromReview }: Filling): string | undefined {
  const asked = sections.asked();
  const current = sections.current();
  if (fromReview === current) return undefined;
  const later = asked.slice(asked.indexOf(current) + 1);
  const { returned } = here.kept;
  if (!returned) return later[0];
  const open = returnedParts(rules, returned.items);
  return later.find((id) => open.includes(id));
}
