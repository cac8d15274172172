/** Print this page. */

/** The button is hidden where the browser cannot print, as in some embedded views. */
export function startPrintPage(button: HTMLElement): void {
  if (typeof window.print !== 'function') return;
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
