/** The drafts on this phone: go on with one, delete one, and say when the phone cannot keep them. */
import { announce } from '../page/announce.ts';
import { follow } from '../page/follow.ts';
import { oneAtATime } from '../page/one-at-a-time.ts';
import { ref, tapped } from '../page/refs.ts';
import { type Row, repeat, showState } from '../page/stamp.ts';
import { pageLanguage } from '../page/write-numbers.ts';
import { deleteDraft, listDrafts } from '../phone/drafts.ts';
import { hasRoomFor } from '../sync/room.ts';
import { within } from '../sync/within.ts';
import { askToRemove } from './ask-to-remove.ts';
import { draftRows } from './draft-rows.ts';
import { knownForms } from './known-forms.ts';
import { wordsIn } from './words.ts';

const PHONE = 10_000;

/** Drawn anew whenever a draft changes, in this tab or another. */
export async function startDraftList(box: HTMLElement): Promise<void> {
  const list = ref(box, 'draft-list.rows');
  const outcome = ref(box, 'draft-list.outcome');
  const say = wordsIn(box);
  let rows: Row[] = [];
  const draw = oneAtATime(async () => {
    const drafts = await within(PHONE, listDrafts()).catch(() => undefined);
    if (!drafts) return showState(outcome, 'failed');
    rows = draftRows(drafts, { forms: knownForms(box), say, now: new Date(), language: pageLanguage() });
    repeat(list, rows);
    showState(outcome, rows.length > 0 ? 'ready' : 'empty');
    ref(box, 'draft-list.full').hidden = await hasRoomFor(0);
  });
  list.addEventListener('click', async (event) => {
    const unwanted = tapped(event, 'draft-list.delete');
    const row = rows.find(({ key }) => key === unwanted);
    if (!row || !(await askToRemove(ref(box, 'draft-list.ask', HTMLDialogElement), row.values))) return;
    await deleteDraft(row.key);
    await draw();
    announce(say('draft-list.words', 'deleted', { title: row.values['title'] ?? '' }));
  });
  follow(['drafts'], draw);
  await draw();
}
