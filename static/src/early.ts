/**
 * Runs before the first paint, in any browser: sets big text, and says why a browser gets plain pages.
 * Old browsers must be able to parse it, so it is written and built for ES5.
 */
(() => {
  var root = document.documentElement;

  function browserState(): string {
    if (window.isSecureContext === false) return 'insecure';
    try {
      // Chromium 103, Safari 16.4 and Firefox 115 know it, and none before the first two does.
      new CompressionStream('deflate-raw');
    } catch (_error) {
      return 'old';
    }
    if (!window.indexedDB) return 'old';
    return 'serviceWorker' in navigator ? '' : 'no-worker';
  }

  function say(state: string): void {
    var box = document.querySelector<HTMLElement>('[data-part="old-browser"]');
    var words = box && box.querySelector<HTMLElement>('[data-state="' + state + '"]');
    if (!box || !words) return;
    box.hidden = false;
    words.hidden = false;
  }

  try {
    if (localStorage.getItem('tiepsuc.text') === 'big') root.setAttribute('data-text', 'big');
  } catch (_error) {
    // Storage is forbidden here: the text keeps its usual size.
  }

  var state = browserState();
  if (state) {
    root.setAttribute('data-browser', state);
    document.addEventListener('DOMContentLoaded', function () {
      say(state);
    });
  }
})();
