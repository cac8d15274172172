/** Tick the papers that the family has; ticks stay on this phone, per guide. */
import { given, maybeRef, ref, refs } from '../page/refs.ts';
import { fill } from '../page/stamp.ts';
import { findChecklist, keepChecklist, resetChecklist } from '../phone/checklists.ts';

/** When the phone cannot keep a tick, the page says so at once and the tick stays on the page. */
export async function startChecklist(guide: HTMLElement): Promise<void> {
  const ticks = refs<HTMLInputElement>(guide, 'checklist.tick');
  if (ticks.length === 0) return;
  const code = given(guide, 'code');
  const count = () => showCount(guide, ticks);
  guide.addEventListener('cases-changed', count);
  guide.addEventListener('change', (event) => {
    if (!ticks.some((tick) => tick === event.target)) return;
    count();
    void sayIfFull(guide, keepChecklist(code, { ticked: tickedOf(ticks) }));
  });
  const before = maybeRef(guide, 'checklist.before');
  const startAnew = () => {
    for (const tick of ticks) tick.checked = false;
    guide.dispatchEvent(new CustomEvent('checklist-reset'));
    if (before) before.hidden = true;
    count();
    void sayIfFull(guide, resetChecklist(code));
  };
  for (const name of ['checklist.again', 'checklist.reset']) {
    maybeRef(guide, name)?.addEventListener('click', startAnew);
  }
  const { ticked, answers } = await findChecklist(code);
  // The next family must not be told that the papers of the last one are all there.
  if (before) before.hidden = ticked.length === 0 && Object.keys(answers).length === 0;
  for (const tick of ticks) tick.checked ||= ticked.includes(tick.value);
  count();
}

/** Say at once when the phone could not keep a tick or an answer. */
export async function sayIfFull(guide: HTMLElement, kept: Promise<void>): Promise<void> {
  ref(guide, 'checklist.full').hidden = await kept.then(
    () => true,
    () => false,
  );
}

function tickedOf(ticks: readonly HTMLInputElement[]): string[] {
  return ticks.filter((tick) => tick.checked).map((tick) => tick.value);
}

function showCount(guide: HTMLElement, ticks: readonly HTMLInputElement[]): void {
  const line = maybeRef(guide, 'checklist.count');
  if (!line) return;
  const visible = ticks.filter((tick) => !tick.closest('[hidden]'));
  const done = tickedOf(visible).length;
  // Before the first tick the number of all papers of all cases would only frighten.
  line.hidden = done === 0;
  fill(line, { done, total: visible.length });
}
