/** Check a dossier without a mouse: J and K choose a line, D marks it right, T returns it. */
import { refs } from '../page/refs.ts';
import { isTyping, step } from '../page/step-keys.ts';

const MARKS: Record<string, string> = { d: '.pick.right', t: '.pick.back' };

/** A marked line gives way to the next one; a returned one asks for its reason first. */
export function startCheckKeys(form: HTMLElement): void {
  const all = refs(form, 'check-dossier.line');
  addEventListener('keydown', (event) => {
    if (isTyping(event)) return;
    const lines = all.filter((line) => !line.closest('details:not([open])'));
    const here = lines.findIndex((line) => line.contains(document.activeElement));
    const next = step(event.key, here, lines.length);
    const line = lines[here];
    if (next !== undefined) focusLine(lines[next]);
    else if (line && event.key.toLowerCase() in MARKS) mark(line, event.key.toLowerCase(), lines[here + 1]);
    else return;
    event.preventDefault();
  });
}

function mark(line: HTMLElement, key: string, next: HTMLElement | undefined): void {
  line.querySelector<HTMLInputElement>(MARKS[key] ?? '')?.click();
  if (key === 'd') focusLine(next);
  else line.querySelector<HTMLInputElement>('.reasons input')?.focus();
}

function focusLine(line: HTMLElement | undefined): void {
  const picks = line?.querySelectorAll<HTMLInputElement>('.pick');
  const pick = Array.from(picks ?? []).find((one) => one.checked) ?? picks?.[0];
  pick?.focus({ preventScroll: true });
  line?.scrollIntoView({ block: 'nearest' });
}
