/** Fill in a form, one part at a time; every word is kept as a draft on this phone from the first keystroke. */
import { openDraft, wanted } from '../page/draft-here.ts';
import { partOf } from '../page/filling.ts';
import { follow } from '../page/follow.ts';
import { type Filled, fieldOf, groupDigits, readBoxes, rulesOf, writeBoxes } from '../page/form-boxes.ts';
import { ref } from '../page/refs.ts';
import { sentContent } from '../phone/sent-content.ts';
import type { DraftContent } from '../phone/work.ts';
import { keep, say, takeOver } from './form-draft.ts';
import { type Filling, refresh } from './form-now.ts';
import { followLinks } from './form-problems.ts';
import { showReturned } from './form-returned.ts';
import { formSections } from './form-sections.ts';
import { hideConditions } from './form-shown.ts';
import {
  go,
  goBack,
  goOn,
  goTo,
  goToNextBox,
  openAt,
  showHere,
  toOtherLanguage,
  toReview,
} from './form-steps.ts';
import { saveDraft } from './save-draft.ts';

const TAP = 250;

/** Without a draft in the address nothing is kept until something is typed. */
export async function startFillForm(article: HTMLElement): Promise<void> {
  const rules = rulesOf(article);
  const form = ref(article, 'fill-form.form', HTMLFormElement);
  const { id, place } = wanted(location.hash);
  const here = await openDraft({ form_id: rules.id, form_version: rules.version }, id);
  const filling: Filling = {
    ...{ article, form, rules, here },
    sections: formSections(article, (section) => go(filling, section)),
    saver: saveDraft(article, here.saved_at, () => keep(filling)),
    named: new Set(),
    answered: new Set(),
    fromReview: place ? partOf(rules, place) : undefined,
  };
  ref(article, 'fill-form.plain').hidden = true;
  hideConditions(form);
  const early = readBoxes(form, rules, here.kept.papers);
  if (here.found === 'open') writeEarly(filling, early);
  if (here.found === 'gone' || here.found === 'unreadable') say(filling, here.found);
  showReturned(article, form, rules, here.kept, await sentBefore(here.kept));
  listenTo(filling);
  refresh(filling);
  openAt(filling, place);
  if (Object.keys({ ...early.answers, ...early.papers }).length > 0) filling.saver.touch();
}

/** The draft, and over it what was typed before the scripts were there: a slow phone shows the boxes first. */
function writeEarly({ form, rules, here: { kept } }: Filling, { answers, papers }: Filled): void {
  writeBoxes(form, rules, { ...kept.answers, ...answers }, { ...kept.papers, ...papers });
}

function listenTo(filling: Filling): void {
  const { article, form, saver } = filling;
  form.addEventListener('input', () => {
    refresh(filling);
    saver.touch();
  });
  form.addEventListener('change', (event) => {
    const field = fieldOf(filling.rules, event.target);
    if (field) {
      filling.answered.add(field.id);
      groupDigits(form, field);
    }
    saver.touch();
    // A message that appears while a finger is down would move the page, and the tap would be lost.
    setTimeout(() => refresh(filling), TAP);
  });
  form.addEventListener('keydown', goToNextBox);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void goOn(filling);
  });
  const toQuestion = (id: string) => goTo(filling, id);
  followLinks(ref(article, 'form-problems.list'), 'form-problems.link', toQuestion);
  followLinks(ref(article, 'form-returned.list'), 'form-returned.link', toQuestion);
  ref(article, 'fill-form.review').addEventListener('click', (event) => void toReview(filling, event));
  article.querySelector('.top > a')?.addEventListener('click', (event) => goBack(filling, event));
  article
    .querySelector('.language a')
    ?.addEventListener('click', (event) => void toOtherLanguage(filling, event));
  addEventListener('popstate', () => showHere(filling, true));
  follow(['drafts'], () => void takeOver(filling));
}

/** What the desk saw, while this draft corrects it. */
function sentBefore({ returned }: DraftContent): Promise<DraftContent | undefined> {
  return returned ? sentContent(returned.submission) : Promise.resolve(undefined);
}
