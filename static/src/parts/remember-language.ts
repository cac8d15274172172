/** Remember the language of the page, so that `/` and the installed app open in it. */
import { pageLanguage } from '../page/write-numbers.ts';
import { keepSetting, readSetting } from '../phone/settings.ts';

/** Written only when it changed; a full phone keeps the old one. */
export async function startRememberLanguage(): Promise<void> {
  document.addEventListener('click', keepFragment);
  const language = pageLanguage();
  if ((await readSetting('language')) !== language) {
    await keepSetting('language', language).catch(() => undefined);
  }
}

/** Which draft, submission or receipt a page is about stands in the fragment: the other language is about it too. */
function keepFragment({ target }: Event): void {
  const link = target instanceof Element && target.closest<HTMLAnchorElement>('a[hreflang]');
  if (link) link.hash = location.hash;
}
