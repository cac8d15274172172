/** One row per submission: needs you, sending, waiting, received, set aside. Pure. */
import { spokenCode, writeTime } from '../page/moments.ts';
import type { Row } from '../page/stamp.ts';
import type { Run } from '../phone/outbox-run.ts';
import type { Dossier, OpenSubmission } from '../phone/work.ts';
import { isOver } from '../sync/back-off.ts';
import { isLeaving, nextTryOf } from '../sync/standing.ts';
import type { LabelOf } from './kept-labels.ts';
import { formKey, type KnownForms, nameOf } from './known-forms.ts';
import { whyRefused } from './outbox-reasons.ts';
import { sayMoment, sayWhen, type Telling } from './words.ts';

/** What the rows are written with. */
export type Showing = Telling & {
  forms: KnownForms;
  run: Run;
  isRevoked: boolean;
  dossiers: ReadonlyMap<string, Dossier>;
  labelOf: LabelOf;
};

const ORDER = ['refused', 'returned', 'sending', 'waiting', 'complete', 'received', 'set-aside'];

/** The submissions as rows, those first that need the person; what waits longest stands first. */
export function outboxRows(outbox: readonly OpenSubmission[], showing: Showing): Row[] {
  const there = new Set(outbox.map(({ id }) => id));
  const rows = outbox.map((sent) => rowOf(sent, there.has(sent.replaced_by ?? ''), showing));
  return rows.sort((one, other) => ORDER.indexOf(one.state) - ORDER.indexOf(other.state));
}

function rowOf(sent: OpenSubmission, replaced: boolean, showing: Showing): Row {
  const values = { title: nameOf(showing.forms, sent) };
  switch (sent.state) {
    case 'refused':
      return {
        key: sent.id,
        state: 'refused',
        values: { ...values, words: whyRefused(sent, showing), detail: null },
      };
    case 'waiting':
      return waitingRow(sent, values, showing);
    case 'set_aside':
      return { key: sent.id, state: 'set-aside', values: { ...values, detail: asideSince(sent, showing) } };
    case 'received':
      return receivedRow(sent, replaced, values, showing);
  }
}

function waitingRow(sent: OpenSubmission, values: Row['values'], showing: Showing): Row {
  const { run, say, isRevoked } = showing;
  const now = showing.now.getTime();
  if (isLeaving(sent, run, now))
    return { key: sent.id, state: 'sending', values: { ...values, detail: null } };
  const next = nextTryOf(sent, run);
  const isLater = !isOver(next, now) && !isRevoked;
  return {
    key: sent.id,
    state: 'waiting',
    values: {
      ...values,
      words: say('words.why', isRevoked ? 'revoked' : (sent.reason?.code ?? 'no_network')),
      detail: isLater ? say('words.why', 'again', { time: writeTime(new Date(next)) }) : null,
    },
  };
}

function asideSince(sent: OpenSubmission, showing: Showing): string | null {
  const fact = sent.facts.filter(({ fact }) => fact === 'set_aside').at(-1);
  return fact ? showing.say('words.why', 'since', { moment: sayMoment(fact.at, showing) }) : null;
}

function receivedRow(sent: OpenSubmission, replaced: boolean, values: Row['values'], showing: Showing): Row {
  const { say, language, dossiers } = showing;
  const dossier = dossiers.get(sent.id);
  const receipt = `/${language}/receipt#${sent.id}`;
  if (dossier?.state === 'returned' && !replaced) {
    const items = dossier.items.length;
    const words = say('words.desk', items > 0 ? 'returned' : 'returned-whole', { items });
    return {
      key: sent.id,
      state: 'returned',
      values: { ...values, words, receipt, detail: returnedItems(sent, dossier, showing) },
    };
  }
  const at = sent.received_at ? sayWhen(sent.received_at, showing) : '';
  const detail = [at, spokenCode(sent.code ?? '')].filter(Boolean).join(' · ');
  const desk = replaced ? say('words.desk', 'replaced') : dossier ? sayDesk(dossier, showing) : null;
  const portal = `/${language}/forms/${formKey(sent)}/portal#${sent.id}`;
  const state = dossier?.state === 'complete' && !replaced ? 'complete' : 'received';
  return { key: sent.id, state, values: { ...values, detail, desk, receipt, portal } };
}

/** The names of the returned items, where the phone knows them. */
function returnedItems(sent: OpenSubmission, dossier: Dossier, { labelOf }: Showing): string | null {
  const labels = dossier.items.flatMap(({ item }) => labelOf(formKey(sent), item) ?? []);
  return labels.length > 0 ? labels.join(', ') : null;
}

/** Where a dossier stands at the desk, in words. */
export function sayDesk(dossier: Dossier, { say }: Pick<Telling, 'say'>): string {
  const portal = dossier.portal_code;
  if (dossier.state === 'filed' && !portal) return say('words.desk', 'filed-plain');
  return say('words.desk', dossier.state, { portal: portal ?? '', items: dossier.items.length });
}
