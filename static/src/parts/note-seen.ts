/** Remember that this guide was opened, for the list on the home page. */
import { given } from '../page/refs.ts';
import { noteSeen } from '../phone/recent.ts';

/** A full phone forgets it; reading goes on. */
export async function startNoteSeen(guide: HTMLElement): Promise<void> {
  await noteSeen(given(guide, 'code'), new Date()).catch(() => undefined);
}
