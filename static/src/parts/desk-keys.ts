/** Walk through the queue by J and K; Enter opens the row, a slash goes to the box for a code. */
import { ref, refs } from '../page/refs.ts';
import { isTyping, step } from '../page/step-keys.ts';

/** The rows are links, so Enter needs no help. */
export function startDeskKeys(table: HTMLElement): void {
  const rows = refs(table, 'desk-keys.row');
  const find = ref(document, 'desk-keys.find', HTMLInputElement);
  addEventListener('keydown', (event) => {
    if (isTyping(event)) return;
    const next = step(event.key, rows.indexOf(document.activeElement as HTMLElement), rows.length);
    if (next !== undefined) rows[next]?.focus();
    else if (event.key === '/') find.focus();
    else return;
    event.preventDefault();
  });
}
