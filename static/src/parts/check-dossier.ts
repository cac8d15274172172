/** Count what was looked at in a dossier, and open the two main actions accordingly. */

import { type Checked, standingOf } from '../page/check-standing.ts';
import { ref, refs } from '../page/refs.ts';
import { fill, showState } from '../page/stamp.ts';

/** The radios alone are the state; the server counts again. */
export function startCheckDossier(form: HTMLElement): void {
  const lines = refs(form, 'check-dossier.line');
  let saved = true;
  const show = () => showStanding(form, lines.map(readLine));
  form.addEventListener('change', () => {
    saved = false;
    show();
  });
  form.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest(SECTION) : null;
    if (button) markOpenRight(button.closest('section'));
  });
  form.addEventListener('submit', () => {
    saved = true;
  });
  addEventListener('beforeunload', (event) => {
    if (!saved) event.preventDefault();
  });
  form.ownerDocument.querySelector<HTMLElement>('[data-ref="check-dossier.refused"]')?.focus();
  show();
}

const SECTION = '[data-ref="check-dossier.section"]';

/** What the officer already marked stays; what is not there is for the officer alone to judge. */
function markOpenRight(section: HTMLElement | null): void {
  for (const line of section ? refs(section, 'check-dossier.line') : []) {
    const { mark, needed } = readLine(line);
    const isThere = line.dataset['there'] !== undefined;
    if (mark === undefined && needed && isThere) line.querySelector<HTMLInputElement>('.pick.right')?.click();
  }
}

function showStanding(form: HTMLElement, lines: Checked[]): void {
  const standing = standingOf(lines);
  fill(ref(form, 'check-dossier.progress'), { seen: standing.seen, back: standing.back });
  const complete = form.querySelector('[data-ref="check-dossier.complete"]');
  if (!(complete instanceof HTMLButtonElement)) return;
  const giveBack = ref(form, 'check-dossier.return', HTMLButtonElement);
  complete.disabled = !standing.canComplete;
  giveBack.disabled = standing.back === 0;
  giveBack.hidden = standing.canComplete;
  ref(form, 'check-dossier.wait').hidden = standing.canComplete;
  fill(giveBack, { back: standing.back });
  showState(giveBack, standing.back === 0 ? 'plain' : standing.back === 1 ? 'one' : 'many');
}

function readLine(line: HTMLElement): Checked {
  const chosen = line.querySelector<HTMLInputElement>('.pick:checked');
  return { mark: chosen?.value, needed: line.dataset['needed'] !== undefined };
}
