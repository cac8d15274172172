/** What a person can do with one submission; every act leaves the others as they are. */
import { given, ref } from '../page/refs.ts';
import { showState } from '../page/stamp.ts';
import { AnswersGone, SubmissionGone } from '../phone/gone.ts';
import {
  deleteSubmission,
  editAgain,
  exportSubmission,
  reopenReturned,
  resume,
  setAside,
} from '../phone/outbox.ts';
import { StorageFull } from '../phone/storage-full.ts';
import type { OpenSubmission } from '../phone/work.ts';
import { askToRemove } from './ask-to-remove.ts';
import { formKey, knownForms, nameOf } from './known-forms.ts';

/** The button of each act. */
export const ACTS = {
  now: 'outbox-list.now',
  edit: 'outbox-list.edit',
  mend: 'outbox-list.mend',
  aside: 'outbox-list.aside',
  resume: 'outbox-list.resume',
  export: 'outbox-list.export',
  delete: 'outbox-list.delete',
} as const;

export type Act = keyof typeof ACTS;

/** What is to be said afterwards, if anything; `send` asks for a run. */
export type Acted = 'send' | 'done' | 'gone' | 'answers-gone' | 'full' | 'failed' | undefined;

/** Do it. What cannot be done is said, nothing is lost by it. */
export async function act(box: HTMLElement, wanted: Act, sent: OpenSubmission): Promise<Acted> {
  try {
    return await attempt(box, wanted, sent);
  } catch (error) {
    if (error instanceof SubmissionGone) return 'gone';
    if (error instanceof AnswersGone) return 'answers-gone';
    return error instanceof StorageFull ? 'full' : 'failed';
  }
}

async function attempt(box: HTMLElement, wanted: Act, sent: OpenSubmission): Promise<Acted> {
  switch (wanted) {
    case 'now':
      return 'send';
    case 'edit':
      return openForm(box, sent, await editAgain(sent.id));
    case 'mend':
      return openForm(box, sent, await reopenReturned(sent.id));
    case 'aside':
      await setAside(sent.id);
      return undefined;
    case 'resume':
      await resume(sent.id);
      return 'send';
    case 'export':
      return save(box, sent, await exportSubmission(sent.id));
    case 'delete':
      return remove(box, sent);
  }
}

function openForm(box: HTMLElement, sent: OpenSubmission, draft: string): undefined {
  location.assign(`/${given(box, 'lang')}/forms/${formKey(sent)}#${draft}`);
}

/** The file is made and saved on the phone; no name of a person stands in its own name. */
function save(box: HTMLElement, sent: OpenSubmission, text: string): Acted {
  const link = ref(box, 'outbox-list.file', HTMLAnchorElement);
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.href = address;
  link.download = `${sent.form_id}-${sent.code ?? sent.id.slice(0, 8)}.json`;
  link.click();
  // The browser has taken it over by then; a moment more does no harm.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
  return 'done';
}

async function remove(box: HTMLElement, sent: OpenSubmission): Promise<undefined> {
  showState(ref(box, 'outbox-list.loss'), sent.state === 'received' ? 'received' : 'unsent');
  const title = nameOf(knownForms(box), sent);
  const sure = await askToRemove(ref(box, 'outbox-list.ask', HTMLDialogElement), { title });
  if (sure) await deleteSubmission(sent.id);
}
