/** What holds up the whole outbox: this phone was stopped, the network lets nothing through, signed out. */
import { showState } from '../page/stamp.ts';
import { readPerson } from '../phone/person.ts';
import { readSetting } from '../phone/settings.ts';
import { askPerson } from '../sync/ask-person.ts';
import type { Contact } from '../sync/check-release.ts';

/** Follows every contact with the server; gives what shows the notice anew when the phone's records change. */
export function followNotice(notice: HTMLElement): () => Promise<void> {
  let standing = 'none';
  const show = async () => {
    const revoked = await readSetting('phone-revoked').catch(() => undefined);
    showState(notice, revoked === undefined ? standing : 'revoked');
  };
  document.addEventListener('contact', async (event) => {
    standing = await standingAfter((event as CustomEvent<Contact>).detail.state);
    await show();
  });
  return show;
}

/** Signed out is told only where somebody was signed in, and only on the server's own word. */
async function standingAfter(contact: Contact['state']): Promise<string> {
  if (contact !== 'online') return contact === 'blocked' ? 'blocked' : 'none';
  const person = await readPerson().catch(() => undefined);
  return person && (await askPerson()) === 'nobody' ? 'signed-out' : 'none';
}
