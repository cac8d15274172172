/** The answers of a submission in the order of the national portal, each with a button that copies it. */
import { wanted } from '../page/draft-here.ts';
import { lookAt, titleOf } from '../page/filling.ts';
import { follow } from '../page/follow.ts';
import { rulesOf } from '../page/form-boxes.ts';
import { given, maybeRef, ref, refs } from '../page/refs.ts';
import { fill, type Row, repeat, showState } from '../page/stamp.ts';
import { readDossier } from '../phone/dossiers.ts';
import type { FormRules } from '../phone/form/rules.ts';
import { readSubmission } from '../phone/outbox.ts';
import { keepPortalCode } from '../phone/portal-code.ts';
import type { DraftContent } from '../phone/work.ts';
import { startCopyAnswers } from './copy-answers.ts';
import { type AnswerRows, rowLabel, showAnswers, shownWords, titleAbove } from './show-answers.ts';

const CHECKED = ['complete', 'filed', 'closed'];

/** Which submission it is stands in the fragment. */
export async function startPortalSheet(article: HTMLElement): Promise<void> {
  startCopyAnswers(article);
  const { id } = wanted(location.hash);
  if (!id) return showState(ref(article, 'portal-sheet.opened'), 'gone');
  const look = () => showSubmission(article, id);
  ref(article, 'portal-sheet.form').addEventListener('submit', (event) => {
    event.preventDefault();
    void keepCode(article, id);
  });
  follow(['dossiers'], look);
  await look();
}

async function showSubmission(article: HTMLElement, id: string): Promise<void> {
  const opened = ref(article, 'portal-sheet.opened');
  const sheet = ref(article, 'portal-sheet.sheet');
  const [submission, dossier] = await Promise.all([readSubmission(id), readDossier(id)]).catch(() => [
    null,
    null,
  ]);
  const rules = rulesOf(article);
  const content = submission?.form_id === rules.id ? submission.content : undefined;
  const ready = Boolean(content) && CHECKED.includes(dossier?.state ?? '');
  showState(opened, submission === null ? 'unreadable' : !content ? 'gone' : ready ? 'ready' : 'early');
  sheet.hidden = !ready;
  if (!content || !ready) return;
  showRows(article, rules, content);
  const box = ref(article, 'portal-sheet.code', HTMLInputElement);
  box.value ||= content.portal_code ?? dossier?.portal_code ?? '';
  const state = ref(article, 'portal-sheet.state');
  fill(state, { portal_code: dossier?.portal_code ?? '' });
  showState(state, dossier?.portal_code ? 'known' : content.portal_code ? 'kept' : 'none');
}

/** Answers in the portal's order, papers below; what was not answered has no line. */
function showRows(article: HTMLElement, rules: FormRules, content: DraftContent): void {
  const rows = showAnswers(article, rules, content, lookAt(rules, content).asked);
  for (const edit of refs(article, 'show-answers.edit')) edit.hidden = true;
  const list = ref(article, 'portal-sheet.rows');
  const order = given(list, 'order').split(' ');
  const answered = order.filter((id) => content.answers[id] !== undefined);
  repeat(list, underTitles(rows, lines(rows, answered)));
  for (const button of refs(list, 'portal-sheet.copy')) {
    button.dataset['copy'] = toCopy(button.closest<HTMLElement>('[data-key]'));
  }
  const papers = maybeRef(article, 'portal-sheet.papers');
  if (papers) repeat(papers, lines(rows, Object.keys(content.papers)));
  const subject = titleOf(rules, content.answers);
  ref(article, 'portal-sheet.subject').hidden = subject === '';
  fill(ref(article, 'portal-sheet.subject'), { subject });
}

function lines(rows: AnswerRows, ids: readonly string[]): Row[] {
  return ids.flatMap((id) => {
    const row = rows.get(id);
    return row ? [{ key: id, state: 'row', values: { label: rowLabel(row), text: shownWords(row) } }] : [];
  });
}

/** Mother and father have the same questions: the section stands above wherever it changes. */
function underTitles(rows: AnswerRows, listed: readonly Row[]): Row[] {
  let above = '';
  return listed.flatMap((row) => {
    const label = titleAbove(rows.get(row.key));
    if (label === above) return [row];
    above = label;
    return [{ key: `part ${row.key}`, state: 'part', values: { label } }, row];
  });
}

/** Numbers are copied without the spaces that only help to read them. */
function toCopy(row: HTMLElement | null): string {
  const text = row ? ref(row, 'portal-sheet.text').textContent.trim() : '';
  return /^[\d ]+$/.test(text) ? text.replaceAll(' ', '') : text;
}

async function keepCode(article: HTMLElement, id: string): Promise<void> {
  const code = ref(article, 'portal-sheet.code', HTMLInputElement).value.trim();
  const state = await keepPortalCode(id, code).then(
    () => (code ? 'kept' : 'none'),
    () => 'failed',
  );
  showState(ref(article, 'portal-sheet.state'), state);
}
