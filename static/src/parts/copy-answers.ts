/** Copy one answer of the portal sheet; where the browser refuses, mark it so that a person can. */
import { ref } from '../page/refs.ts';
import { showState } from '../page/stamp.ts';

/** Rows carry `portal-sheet.copy` buttons; `data-copy` is the text, else what stands in the row. */
export function startCopyAnswers(list: HTMLElement): void {
  list.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest(BUTTON) : null;
    const row = button?.closest<HTMLElement>('[data-ref="portal-sheet.row"]');
    if (button instanceof HTMLElement && row) void copyRow(list, row, button);
  });
}

const BUTTON = '[data-ref="portal-sheet.copy"]';

async function copyRow(list: HTMLElement, row: HTMLElement, button: HTMLElement): Promise<void> {
  const words = ref(row, 'portal-sheet.text');
  const done = await copy(button.dataset['copy'] ?? words.innerText.trim(), words);
  for (const other of list.querySelectorAll<HTMLElement>(BUTTON)) {
    showState(other, other === button ? done : 'idle');
  }
}

async function copy(text: string, words: HTMLElement): Promise<'copied' | 'selected'> {
  try {
    await navigator.clipboard.writeText(text);
    return 'copied';
  } catch {
    // No secure address or no permission: the person copies by hand.
    getSelection()?.selectAllChildren(words);
    return 'selected';
  }
}
