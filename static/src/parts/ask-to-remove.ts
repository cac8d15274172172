/** Ask before something is removed from the phone. */
import { fill, type Values } from '../page/stamp.ts';

let settleLast: () => void = () => undefined;

/**
 * Whether the person chose the button with the value "remove"; closing the sheet means no.
 * The browser may tell of a close only after the sheet is open again: that one is not an answer.
 */
export function askToRemove(dialog: HTMLDialogElement, values: Values): Promise<boolean> {
  settleLast();
  fill(dialog, values);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    const settle = (wanted: boolean) => {
      dialog.removeEventListener('close', closed);
      resolve(wanted);
    };
    const closed = () => {
      if (!dialog.open) settle(dialog.returnValue === 'remove');
    };
    settleLast = () => settle(false);
    dialog.addEventListener('close', closed);
  });
}
