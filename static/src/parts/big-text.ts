/** Switch big text on and off; `early.ts` sets it again before the next page is painted. */

const KEY = 'tiepsuc.text';

/** The button says whether it is pressed; a browser without storage keeps it for this page only. */
export function startBigText(button: HTMLElement): void {
  const root = document.documentElement;
  const tell = () => button.setAttribute('aria-pressed', String(root.dataset['text'] === 'big'));
  tell();
  button.addEventListener('click', () => {
    const big = root.dataset['text'] !== 'big';
    if (big) root.dataset['text'] = 'big';
    else delete root.dataset['text'];
    tell();
    try {
      if (big) localStorage.setItem(KEY, 'big');
      else localStorage.removeItem(KEY);
    } catch {
      // Full or forbidden: the page shows it all the same.
    }
  });
}
