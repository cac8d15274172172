/** Look through a draft, choose who receives it, agree, and put it into the outbox. */
import { type DraftHere, keepHere, mergeHere, openDraft, wanted } from '../page/draft-here.ts';
import { lookAt, titleOf } from '../page/filling.ts';
import { follow } from '../page/follow.ts';
import { rulesOf } from '../page/form-boxes.ts';
import { given, ref, refs } from '../page/refs.ts';
import { fill, repeat, showState } from '../page/stamp.ts';
import { chosenCommune } from '../phone/communes.ts';
import { checkAnswers } from '../phone/form/check-answers.ts';
import type { Problem } from '../phone/form/rules.ts';
import { DraftGone } from '../phone/gone.ts';
import type { DraftContent } from '../phone/work.ts';
import { homeCommunes } from '../sync/fetch-home-communes.ts';
import { queueForm, type Reviewing } from './queue-form.ts';
import { saveDraft } from './save-draft.ts';
import { type AnswerRows, rowLabel, showAnswers } from './show-answers.ts';

/** Which draft it is stands in the fragment. */
export async function startReviewForm(article: HTMLElement): Promise<void> {
  const rules = rulesOf(article);
  const form = ref(article, 'review-form.form', HTMLFormElement);
  const { id } = wanted(location.hash);
  const here = await openDraft({ form_id: rules.id, form_version: rules.version }, id);
  if (here.found !== 'open') {
    showState(ref(article, 'review-form.opened'), here.found === 'unreadable' ? 'unreadable' : 'gone');
    return;
  }
  const reviewing: Reviewing = {
    ...{ article, form, rules, here, shown: here.kept },
    saver: saveDraft(article, here.saved_at, () => keepChoices(reviewing)),
  };
  await offerCommune(form, here.kept.commune_code);
  ref(form, 'review-form.note', HTMLTextAreaElement).value = here.kept.note ?? '';
  show(reviewing);
  listenTo(reviewing);
}

/** The draft with what was chosen and written on this page. */
function contentOf({ form, here }: Reviewing): DraftContent {
  const { commune_code: _commune, note: _note, ...content } = here.kept;
  const commune = ref(form, 'review-form.commune', HTMLSelectElement).value;
  const note = ref(form, 'review-form.note', HTMLTextAreaElement).value.trim();
  return { ...content, ...(commune && { commune_code: commune }), ...(note && { note }) };
}

/** Show every answer, what is missing, and what can be done next. */
function show(reviewing: Reviewing): void {
  const { article, form, rules, here } = reviewing;
  reviewing.shown = here.kept;
  const { today, asked, counting, problems } = lookAt(rules, here.kept);
  const wrong = checkAnswers(rules, counting.answers, counting.papers, today, true);
  const state = wrong.length > 0 ? 'wrong' : problems.length > 0 ? 'lacking' : 'whole';
  const named = wrong.length > 0 ? wrong : problems;
  const rows = showAnswers(form, rules, counting, asked);
  markRows(reviewing, rows, problems);
  listProblems(reviewing, rows, named);
  showState(ref(article, 'review-form.opened'), state);
  showState(ref(form, 'review-form.acts'), state);
  for (const link of refs<HTMLAnchorElement>(article, 'review-form.go-on')) {
    link.href = addressOf(article, here, named[0]?.field);
  }
  const subject = titleOf(rules, here.kept.answers);
  ref(article, 'review-form.subject').hidden = subject === '';
  fill(ref(article, 'review-form.subject'), { subject });
  form.hidden = false;
}

function listenTo(reviewing: Reviewing): void {
  const { article, form, saver } = reviewing;
  form.addEventListener('input', () => saver.touch());
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const button = event.submitter instanceof HTMLButtonElement ? event.submitter.value : '';
    void send(reviewing, button === 'incomplete');
  });
  const back = article.querySelector<HTMLAnchorElement>('.top > a');
  if (back) back.href = addressOf(article, reviewing.here);
  follow(['drafts'], () => void lookAgain(reviewing));
}

/** Put it into the outbox and show that in place of this page: going back must not send twice. */
async function send(reviewing: Reviewing, incomplete: boolean): Promise<void> {
  const { article, form } = reviewing;
  const queued = await queueForm(reviewing, incomplete);
  if (queued === 'queued') location.replace(given(article, 'outbox'));
  if (queued === 'changed') show(reviewing);
  if (queued === 'gone') showGone(reviewing);
  showState(ref(form, 'review-form.trouble'), queued);
}

function showGone({ article, form }: Reviewing): void {
  form.hidden = true;
  showState(ref(article, 'review-form.opened'), 'gone');
}

/** The draft was changed, sent or deleted in another window. */
async function lookAgain(reviewing: Reviewing): Promise<void> {
  const { here, saver } = reviewing;
  if (saver.isBehind() || !here.id) return;
  try {
    await mergeHere(here, () => contentOf(reviewing));
    show(reviewing);
  } catch (error) {
    if (!(error instanceof DraftGone)) throw error;
    showGone(reviewing);
  }
}

async function keepChoices(reviewing: Reviewing): Promise<void> {
  await keepHere(reviewing.here, contentOf(reviewing));
}

/** Mark the rows with problems, and link each section's "edit" to its questions. */
function markRows({ article, rules, here }: Reviewing, rows: AnswerRows, problems: readonly Problem[]): void {
  const wrong = new Set(problems.map(({ field }) => field));
  for (const [id, row] of rows) row.classList.toggle('is-wrong', wrong.has(id));
  refs<HTMLAnchorElement>(article, 'show-answers.edit').forEach((edit, place) => {
    edit.href = addressOf(article, here, rules.sections[place]?.id);
  });
}

function listProblems({ article, here }: Reviewing, rows: AnswerRows, problems: readonly Problem[]): void {
  const opened = ref(article, 'review-form.opened');
  fill(opened, { count: problems.length });
  for (const list of refs(opened, 'review-form.links')) {
    const links = problems.map(({ field }) => ({
      key: field,
      state: 'problem',
      values: { href: addressOf(article, here, field), field: rowLabel(rows.get(field)) || field },
    }));
    repeat(list, links);
  }
}

/** The form's page with this draft, at a part or question. */
function addressOf(article: HTMLElement, { id }: DraftHere, place?: string): string {
  return `${given(article, 'path')}#${id}${place ? `:${place}` : ''}`;
}

/** The commune chosen on this phone stands first, also one of another province; then those of the province. */
async function offerCommune(form: HTMLElement, kept: string | undefined): Promise<void> {
  const select = ref(form, 'review-form.commune', HTMLSelectElement);
  const [chosen, home] = await Promise.all([chosenCommune().catch(() => undefined), homeCommunes()]);
  const others = home.filter(({ code }) => code !== chosen?.code);
  const communes = [...(chosen ? [{ ...chosen, district: '' }] : []), ...others];
  repeat(select, [
    { key: '', state: 'none', values: {} },
    ...communes.map(({ code, name, district }) => ({
      key: code,
      state: 'commune',
      values: { code, name: [name, district].filter(Boolean).join(' · ') },
    })),
  ]);
  select.value = kept ?? chosen?.code ?? '';
}
