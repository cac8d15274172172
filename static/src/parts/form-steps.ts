/** Going through a form: to the next part, back, to one question, to the review. */
import { lookAt, partOf, problemsIn } from '../page/filling.ts';
import { given, ref } from '../page/refs.ts';
import { say } from './form-draft.ts';
import { contentOf, type Filling, nextPart, refresh } from './form-now.ts';
import { showSummary } from './form-problems.ts';
import { returnedParts } from './form-returned.ts';
import { focusQuestion } from './form-shown.ts';

/** Leave this part. Problems that were not named yet are named first; then one may go on all the same. */
export async function goOn(filling: Filling): Promise<void> {
  const { form, rules, sections, named, saver } = filling;
  const current = sections.current();
  const kept = saver.flush();
  const problems = problemsIn(rules, lookAt(rules, contentOf(filling)).problems, current);
  if (problems.some(({ field }) => !named.has(field))) {
    for (const { field } of problems) named.add(field);
    refresh(filling);
    showSummary(form, current, problems);
    ref(form, 'form-problems.summary').focus();
    return;
  }
  const next = nextPart(filling);
  if (next) go(filling, next);
  else if (await kept) await openReview(filling);
}

/** The list of parts leads to the review too; what is typed is kept first. */
export async function toReview(filling: Filling, event: Event): Promise<void> {
  event.preventDefault();
  if (await filling.saver.flush()) await openReview(filling);
}

/** The page in the other language goes on with the same draft; what is typed is kept first. */
export async function toOtherLanguage({ here, saver }: Filling, event: Event): Promise<void> {
  event.preventDefault();
  const { href } = event.currentTarget as HTMLAnchorElement;
  if (await saver.flush()) location.assign(here.id ? `${href}#${here.id}` : href);
}

async function openReview(filling: Filling): Promise<void> {
  const { article, here, saver } = filling;
  if (!here.id) {
    // It was sent or deleted in another window: looking through it again would make it twice.
    if (here.found === 'gone' && !saver.isBehind()) return say(filling, 'gone');
    saver.touch();
    await saver.flush();
  }
  if (here.id) location.assign(`${given(article, 'path')}/review#${here.id}`);
}

/** Show another part, as a step that the browser's own "back" undoes. */
export function go(filling: Filling, section: string): void {
  const { here, sections, saver } = filling;
  if (section !== sections.current()) {
    history.pushState({ section, pushed: true }, '', here.id ? `#${here.id}` : location.href);
  }
  showHere(filling, true);
  // Where one stands is part of the draft; an untouched form is not made one by looking around.
  if (here.id) saver.touch();
}

/** Open the part of a question, and put the focus into it. */
export function goTo(filling: Filling, id: string): void {
  const section = partOf(filling.rules, id);
  if (section && section !== filling.sections.current()) go(filling, section);
  focusQuestion(filling.form, id);
}

/** The arrow on top leads to the part before; from the first part out of the form. */
export function goBack(filling: Filling, event: Event): void {
  const asked = filling.sections.asked();
  const before = asked[asked.indexOf(filling.sections.current()) - 1];
  if (!before) return;
  event.preventDefault();
  if (history.state?.pushed) {
    history.back();
    return;
  }
  history.replaceState({ section: before }, '');
  showHere(filling, true);
}

/** Show the part that this entry of the history stands for. */
export function showHere(filling: Filling, focus: boolean): void {
  const { form, sections } = filling;
  sections.show(String(history.state?.section ?? sections.asked()[0]), focus);
  showSummary(form, sections.current(), []);
  refresh(filling);
}

/** Open at the question or part of the address, where one was before a reload, or where one stopped last. */
export function openAt(filling: Filling, place: string | undefined): void {
  const { rules, here } = filling;
  const [returned] = returnedParts(rules, here.kept.returned?.items ?? []);
  const before = here.found === 'open' || here.found === 'new' ? history.state?.section : undefined;
  const section = partOf(rules, place) ?? before ?? returned ?? here.kept.section;
  const address = here.found === 'unreadable' ? location.href : location.pathname;
  history.replaceState({ ...history.state, section }, '', here.id ? `#${here.id}` : address);
  showHere(filling, false);
  if (place && place !== section) focusQuestion(filling.form, place);
}

/** The keyboard's "next" leads to the next box; only the button leaves the part. */
export function goToNextBox(event: KeyboardEvent): void {
  const box = event.target;
  if (event.key !== 'Enter' || !(box instanceof HTMLInputElement)) return;
  event.preventDefault();
  const boxes = Array.from(box.form?.querySelectorAll<HTMLElement>('input, select, textarea, button') ?? []);
  const visible = boxes.filter((one) => one.offsetParent !== null && !one.matches(':disabled'));
  visible[visible.indexOf(box) + 1]?.focus();
}
