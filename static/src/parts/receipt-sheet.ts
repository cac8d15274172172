/** The receipt of one submission: what the server has, the code to show, and what has happened since. */
import { follow } from '../page/follow.ts';
import { spokenCode } from '../page/moments.ts';
import { oneAtATime } from '../page/one-at-a-time.ts';
import { ref } from '../page/refs.ts';
import { fill, type Row, repeat, showState } from '../page/stamp.ts';
import { pageLanguage, writeBytes } from '../page/write-numbers.ts';
import { readDossier } from '../phone/dossiers.ts';
import { readSubmission } from '../phone/outbox.ts';
import type { OpenSubmission } from '../phone/work.ts';
import { readKeys } from '../sync/fetch-keys.ts';
import { factRows } from './fact-rows.ts';
import { judgeReceipt } from './judge-slip.ts';
import { formKey, type KnownForms, knownForms, nameOf } from './known-forms.ts';
import { offerToShare } from './share-picture.ts';
import { sayDay, wordsIn } from './words.ts';

/** Drawn anew when the receipt arrives while the page is open, or the desk says something. */
export async function startReceiptSheet(page: HTMLElement): Promise<void> {
  const draw = oneAtATime(async () => {
    const sent = await readSubmission(location.hash.slice(1)).catch(() => undefined);
    if (sent) await show(page, sent);
    else showState(ref(page, 'receipt-sheet.verdict'), 'gone');
    for (const name of ['receipt-sheet.rest', 'receipt-sheet.print']) ref(page, name).hidden = !sent;
    ref(page, 'receipt-sheet.back').hidden = sent !== undefined;
  });
  addEventListener('hashchange', draw);
  follow(['outbox', 'dossiers'], draw);
  await draw();
}

async function show(page: HTMLElement, sent: OpenSubmission): Promise<void> {
  const telling = { say: wordsIn(page), now: new Date(), language: pageLanguage() };
  const forms = knownForms(page);
  const state = await judgeReceipt(sent, await readKeys());
  const verdict = ref(page, 'receipt-sheet.verdict');
  fill(page, { title: nameOf(forms, sent) });
  if (state === 'whole') {
    fill(verdict, { received_at: sent.received_at ? sayDay(sent.received_at, telling) : null });
  }
  showState(verdict, state);
  await showCode(page, state === 'whole' ? sent : undefined);
  repeat(ref(page, 'receipt-sheet.files'), [formRow(sent, forms, state === 'whole', telling.language)]);
  const facts = factRows(sent, await readDossier(sent.id).catch(() => undefined), telling);
  repeat(ref(page, 'receipt-sheet.facts'), facts);
  ref(page, 'receipt-sheet.past').hidden = facts.length === 0;
}

/** A code is shown with a receipt only: nothing may look like one before the server has everything. */
async function showCode(page: HTMLElement, sent: OpenSubmission | undefined): Promise<void> {
  const figure = ref(page, 'receipt-sheet.code');
  const share = ref(page, 'receipt-sheet.share', HTMLButtonElement);
  figure.hidden = !sent?.slip;
  share.hidden = true;
  if (!sent?.slip) return;
  const canvas = ref(page, 'receipt-sheet.qr', HTMLCanvasElement);
  fill(figure, { code: spokenCode(sent.code ?? '') });
  // Only receipts draw a code; the other pages of this script do without it.
  const { drawQr } = await import('./draw-qr.ts');
  drawQr(canvas, `${location.origin}/vi/check#${sent.slip}`);
  await offerToShare(share, canvas, sent.code ?? '');
}

/** What the server has of this issue: the filled form itself, in the size in which it travelled. */
function formRow(sent: OpenSubmission, forms: KnownForms, here: boolean, language: string): Row {
  const name = forms[formKey(sent)]?.title ?? sent.form_id;
  const bytes = sent.bytes ?? new TextEncoder().encode(sent.wire).length;
  const size = bytes > 0 ? writeBytes(bytes, language) : null;
  return { key: 'form', state: here ? 'has' : 'not-yet', values: { name, size } };
}
