/** Ask before something is removed from the phone. */
import { fill, type Values } from '../page/stamp.ts';

/** Whether the person chose the button with the value "remove"; closing the sheet means no. */
export function askToRemove(dialog: HTMLDialogElement, values: Values): Promise<boolean> {
  fill(dialog, values);
  dialog.returnValue = '';
  dialog.showModal();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'remove'), { once: true });
  });
}
