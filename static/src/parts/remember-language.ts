/** Remember the language of the page, so that `/` and the installed app open in it. */
import { pageLanguage } from '../page/write-numbers.ts';
import { keepSetting, readSetting } from '../phone/settings.ts';

/** Written only when it changed; a full phone keeps the old one. */
export async function startRememberLanguage(): Promise<void> {
  const language = pageLanguage();
  if ((await readSetting('language')) !== language) {
    await keepSetting('language', language).catch(() => undefined);
  }
}
