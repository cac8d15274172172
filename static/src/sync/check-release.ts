/** Ask our server which release it has. What it says is checked: a portal answers everything. */
import { fetchWithin } from './within.ts';

const LIMIT = 8_000;

/** How the last contact with the server went. */
export type Contact = { state: 'online'; release: string } | { state: 'blocked' } | { state: 'offline' };

/** Try to reach our server. */
export async function checkRelease(): Promise<Contact> {
  try {
    const answer = await fetchWithin(LIMIT, '/offline/release', { cache: 'no-store' });
    const body = answer.ok && !answer.redirected ? await answer.text() : '';
    return contactOf(answer.status, body);
  } catch {
    return { state: 'offline' };
  }
}

/** What an answer says about the way to our server. Pure. */
export function contactOf(status: number, body: string): Contact {
  const release = releaseIn(body);
  if (release !== undefined) return { state: 'online', release };
  return { state: status >= 500 ? 'offline' : 'blocked' };
}

function releaseIn(body: string): string | undefined {
  try {
    const id: unknown = JSON.parse(body)?.id;
    return typeof id === 'string' && /^[0-9a-f]{16}$/.test(id) ? id : undefined;
  } catch {
    return undefined;
  }
}
