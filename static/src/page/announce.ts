/** Say something to a person who listens instead of looking. */
import { ref } from './refs.ts';

/** Put the text into the page's live region; the same text twice is read twice. */
export function announce(text: string): void {
  const region = ref(document, 'announce.polite');
  region.textContent = '';
  setTimeout(() => {
    region.textContent = text;
  }, 50);
}
