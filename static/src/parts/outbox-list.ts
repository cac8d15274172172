/** The outbox: where each submission stands, why, when the next try is, and what the person can do. */
import { follow } from '../page/follow.ts';
import { oneAtATime } from '../page/one-at-a-time.ts';
import { ref, tapped } from '../page/refs.ts';
import { repeat, showState } from '../page/stamp.ts';
import { pageLanguage } from '../page/write-numbers.ts';
import { listDossiers } from '../phone/dossiers.ts';
import { listOutbox } from '../phone/outbox.ts';
import { readRun } from '../phone/outbox-run.ts';
import { readSetting } from '../phone/settings.ts';
import type { Dossier, OpenSubmission } from '../phone/work.ts';
import { within } from '../sync/within.ts';
import { factRows } from './fact-rows.ts';
import { keptLabels } from './kept-labels.ts';
import { knownForms } from './known-forms.ts';
import { ACTS, type Act, act } from './outbox-acts.ts';
import { followNotice } from './outbox-notice.ts';
import { outboxRows } from './outbox-rows.ts';
import { sendAndTell } from './send-and-tell.ts';
import { wordsIn } from './words.ts';

const PHONE = 10_000;
const MINUTE = 60_000;

/** Drawn anew whenever something on the phone changes, in this tab, another, or the worker; and every minute. */
export async function startOutboxList(box: HTMLElement): Promise<void> {
  let outbox: OpenSubmission[] = [];
  const showNotice = followNotice(ref(box, 'outbox-list.notice'));
  const draw = oneAtATime(async () => {
    outbox = (await within(PHONE, drawn(box)).catch(() => undefined)) ?? outbox;
    await showNotice();
  });
  ref(box, 'outbox-list.rows').addEventListener('click', async (event) => {
    for (const [wanted, button] of Object.entries(ACTS) as [Act, string][]) {
      const id = tapped(event, button);
      const sent = outbox.find((one) => one.id === id);
      if (sent) await doAct(box, wanted, sent);
    }
  });
  ref(document, 'outbox-list.send').addEventListener('click', () => void sendAndTell(document));
  follow(['outbox', 'dossiers', 'drafts'], draw);
  setInterval(draw, MINUTE);
  await draw();
}

async function doAct(box: HTMLElement, wanted: Act, sent: OpenSubmission): Promise<void> {
  const outcome = await act(box, wanted, sent);
  if (outcome === 'send') await sendAndTell(document);
  else if (outcome) showState(ref(document, 'outbox-list.said'), outcome);
}

/** Read everything, then show it; gives the submissions. A storage that does not answer is told at once. */
async function drawn(box: HTMLElement): Promise<OpenSubmission[]> {
  const outcome = ref(box, 'outbox-list.outcome');
  const read = Promise.all([listOutbox(), listDossiers(), readRun(), readSetting('phone-revoked')]);
  const [outbox, listed, run, revoked] = await read.catch((error: unknown) => {
    showState(outcome, 'failed');
    throw error;
  });
  const dossiers = new Map(listed.map((dossier) => [dossier.id, dossier]));
  const language = pageLanguage();
  const telling = { say: wordsIn(box), now: new Date(), language };
  const labelOf = await keptLabels(
    language,
    outbox.filter((sent) => needsLabels(sent, dossiers)),
  );
  const forms = knownForms(box);
  const list = ref(box, 'outbox-list.rows');
  const open = opened(list);
  repeat(
    list,
    outboxRows(outbox, { ...telling, forms, run, isRevoked: Boolean(revoked), dossiers, labelOf }),
  );
  for (const sent of outbox) {
    const item = list.querySelector<HTMLElement>(`[data-key="${sent.id}"]`);
    if (item) repeat(ref(item, 'outbox-list.facts'), factRows(sent, dossiers.get(sent.id), telling));
    // A try in between draws the row anew: what somebody reads must not close under the finger.
    if (item && open.has(sent.id)) item.querySelector('details')?.setAttribute('open', '');
  }
  const isEmpty = outbox.length === 0;
  showState(outcome, isEmpty ? 'empty' : 'ready');
  const waits = outbox.some(({ state }) => state === 'waiting');
  ref(document, 'outbox-list.send').hidden = !waits;
  ref(document, 'outbox-list.find').hidden = waits;
  if (!waits) forgetTrouble(ref(document, 'outbox-list.said'));
  return outbox;
}

function opened(list: HTMLElement): Set<string | undefined> {
  const details = Array.from(list.querySelectorAll('details[open]'));
  return new Set(details.map((one) => one.closest<HTMLElement>('[data-key]')?.dataset['key']));
}

/** What kept the outbox from leaving is over, whoever sent it in the end. */
function forgetTrouble(said: HTMLElement): void {
  const told = said.querySelector<HTMLElement>('[data-state]:not([hidden])')?.dataset['state'] ?? '';
  if (['offline', 'blocked', 'later', 'running'].includes(told)) showState(said, 'idle');
}

function needsLabels(sent: OpenSubmission, dossiers: ReadonlyMap<string, Dossier>): boolean {
  return sent.state === 'refused' || dossiers.get(sent.id)?.state === 'returned';
}
