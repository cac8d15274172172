/** Plain questions about the family's case show and hide the papers below them. */
import { announce } from '../page/announce.ts';
import { isNeeded, readWhen } from '../page/needed-when.ts';
import { given, ref, refs } from '../page/refs.ts';
import { sentence } from '../page/stamp.ts';
import { findChecklist, keepChecklist } from '../phone/checklists.ts';
import { sayIfFull } from './checklist.ts';

/** Answers are kept with the guide's ticks; the ticks of hidden rows stay as they are. */
export async function startCases(guide: HTMLElement): Promise<void> {
  const radios = refs<HTMLInputElement>(guide, 'cases.answer');
  if (radios.length === 0) return;
  const changed = ref(guide, 'cases.changed');
  const code = given(guide, 'code');
  guide.addEventListener('change', (event) => {
    if (!radios.some((radio) => radio === event.target)) return;
    const count = showNeeded(guide, answersOf(radios));
    announce(sentence(changed, { count }));
    void sayIfFull(guide, keepChecklist(code, { answers: answersOf(radios) }));
  });
  guide.addEventListener('checklist-reset', () => {
    for (const radio of radios) radio.checked = false;
    showNeeded(guide, {});
  });
  const { answers } = await findChecklist(code);
  for (const radio of radios) radio.checked ||= answers[radio.name] === radio.value;
  showNeeded(guide, answersOf(radios));
}

function answersOf(radios: readonly HTMLInputElement[]): Record<string, string> {
  return Object.fromEntries(
    radios.filter((radio) => radio.checked).map((radio) => [radio.name, radio.value]),
  );
}

function showNeeded(guide: HTMLElement, answers: Record<string, string>): number {
  for (const row of guide.querySelectorAll<HTMLElement>('[data-when]')) {
    row.hidden = !isNeeded(readWhen(row.dataset['when']), answers);
  }
  for (const condition of refs(guide, 'cases.condition')) {
    condition.hidden = answers[given(condition, 'question')] !== undefined;
  }
  for (const group of refs(guide, 'cases.group')) {
    group.hidden = visibleRows(group).length === 0;
  }
  guide.dispatchEvent(new CustomEvent('cases-changed'));
  return visibleRows(guide).length;
}

function visibleRows(root: HTMLElement): HTMLElement[] {
  return refs(root, 'cases.row').filter((row) => !row.hidden);
}
