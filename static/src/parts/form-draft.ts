/** The draft of a form page: kept from here, taken over from another window, let go when it is no longer there. */
import { keepHere, mergeHere } from '../page/draft-here.ts';
import { writeBoxes } from '../page/form-boxes.ts';
import { type Merged, mergeDrafts } from '../page/merge-drafts.ts';
import { ref } from '../page/refs.ts';
import { fill, showState } from '../page/stamp.ts';
import { pageLanguage } from '../page/write-numbers.ts';
import { emptyContent } from '../phone/drafts.ts';
import { DraftGone } from '../phone/gone.ts';
import type { DraftContent } from '../phone/work.ts';
import { contentOf, type Filling, refresh } from './form-now.ts';
import { labelOf } from './form-shown.ts';

/** Keep what stands in the boxes; the first time this makes the draft and names it in the address. */
export async function keep(filling: Filling): Promise<void> {
  const { here } = filling;
  const mine = contentOf(filling);
  const isNew = !here.id;
  try {
    takeIn(filling, mine, await keepHere(here, mine));
  } catch (error) {
    if (!(error instanceof DraftGone)) throw error;
    // Sent or deleted in another window: what was typed here since must not be lost with it.
    letGo(filling);
    await keepHere(here, { ...mine, facts: emptyContent().facts });
  }
  if (isNew) void keepPages(filling.article);
  if (isNew || !location.hash.includes(here.id ?? '')) {
    history.replaceState(history.state, '', `#${here.id}`);
  }
}

/** A form that was opened from the network alone would not open again without it. */
async function keepPages({ dataset }: HTMLElement): Promise<void> {
  const { keepFormPack } = await import('../pages/reading.ts');
  await keepFormPack(dataset['pack'] ?? '', pageLanguage()).catch(() => undefined);
}

/** Another window has kept something: show it here. */
export async function takeOver(filling: Filling): Promise<void> {
  const { here, saver } = filling;
  if (!here.id || saver.isBehind()) return;
  let mine = here.kept;
  try {
    const merged = await mergeHere(here, () => {
      mine = contentOf(filling);
      return mine;
    });
    takeIn(filling, mine, merged);
  } catch (error) {
    if (!(error instanceof DraftGone)) throw error;
    letGo(filling);
  }
}

/** Put into the boxes what another window changed; what was typed here since `mine` was read stays. */
function takeIn(filling: Filling, mine: DraftContent, { content, clashes }: Merged): void {
  const { article, form, rules } = filling;
  if (clashes.length > 0) {
    const fields = clashes.map((id) => labelOf(form, id)).join(', ');
    fill(ref(article, 'fill-form.notice'), { fields });
    say(filling, 'clash');
  }
  const { answers, papers } = mergeDrafts(mine, contentOf(filling), content).content;
  writeBoxes(form, rules, answers, papers);
  refresh(filling);
}

function letGo(filling: Filling): void {
  delete filling.here.id;
  filling.here.found = 'gone';
  history.replaceState(history.state, '', location.pathname);
  say(filling, 'gone');
}

/** Say above the questions what became of the draft. */
export function say({ article }: Filling, state: string): void {
  const notice = ref(article, 'fill-form.notice');
  notice.hidden = false;
  showState(notice, state);
  notice.scrollIntoView({ block: 'center' });
}
