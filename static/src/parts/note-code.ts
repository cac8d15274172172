/** A code that looked unusual was asked about: only that very code is confirmed by the button. */
import { ref } from '../page/refs.ts';
import { showState } from '../page/stamp.ts';

/** The server compares them again. */
export function startNoteCode(form: HTMLElement): void {
  const code = ref(form, 'note-code.code', HTMLInputElement);
  const asked = ref(form, 'note-code.sure', HTMLInputElement).value;
  code.addEventListener('input', () => {
    const isAsked = code.value.trim() === asked;
    ref(form, 'note-code.notice').hidden = !isAsked;
    showState(ref(form, 'note-code.button'), isAsked ? 'sure' : 'plain');
  });
}
