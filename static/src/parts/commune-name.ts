/** The name of the chosen commune in a bar, linked to its page. */
import { fill, showState } from '../page/stamp.ts';
import { pageLanguage } from '../page/write-numbers.ts';
import { chosenCommune } from '../phone/communes.ts';

/** Without a chosen commune the words of the template stay. */
export async function startCommuneName(link: HTMLElement): Promise<void> {
  const commune = await chosenCommune();
  if (!commune) return;
  fill(link, { name: commune.name });
  showState(link, 'chosen');
  link.setAttribute('href', `/${pageLanguage()}/communes/${commune.code}`);
}
